/**
 * The one table: a window of rows over an index. It draws what fits and nothing else, each row as one line of text,
 * so that a frame over a million rows costs what a frame over twenty does.
 */
import { Box } from 'ink';
import type { Pen } from '../pen.ts';
import type { TableView } from '../table/table-view.ts';
import { windowLines } from '../table/window-lines.ts';
import type { Say } from '../words.ts';
import { Line } from './Line.tsx';

type Props = {
  readonly view: TableView;
  readonly width: number;
  /** Lines of title, header, rows and totals together. */
  readonly height: number;
  /** What the table is about; stands before the filter and the position. */
  readonly title: string;
  readonly pen: Pen;
  readonly say: Say;
};

export const Table = ({ view, width, height, title, pen, say }: Props) => (
  <Box flexDirection="column" width={width} height={height}>
    {windowLines(view, { width, height, title, pen, say }).map((spans, i) => (
      // A line of the screen stays where it is while rows go through it: nothing is moved, only its text is another.
      // biome-ignore lint/suspicious/noArrayIndexKey: the place on the screen is what a line is
      <Line key={i} spans={spans} />
    ))}
  </Box>
);
