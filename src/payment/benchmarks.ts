/**
 * The means of a region that a policy names (`benchmark.table`): what a stay of each group costs there in yuan and how many days it lasts.
 * A hospital's stays are measured by them and nothing is paid by them. A blank cell means that nobody states the mean, which is not zero.
 */
import type { Text, UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import type { Leaves, Place } from '../policy/leaf.ts';
import { both, didYouMean, mistake } from '../policy/mistakes.ts';
import { nearest } from '../policy/nearest.ts';
import { noteLines, type Stamp, stampOf } from './history/stamp.ts';

/** A plain value, so that it can pass between threads. */
export type BenchmarkTable = {
  readonly file: string;
  /** Of a table made from a history: the files it was made from, and whether it is a self-test. */
  readonly stamp: Stamp;
  readonly means: ReadonlyMap<string, GroupMeans>;
};

/** Yuan and days; undefined where the cell is blank. */
export type GroupMeans = { readonly cost: Decimal | undefined; readonly days: Decimal | undefined };

/** The tables that these leaves name, each once: several where one follows another inside a period. */
export function benchmarksNamed(leaves: readonly Leaves[], readText: ((path: string) => string) | undefined): readonly BenchmarkTable[] {
  const named = new Set(leaves.flatMap(of => (of.get('benchmark.table')?.value as string | null | undefined) ?? []));
  return [...named].map(file => {
    if (!readText) throw new Error(`nobody reads ${file}`);
    return readBenchmarks(readText(file), file);
  });
}

/** Tab separated; `#` lines, then a header that has `drg` and `mean_cost` or `mean_days`. @throws UserError WEIGHTS_INVALID */
export function readBenchmarks(text: string, file: string): BenchmarkTable {
  const notes = noteLines(text).length;
  const [header = '', ...rows] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(notes);
  const columns = columnsOf(header, { file, line: notes + 1 });
  const means = new Map<string, GroupMeans>();
  const lines = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    if (row.trim() === '') continue;
    const at = { file, line: notes + i + 2 };
    const cells = row.split('\t');
    if (cells.length > columns.length) throw invalid(at, both('这一行的列比表头多', 'this row has more cells than the header'));
    const cellOf = (column: string): string => cells[columns.indexOf(column)]?.trim() ?? '';
    const drg = cellOf('drg');
    if (drg === '') throw invalid(at, both('没有病组编码', 'there is no group code'));
    const twin = lines.get(drg);
    if (twin !== undefined) throw invalid(at, both(`病组 ${drg} 与第 ${twin} 行重复`, `${drg} is already on line ${twin}`));
    lines.set(drg, at.line);
    means.set(drg, { cost: meanIn(cellOf('mean_cost'), 'mean_cost', at), days: meanIn(cellOf('mean_days'), 'mean_days', at) });
  }
  if (means.size === 0) throw invalid({ file, line: notes + 1 }, both('表里没有病组', 'there is no group in the table'));
  return { file, stamp: stampOf(text), means };
}

/** `name` and `cases` are facts beside the means. */
const known = ['drg', 'name', 'mean_cost', 'mean_days', 'cases'];

function columnsOf(header: string, at: Place): readonly string[] {
  const columns = header.split('\t').map(name => name.trim());
  if (!columns.includes('drg') || !columns.some(name => name === 'mean_cost' || name === 'mean_days'))
    throw invalid(at, both('表头缺少 drg，或 mean_cost 和 mean_days 都没有', 'the header has no drg, or neither mean_cost nor mean_days'));
  const odd = columns.find(name => !known.includes(name));
  // a mean that is misspelt would be one that nobody measures by
  if (odd !== undefined)
    throw invalid(at, both(`表头没有“${odd}”这一列`, `"${odd}" is no column of this table`), didYouMean(nearest(odd, known) ?? 'drg'));
  const twice = columns.find((name, i) => columns.indexOf(name) < i);
  if (twice !== undefined) throw invalid(at, both(`表头里 ${twice} 出现两次`, `${twice} is twice in the header`));
  return columns;
}

/** Stays that begin and end on one day may last 0 days: nothing can be measured by that, nor by a cost of 0. */
function meanIn(cell: string, column: string, at: Place): Decimal | undefined {
  if (cell === '') return undefined;
  if (!/^\d+(\.\d+)?$/.test(cell)) throw invalid(at, both(`${column}“${cell}”不是数`, `the ${column} "${cell}" is not a number`));
  const mean = new Decimal(cell);
  return mean.gt(0) ? mean : undefined;
}

const shape = both(
  '每行一个病组：drg、mean_cost（元）、mean_days（天）；留空表示没有区域均值。',
  'One group a line: drg, mean_cost (yuan), mean_days; blank means that no regional mean is known.',
);

const invalid = (at: Place, text: Text, hint: Text = shape): UserError => mistake('WEIGHTS_INVALID', at, text, hint);
