/**
 * A table of groups: one line a group with its relative weight, its base points or its standard in yuan. A blank means that the group has
 * no price, which is not zero. Other columns (a flag, coefficients by level, standards by level and insurance) are read by their headings.
 */
import type { Text, UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import { wordsOfFlag } from '../policy/group-set.ts';
import { both, mistake } from '../policy/mistakes.ts';
import { noteLines, type Stamp, stampOf } from './history/stamp.ts';
import { cellText } from './table-cell.ts';

export type WeightTable = {
  readonly id: string;
  readonly file: string;
  /** Groups listed, and groups with a number. */
  readonly listed: number;
  readonly weighted: number;
  /** Of a calibrated table: the files it was made from, and whether it is a self-test (`isSelfTest` in history/stamp.ts). */
  readonly stamp: Stamp;
  /** The relative weight; undefined where the cell is blank or the table has no column `weight`. */
  weightOf(drg: string): Decimal | undefined;
  /** A positive number of any column; undefined where the cell is blank. Throws for a cell that is no number. */
  numberOf(drg: string, column: string): Decimal | undefined;
  hasColumn(column: string): boolean;
  /** Words of the column `flag`: 基层, 不稳定, 中医; '' where there is none. */
  flagOf(drg: string): string;
  /** Every word of that column. */
  readonly flags: ReadonlySet<string>;
  /** Line of the group in the file, for "why". */
  lineOf(drg: string): number | undefined;
};

/** Headings of the number that prices a group; a table has one of them, or several. */
const priced = ['weight', 'point', 'yuan'];

/** Tab separated; `#` lines, then a header that has `drg` and `weight`, `point` or `yuan`; other columns are facts beside it. */
export function readWeights(text: string, file: string): WeightTable {
  const notes = noteLines(text).length;
  const [header = '', ...rows] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(notes);
  const columns = header.split('\t').map(name => cellText(name.trim()));
  const drgColumn = columns.indexOf('drg');
  const main = priced.find(name => columns.includes(name));
  if (drgColumn < 0 || main === undefined) {
    throw invalid(file, notes + 1, both('表头缺少 drg 或 weight', 'the header has no drg or no weight column'));
  }
  const lines = new Map<string, number>();
  const cellsOf = new Map<string, readonly string[]>();
  for (const [i, row] of rows.entries()) {
    if (row === '') continue;
    const line = notes + i + 2;
    const cells = row.split('\t');
    const drg = cells[drgColumn] ?? '';
    if (drg === '') throw invalid(file, line, both('没有病组编码', 'there is no group code'));
    if (lines.has(drg))
      throw invalid(file, line, both(`病组 ${drg} 与第 ${lines.get(drg)} 行重复`, `${drg} is already on line ${lines.get(drg)}`));
    lines.set(drg, line);
    cellsOf.set(drg, cells);
  }
  if (lines.size === 0) throw invalid(file, notes + 1, both('表里没有病组', 'there is no group in the table'));
  const numberOf = (drg: string, column: string): Decimal | undefined => {
    const place = columns.indexOf(column);
    const cell = place < 0 ? '' : (cellsOf.get(drg)?.[place]?.trim() ?? '');
    return numberIn(cell, { drg, column, file, line: lines.get(drg) ?? 1 });
  };
  // every number that prices a group is looked at now, so that a mistake is told before anything is paid
  const known = new Map(priced.filter(name => columns.includes(name)).map(name => [name, numbersOf(lines.keys(), name, numberOf)]));
  return {
    id: (file.split('/').at(-1) ?? file).replace(/\.tsv$/, ''),
    file,
    listed: lines.size,
    weighted: known.get(main)!.size,
    stamp: stampOf(text),
    weightOf: drg => known.get('weight')?.get(drg),
    numberOf: (drg, column) => (known.has(column) ? known.get(column)!.get(drg) : numberOf(drg, column)),
    hasColumn: column => columns.includes(column),
    flagOf: drg => cellText(cellsOf.get(drg)?.[columns.indexOf('flag')]?.trim() ?? ''),
    flags: new Set([...cellsOf.values()].flatMap(cells => wordsOfFlag(cellText(cells[columns.indexOf('flag')] ?? '')))),
    lineOf: drg => lines.get(drg),
  };
}

/** The largest number that a column can mean; the dearest published weights are below 100, points below 100,000. */
export const mostOf = (column: string): number => (column === 'weight' ? 10_000 : column === 'point' ? 10_000_000 : 1_000_000_000);

type NumberOf = (drg: string, column: string) => Decimal | undefined;

function numbersOf(drgs: Iterable<string>, column: string, numberOf: NumberOf): ReadonlyMap<string, Decimal> {
  const numbers = new Map<string, Decimal>();
  for (const drg of drgs) {
    const number = numberOf(drg, column);
    if (number) numbers.set(drg, number);
  }
  return numbers;
}

type Cell = { readonly drg: string; readonly column: string; readonly file: string; readonly line: number };

function numberIn(cell: string, { drg, column, file, line }: Cell): Decimal | undefined {
  if (cell === '') return undefined;
  const [zh, en] = column === 'weight' ? ['权重', 'weight'] : [`“${column}”`, `"${column}"`];
  if (!/^\d+(\.\d+)?$/.test(cell))
    throw invalid(file, line, both(`${drg} 的${zh}“${cell}”不是数`, `the ${en} "${cell}" of ${drg} is not a number`));
  const number = new Decimal(cell);
  const most = mostOf(column);
  if (number.gt(most))
    throw invalid(file, line, both(`${drg} 的${zh}“${cell}”大于 ${most}`, `the ${en} ${cell} of ${drg} is more than ${most}`));
  if (number.gt(0)) return number;
  // 0000 may stand in a published table with 0: it is never priced by weight
  if (drg === '0000') return undefined;
  throw invalid(file, line, both(`${drg} 的${zh}是 0`, `the ${en} of ${drg} is 0`));
}

const invalid = (file: string, line: number, text: Text): UserError =>
  mistake(
    'WEIGHTS_INVALID',
    { file, line },
    text,
    both(
      '每行一个病组：drg、name、weight（正数；留空表示没有权重，不定价）。',
      'One group a line: drg, name, weight (more than 0; blank means no price).',
    ),
  );
