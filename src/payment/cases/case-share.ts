/**
 * A cap on how many stays are paid as high: of the discharges of each hospital, or of each group, that the policy pays, at most the share,
 * rounded down. The largest exact ratios stay high, equal ones in the order of stay_id, which is that of the rows in the file; the rest
 * are paid the standard.
 */
import type { GroupColumns } from '../../../grouper/result.ts';
import { Decimal } from '../../money.ts';
import type { HighRule } from '../../policy/outlier-rules.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import type { Draft } from '../as-on-bill.ts';
import { bandIndex, type Price, type Settlement } from '../settlement.ts';

type CaseShare = NonNullable<HighRule['maxCaseShare']>;
type Sharing = { readonly stays: StayTable; readonly grouping: GroupColumns; readonly me: number };

/** `prices` are all of the draft's, with those of this policy. */
export function keepLargest(share: CaseShare, prices: readonly Price[], { stays, grouping, me }: Sharing, draft: Draft): void {
  const keyOf = keys(share, stays, grouping);
  const { count, by, band, standard, payment, exempt } = draft;
  const discharges = new Map<number, number>();
  const high = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    if (by[i] !== me) continue;
    const key = keyOf(i);
    discharges.set(key, (discharges.get(key) ?? 0) + 1);
    if (band[i] !== bandIndex.high) continue;
    const rows = high.get(key);
    if (rows) rows.push(i);
    else high.set(key, [i]);
  }
  const larger = largerRatio(prices, stays, draft);
  for (const [key, rows] of high) {
    const allowed = allowedOf(share, discharges.get(key)!);
    if (rows.length <= allowed) continue;
    for (const i of rows.sort(larger).slice(allowed)) {
      band[i] = bandIndex.normal;
      payment[i] = standard[i]! + (exempt?.[i] ?? 0);
    }
  }
}

export const allowedOf = ({ value }: CaseShare, discharges: number): number => value.times(discharges).floor().toNumber();

/** Discharges that the share of a row is a share of. */
export function dischargesOf(share: CaseShare, { stays, grouping, me }: Sharing, { by, count }: Settlement, row: number): number {
  const keyOf = keys(share, stays, grouping);
  let discharges = 0;
  for (let i = 0; i < count; i++) if (by[i] === me && keyOf(i) === keyOf(row)) discharges++;
  return discharges;
}

function keys({ of }: CaseShare, { words: { hospital } }: StayTable, { group }: GroupColumns): (row: number) => number {
  if (of === 'group') return row => group[row]!;
  return row => (hospital ? hospital.codes[row]! : 0);
}

/** a ÷ b against c ÷ d as a·d against c·b, in whole numbers. */
function largerRatio(prices: readonly Price[], { money: { total } }: StayTable, { price, exempt }: Draft) {
  const digits = Math.max(0, ...prices.map(({ benchmark }) => benchmark.decimalPlaces()));
  const benchmarks: bigint[] = [];
  const benchmarkOf = (row: number): bigint => {
    const p = price[row]!;
    const whole = benchmarks[p] ?? BigInt(prices[p]!.benchmark.toFixed(digits, Decimal.ROUND_DOWN).replace('.', ''));
    benchmarks[p] = whole;
    return whole;
  };
  const costs = new Map<number, bigint>();
  const costOf = (row: number): bigint => {
    const cost = costs.get(row) ?? BigInt(total![row]! - (exempt?.[row] ?? 0));
    costs.set(row, cost);
    return cost;
  };
  return (a: number, b: number): number => {
    const [left, right] = [costOf(a) * benchmarkOf(b), costOf(b) * benchmarkOf(a)];
    return left === right ? a - b : left > right ? -1 : 1;
  };
}
