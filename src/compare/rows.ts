/** Sums become the rows a person reads: total of a scenario, its rows in order, and the difference of two scenarios. */
import { Decimal } from '../money.ts';
import type { ChangeRow, Row, Totals } from './comparison.ts';
import { type Keys, UNPRICED_KEY } from './keys.ts';
import type { Part } from './parts.ts';
import type { Tally } from './tally.ts';
import { weightSum } from './weights.ts';

/** Every row that holds a stay. Places and months in the order of their keys; departments, doctors and groups by cost, the dearest first. */
export function rowsOf(tally: Tally, keys: Keys, part: Part): Row[] {
  const rows = filled(tally).map(row => ({ key: keys.key[row]!, label: keys.label[row]!, ...totalsOf(tally, [row]) }));
  return rows.sort(dearestFirst.has(part) ? byCost : byKey);
}

const dearestFirst: ReadonlySet<Part> = new Set(['department', 'doctor', 'group', 'drg']);

/** The sum of these rows; every row of the tally unless some are named. */
export function totalsOf(tally: Tally, rows: readonly number[] = filled(tally)): Totals {
  const [cost, payment, priced] = [summed(tally.cost, rows), summed(tally.payment, rows), summed(tally.priced, rows)];
  const weight = tally.weights.distinct.length > 0 ? weightSum(tally.weights, tally.counts, rows) : undefined;
  return balanced({
    stays: summed(tally.stays, rows),
    unpriced: summed(tally.unpriced, rows),
    unpricedCost: summed(tally.unpricedCost, rows),
    cost,
    payment,
    fund: summed(tally.fund, rows),
    patient: summed(tally.patient, rows),
    other: summed(tally.other, rows),
    margin: summed(tally.margin, rows),
    days: summed(tally.days, rows),
    priced,
    low: summed(tally.low, rows),
    high: summed(tally.high, rows),
    groupResult: payment - cost,
    weight: weight?.toString() ?? '',
    cmi: weight && priced > 0 ? weight.div(priced).toFixed(4, Decimal.ROUND_HALF_UP) : '',
  });
}

const summed = (column: Float64Array, rows: readonly number[]): number => rows.reduce((so, row) => so + column[row]!, 0);

const changed = ['stays', 'cost', 'fund', 'patient', 'other', 'margin', 'payment', 'groupResult'] as const;

export function changeOf(reform: ChangeRow | undefined, baseline: ChangeRow | undefined): ChangeRow {
  return Object.fromEntries(changed.map(name => [name, (reform?.[name] ?? 0) - (baseline?.[name] ?? 0)])) as ChangeRow;
}

/** Changes of every key of either list: the reform's keys in its order, then what only the baseline has. */
export function changesByKey(reform: readonly Row[], baseline: readonly Row[]): (ChangeRow & { readonly key: string })[] {
  const before = new Map(baseline.map(row => [row.key, row]));
  const here = new Set(reform.map(row => row.key));
  return [
    ...reform.map(row => ({ key: row.key, ...changeOf(row, before.get(row.key)) })),
    ...baseline.filter(row => !here.has(row.key)).map(row => ({ key: row.key, ...changeOf(undefined, row) })),
  ];
}

const filled = (tally: Tally): number[] => [...tally.stays.keys()].filter(row => tally.stays[row]! > 0);

const byKey = (a: Row, b: Row): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
const byCost = (a: Row, b: Row): number =>
  Number(a.key === UNPRICED_KEY) - Number(b.key === UNPRICED_KEY) || (b.cost || 0) - (a.cost || 0) || byKey(a, b);

/** The identity of every row. Breaking it is a bug, not an input mistake; where the file gives no patient part it cannot be checked. */
function balanced(totals: Totals): Totals {
  const { cost, margin, fund, patient, other } = totals;
  const gap = cost + margin - (fund + patient + other);
  if (gap !== 0 && !Number.isNaN(gap)) throw new Error(`cost + margin differs from fund + patient + other by ${gap} fen`);
  return totals;
}
