/**
 * Columns of figures. Totals are shown in ten-thousands of yuan, means in yuan; a file gets the exact amount in yuan. A sum is the footer
 * of what adds up; of a mean or a share the footer is that of all rows together, worked out from their sums.
 */
import { Decimal, yuanText } from '../../money.ts';
import { count, percent, quotient, signed, yuan } from '../../report/format.ts';
import { minus, shownChange, shownWan } from '../../report/shown-money.ts';
import { type Column, numberColumn } from '../table/sheet.ts';
import { toneOf } from '../theme.ts';

type Named = Pick<Column, 'key' | 'title' | 'width'> & Partial<Pick<Column, 'fixed'>>;
type Amount = (row: number) => number;

/** Fen in one of ten-thousand yuan, in `unit` of `value`. */
const WAN = 1_000_000;

export const countColumn = (named: Named, value: Amount): Column =>
  numberColumn({ ...named, value, text: row => whole(value(row)), exact: row => plain(value(row)), show: count, footer: 'sum' });

export const totalColumn = (named: Named, value: Amount): Column =>
  numberColumn({
    ...named,
    value,
    text: row => shownWan(value(row)),
    exact: row => yuanText(value(row)),
    unit: WAN,
    show: shownWan,
    footer: 'sum',
  });

/** With its sign; a gain or a loss also by its tone, unless it is neither (what patients pay). */
export const differenceColumn = (named: Named, value: Amount, { toned = true } = {}): Column => ({
  ...totalColumn(named, value),
  text: row => shownChange(value(row)),
  show: shownChange,
  ...(toned ? { tone: (row: number) => toneOf(value(row)) } : {}),
});

export type Quotient = { readonly of: Amount; readonly by: Amount };

/** Yuan for each of `by`. */
export const meanCostColumn = (named: Named, { of, by }: Quotient): Column =>
  numberColumn({
    ...named,
    value: row => of(row) / by(row),
    text: row => quotient(of(row), by(row) * 100),
    exact: row => decimals(of(row), by(row) * 100, 2),
    unit: 100,
    show: yuan,
    together: rows => known(quotient(total(rows, of), total(rows, by) * 100)),
  });

export const meanColumn = (named: Named, { of, by }: Quotient): Column =>
  numberColumn({
    ...named,
    value: row => of(row) / by(row),
    text: row => quotient(of(row), by(row), 1),
    exact: row => decimals(of(row), by(row), 4),
    show: mean => quotient(mean, 1, 1),
    together: rows => known(quotient(total(rows, of), total(rows, by), 1)),
  });

/** `toned`: a share of a gain or a loss has its sign. */
export const shareColumn = (named: Named, { of, by }: Quotient, { toned = false } = {}): Column => {
  const told = (a: number, b: number) => (toned ? minus(signed(percent(a, b))) : percent(a, b));
  return numberColumn({
    ...named,
    value: row => of(row) / by(row),
    text: row => told(of(row), by(row)),
    exact: row => decimals(of(row), by(row), 6),
    unit: 0.01,
    show: share => told(share, 1),
    together: rows => known(told(total(rows, of), total(rows, by))),
    ...(toned ? { tone: (row: number) => toneOf(of(row)) } : {}),
  });
};

/** A CMI: Σ weight ÷ priced stays, from exact sums of weights ('' where the method has none). */
export const cmiColumn = (
  named: Named,
  { weight, priced }: { readonly weight: (row: number) => string; readonly priced: Amount },
): Column => {
  const told = (sum: Decimal, stays: number) => (stays > 0 ? sum.div(stays).toFixed(4, Decimal.ROUND_HALF_UP) : '');
  const of = (row: number) => (weight(row) === '' ? '' : told(new Decimal(weight(row)), priced(row)));
  return numberColumn({
    ...named,
    value: row => Number(of(row) || Number.NaN),
    text: row => of(row) || '–',
    exact: of,
    show: cmi => quotient(cmi, 1, 4),
    together: rows => told(weightOf(rows, weight), total(rows, priced)),
  });
};

/** Exact decimal texts that add up: a sum of weights. */
export const exactColumn = (named: Named, of: (row: number) => string, sum: (rows: Uint32Array) => Decimal): Column =>
  numberColumn({
    ...named,
    value: row => Number(of(row) || Number.NaN),
    text: row => of(row) || '–',
    exact: of,
    together: rows => (rows.some(row => of(row) !== '') ? sum(rows).toString() : ''),
  });

export const weightOf = (rows: Uint32Array, weight: (row: number) => string): Decimal =>
  rows.reduce((sum, row) => sum.plus(weight(row) || 0), new Decimal(0));

const total = (rows: Uint32Array, of: Amount): number => rows.reduce((sum, row) => sum + of(row), 0);
const known = (text: string): string => (text === '–' ? '' : text);
const whole = (n: number): string => (Number.isNaN(n) ? '–' : count(n));
const plain = (n: number): string => (Number.isNaN(n) ? '' : String(n));
const decimals = (a: number, b: number, digits: number): string =>
  b === 0 || Number.isNaN(a) || Number.isNaN(b) ? '' : new Decimal(a).div(b).toFixed(digits, Decimal.ROUND_HALF_UP);
