/** The parameters a scenario was carried out with, in the order of the vocabulary: what holds, in which unit, who says so and where. */
import type { Run } from '../../app/desk.ts';
import type { Parameter } from '../../scenario/parameter.ts';
import { keyed, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { textColumns } from './text-columns.ts';

export function parametersSheet({ parameters }: Run, say: Say): Sheet {
  const column = textColumns(parameters);
  const marks = ({ edited, illustrative }: Parameter) =>
    [edited ? say('edited') : '', illustrative ? say('restated') : ''].filter(text => text !== '').join(' ');
  return {
    ...keyed(parameters.map(keyOf)),
    columns: [
      column('path', say('parameter'), { of: ({ path }) => path, most: 32, fixed: 'left' }),
      column('value', say('value'), { of: ({ value }) => value, most: 14 }),
      column('unit', say('unit'), { of: ({ unit }) => unit, most: 12 }),
      column('from', say('from'), { of: ({ from }) => from, most: 10 }),
      column('source', say('sourceOf'), { of: ({ source }) => source, most: 16 }),
      column('at', say('writtenAt'), { of: ({ at }) => at, most: 24 }),
      column('mark', say('mark'), { of: marks, most: 12, fixed: 'right' }),
    ],
  };
}

/** A value that begins to hold inside the period is another parameter than the one before it. */
const keyOf = ({ path, from }: Parameter): string => (from === '' ? path : `${path}@${from}`);
