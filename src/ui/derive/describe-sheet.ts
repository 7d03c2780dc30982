/** The table of a description: a row for each column, its figures in the column's own form. */
import { widthOf } from '../../report/cell-width.ts';
import { count } from '../../report/format.ts';
import { type Column, keyed, numberColumn, type Sheet, wordColumn } from '../table/sheet.ts';
import { isMoney } from '../table/typed-number.ts';
import type { Say } from '../words.ts';
import { type ColumnFigures, type Spread, spread } from './column-figures.ts';
import type { Description } from './describe.ts';
import { exactIn, shownIn } from './number-text.ts';

const missing = Number.NaN;

export function describeSheet({ columns, rows }: Description, say: Say): Sheet {
  const titles = columns.map(({ column }) => column.title);
  const widest = Math.min(24, Math.max(8, ...titles.map(widthOf)));
  const counted = (key: 'filled' | 'missing' | 'distinct'): Column =>
    numberColumn({
      key,
      title: say(`described_${key}`),
      width: Math.max(6, widthOf(say(`described_${key}`)), count(rows).length),
      value: row => columns[row]?.[key] ?? missing,
      text: row => count(columns[row]?.[key] ?? 0),
      exact: row => String(columns[row]?.[key] ?? 0),
      show: count,
    });
  return {
    ...keyed(columns.map(({ column }) => column.key)),
    columns: [
      texts({ key: 'column', title: say('describedColumn'), width: widest, fixed: 'left' }, titles),
      texts(
        { key: 'kind', title: say('describedKind'), width: say('kindNumber').length > 4 ? 6 : 4 },
        columns.map(one => say(kindOf(one))),
      ),
      counted('filled'),
      counted('missing'),
      counted('distinct'),
      ...spread.map(name => figures(columns, name, say)),
      figures(columns, 'sum', say),
      commonest(columns, say),
    ],
  };
}

function kindOf({ column }: ColumnFigures): 'kindWords' | 'kindId' | 'kindNumber' {
  if (column.words) return 'kindWords';
  return column.identifier ? 'kindId' : 'kindNumber';
}

type Named = { readonly key: string; readonly title: string; readonly width: number; readonly fixed?: 'left' };

const texts = (named: Named, all: readonly string[]): Column =>
  wordColumn({ ...named, words: { count: all.length, word: row => all[row] ?? '', codeOf: row => row } });

/** Adding up makes sense of money, and of what the footer adds up. */
const addsUp = (column: Column): boolean => isMoney(column) || column.footer === 'sum';

function figures(columns: readonly ColumnFigures[], name: Spread | 'sum', say: Say): Column {
  const value = (row: number) => {
    const one = columns[row];
    return one?.numbers && (name !== 'sum' || addsUp(one.column)) ? one.numbers[name] : missing;
  };
  const text = (row: number) => (columns[row] ? shownIn(columns[row].column, value(row)) : '');
  const title = say(`described_${name}`);
  return numberColumn({
    key: name,
    title,
    width: Math.max(6, widthOf(title), ...columns.map((_, row) => widthOf(text(row)))),
    value,
    text,
    exact: row => (columns[row] ? exactIn(columns[row].column, value(row)) : ''),
  });
}

/** `骨科 (3)`; in files the word alone. */
function commonest(columns: readonly ColumnFigures[], say: Say): Column {
  const texts = columns.map(({ commonest }) => (commonest ? `${commonest.word} (${count(commonest.rows)})` : ''));
  return wordColumn({
    key: 'commonest',
    title: say('described_commonest'),
    width: 12,
    grows: true,
    most: Math.max(12, ...texts.map(widthOf)),
    words: { count: texts.length, word: row => texts[row] ?? '', codeOf: row => row },
    exact: row => columns[row]?.commonest?.word ?? '',
  });
}
