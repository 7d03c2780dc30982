/**
 * A table of six rows, worked by hand. Money in yuan, shares in percent, as a person reads them.
 *
 *  row  id  department  doctor  total      share   days
 *  0    s1  骨科        D001    52,310.00   12.5%   12
 *  1    s2  心内科      D002    50,000.00   –        6
 *  2    s3  (none)      D001    –            8.0%    4
 *  3    s4  骨科        D003     1,000.00   12.5%    –
 *  4    s5  ICU         D003     2,000.00  −3.0%     9
 *  5    s6  心内科二区  D001       999.99    0.0%    1
 */
import { type Column, numberColumn, type Sheet, type Words, wordColumn } from '../../../src/ui/table/sheet.ts';
import { type Aggregate, asItComes, type TableSpec } from '../../../src/ui/table/spec.ts';
import { arrangedAtOnce, openTable, type TableView } from '../../../src/ui/table/table-view.ts';
import { readFilter } from '../../../src/ui/table/written-filter.ts';

const NONE = Number.NaN;
export const departments = ['骨科', '心内科', '', '骨科', 'ICU', '心内科二区'];
export const doctors = ['D001', 'D002', 'D001', 'D003', 'D003', 'D001'];
/** Fen. */
export const totals = Float64Array.of(5_231_000, 5_000_000, NONE, 100_000, 200_000, 99_999);
const shares = [0.125, NONE, 0.08, 0.125, -0.03, 0];
const days = [12, 6, 4, NONE, 9, 1];

export const dictionary = (texts: readonly string[]): Words => {
  const words = [...new Set(texts)];
  return { count: words.length, word: code => words[code] ?? '', codeOf: row => words.indexOf(texts[row] ?? '') };
};

const yuan = (fen: number) =>
  Number.isNaN(fen) ? '–' : (fen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const shown = (number: number, text: (known: number) => string) => (Number.isNaN(number) ? '–' : text(number));

export const columns: readonly Column[] = [
  { key: 'id', title: '编号', width: 4, align: 'left', fixed: 'left', identifier: true, text: row => `s${row + 1}`, value: row => row },
  wordColumn({ key: 'department', title: '科室', also: ['Department'], width: 10, words: dictionary(departments) }),
  wordColumn({ key: 'doctor', title: '医生', width: 6, identifier: true, words: dictionary(doctors) }),
  numberColumn({
    key: 'total',
    title: '总费用',
    also: ['Cost'],
    width: 10,
    value: row => totals[row]!,
    values: totals,
    text: row => yuan(totals[row]!),
    exact: row => (Number.isNaN(totals[row]!) ? '' : (totals[row]! / 100).toFixed(2)),
    unit: 100,
    show: yuan,
    footer: 'sum',
  }),
  // the same in ten-thousands: 5.23, 5.00, 0.10, 0.20, 0.10
  numberColumn({
    key: 'wan',
    title: '万元',
    width: 8,
    value: row => totals[row]!,
    text: row => shown(totals[row]!, fen => (fen / 1e6).toFixed(2)),
    exact: row => (Number.isNaN(totals[row]!) ? '' : (totals[row]! / 100).toFixed(2)),
    unit: 1_000_000,
  }),
  numberColumn({
    key: 'share',
    title: '占比',
    width: 7,
    value: row => shares[row]!,
    text: row => shown(shares[row]!, share => `${(share * 100).toFixed(1)}%`.replace('-', '−')),
    unit: 0.01,
  }),
  numberColumn({ key: 'days', title: '天数', width: 4, value: row => days[row]!, text: row => shown(days[row]!, String), footer: 'mean' }),
];

const ids = ['s1', 's2', 's3', 's4', 's5', 's6'];

export const small: Sheet = {
  count: 6,
  columns,
  key: row => ids[row] ?? '',
  rowOf: key => (ids.includes(key) ? ids.indexOf(key) : undefined),
  idBegins: text => (/^s[1-6]?$/.test(text) ? (text === 's' ? [0, 5] : [Number(text[1]) - 1, Number(text[1]) - 1]) : undefined),
};

export const spec = (more: Partial<TableSpec>): TableSpec => ({ ...asItComes, ...more });
export const footing = (footers: Readonly<Record<string, Aggregate | 'none'>>): TableSpec => spec({ footers });

/** Rows that the written filters keep. */
export const kept = (texts: readonly string[], view: TableView = openTable(small)): readonly number[] => [
  ...arrangedAtOnce(view, { ...view.spec, filters: texts.map(text => readFilter(text, view.of)) }).shown,
];
