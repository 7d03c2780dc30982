/** What every chart is told besides its numbers: how large it may be, out of which marks, and who measures its words. */
import type { Graph } from '../graph.ts';
import type { Pen } from '../pen.ts';

export type { Graph };

export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly pen: Pen;
  readonly graph: Graph;
};

/** The words of a figure; what it is counted in, and how it is rounded, the caller knows. */
export type Telling = (value: number) => string;

/** A terminal that draws marks too wide gets ASCII, whatever was asked for. */
export const graphOf = ({ pen, graph }: Drawing): Graph => (pen.ascii ? 'ascii' : graph);
