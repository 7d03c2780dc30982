/** Sums become the rows a person reads: total of a scenario, its rows in order, and the difference of two scenarios. */
import { Decimal } from '../money.ts';
import type { ChangeRow, Dimension, Row, Totals } from './comparison.ts';
import { type Keys, UNPRICED_KEY } from './keys.ts';
import { type Sum, sums, type Tally } from './tally.ts';
import { weightSum } from './weights.ts';

/** Every row that holds a stay. Places and months in the order of their keys; departments and groups by cost, the dearest first. */
export function rowsOf(tally: Tally, keys: Keys, dimension: Dimension): Row[] {
  const rows = filled(tally).map(row => ({ key: keys.key[row]!, label: keys.label[row]!, ...totalsOf(tally, [row]) }));
  return rows.sort(dimension === 'department' || dimension === 'group' ? byCost : byKey);
}

/** The sum of these rows; every row of the tally unless some are named. */
export function totalsOf(tally: Tally, rows: readonly number[] = filled(tally)): Totals {
  const sum = Object.fromEntries(sums.map(name => [name, rows.reduce((so, row) => so + tally[name][row]!, 0)])) as Record<Sum, number>;
  const weighted = tally.weights.distinct.length > 0;
  const weight = weighted ? weightSum(tally.weights, tally.counts, rows) : undefined;
  const cmi = weight && sum.priced > 0 ? weight.div(sum.priced).toFixed(4, Decimal.ROUND_HALF_UP) : '';
  return balanced({ ...sum, groupResult: sum.payment - sum.cost, weight: weight?.toString() ?? '', cmi });
}

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
