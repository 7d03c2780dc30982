/** The parameters a scenario was carried out with, in the order of the vocabulary: what holds, in which unit, who says so and where. */
import type { Run } from '../../app/desk.ts';
import { widthOf } from '../../report/cell-width.ts';
import type { Parameter } from '../../scenario/parameter.ts';
import { type Column, keyed, type Sheet, wordColumn } from '../table/sheet.ts';
import type { Say } from '../words.ts';

export function parametersSheet({ parameters }: Run, say: Say): Sheet {
  const column = (key: string, title: string, { of, ...rest }: Shown): Column => {
    const texts = parameters.map(of);
    const widest = Math.max(widthOf(title), ...texts.map(widthOf));
    return wordColumn({
      key,
      title,
      width: Math.min(widest, rest.most),
      ...(widest > rest.most ? { grows: true, most: widest } : {}),
      ...(rest.fixed ? { fixed: rest.fixed } : {}),
      words: { count: texts.length, word: code => texts[code] ?? '', codeOf: row => row },
    });
  };
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

type Shown = { of(parameter: Parameter): string; readonly most: number; readonly fixed?: 'left' | 'right' };

/** A value that begins to hold inside the period is another parameter than the one before it. */
const keyOf = ({ path, from }: Parameter): string => (from === '' ? path : `${path}@${from}`);
