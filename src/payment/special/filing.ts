/**
 * The stays that a hospital may file, in the order in which it would: the largest C − S first, equal ones in the order of stay_id. Of each
 * hospital floor(discharges × quota) are approved. A stay that would not be paid more than it is anyway is no case to file: it stays on
 * the list, and takes no place of the quota. Rows and whole numbers only, because a region has a hundred thousand of them.
 */
import { toFen } from '../../money.ts';
import type { SpecialRule } from '../../policy/special-rule.ts';
import type { ToPay } from '../settle.ts';
import { type Band, bands, type Price, type Settlement } from '../settlement.ts';
import { leastCost, type Meets, meetsCandidate } from './meets-candidate.ts';

/** As paid before any special case: by band, before the fund's part. */
export type PaidSoFar = Pick<Settlement, 'count' | 'by' | 'band' | 'price' | 'prices' | 'standard' | 'payment' | 'exempt'>;

export type Filing = {
  /** Rows of the candidates in the order of filing. */
  readonly rows: Uint32Array;
  /** By place in `rows`: rank in the hospital from 1, 0 for no gain; and fen of payment when approved, with what is paid apart. */
  readonly rank: Uint32Array;
  readonly approved: Float64Array;
  /** Of the hospital of a row. */
  dischargesOf(row: number): number;
  quotaOf(row: number): number;
  /** Of each reason of the rule. */
  readonly tests: readonly Meets[];
};

export function filingOf({ stays, part, me }: ToPay, rule: SpecialRule, paid: PaidSoFar): Filing {
  const { count, by, band, price, prices, standard, payment, exempt } = paid;
  const total = stays.money.total ?? new Float64Array(count).fill(Number.NaN);
  const { grouping, groups } = part;
  const asked = { stays, grouped: grouping && groups ? { columns: grouping, groups } : undefined };
  const tests = rule.candidates.map(candidate => meetsCandidate(candidate, prices, asked));
  const hospitals = stays.words.hospital;
  const discharges = new Float64Array(hospitals?.words.length ?? 1);
  const codes = hospitals?.codes;
  const hospitalOf = (row: number): number => (codes === undefined ? 0 : codes[row]!);
  const found: number[] = [];
  const least = new Float64Array(prices.length).fill(Number.NaN);
  for (let row = 0; row < count; row++) {
    if (by[row] !== me) continue;
    discharges[codes === undefined ? 0 : codes[row]!]! += 1;
    const p = price[row]!;
    if (mayFile[band[row]!] === 0 || p < 0) continue;
    const cost = total[row]! - (exempt === undefined ? 0 : exempt[row]!);
    // nearly every stay lies below every reason: one number of its price says so
    if (Number.isNaN(least[p]!)) least[p] = Math.min(...rule.candidates.map(candidate => leastCost(candidate, prices[p]!)));
    if (!(cost >= least[p]!)) continue;
    for (let t = 0; t < tests.length; t++) {
      if (!tests[t]!(row, cost, p)) continue;
      found.push(row);
      break;
    }
  }
  const excess = (row: number): number => total[row]! - (exempt?.[row] ?? 0) - standard[row]!;
  const rows = Uint32Array.from(found).sort((a, b) => excess(b) - excess(a) || a - b);
  const quotas = Float64Array.from(discharges, all => rule.quota.value.times(all).floor().toNumber());
  const raised = raisedStandards(rule, prices);
  const approved = Float64Array.from(rows, row => (raised ? raised(price[row]!) + (exempt?.[row] ?? 0) : total[row]!));
  return {
    rows,
    rank: ranks(rows, approved, { payment, hospitalOf, hospitals: discharges.length }),
    approved,
    dischargesOf: row => discharges[hospitalOf(row)]!,
    quotaOf: row => quotas[hospitalOf(row)]!,
    tests,
  };
}

/** Paid by their group and their cost: neither by a rule about the stay, nor without a price. */
const filed: readonly Band[] = ['low', 'mid_low', 'normal', 'high'];
const mayFile = Uint8Array.from(bands, band => Number(filed.includes(band)));

/** Fen of S × uplift by price, each rounded once; undefined where cost is paid. */
function raisedStandards(rule: SpecialRule, prices: readonly Price[]): ((price: number) => number) | undefined {
  if (!rule.uplift) return undefined;
  const known = new Float64Array(prices.length).fill(Number.NaN);
  return price => {
    if (Number.isNaN(known[price]!)) known[price] = approvedPayment(rule, prices[price]!, 0);
    return known[price]!;
  };
}

/** Fen, without what is paid apart: cost, or S × uplift, rounded once. */
export const approvedPayment = ({ uplift }: SpecialRule, { standardExact }: Price, cost: number): number =>
  uplift ? toFen(standardExact.times(uplift.value)) : cost;

type Ranking = { readonly payment: Float64Array; readonly hospitalOf: (row: number) => number; readonly hospitals: number };

function ranks(rows: Uint32Array, approved: Float64Array, { payment, hospitalOf, hospitals }: Ranking): Uint32Array {
  const filedBy = new Uint32Array(hospitals);
  return rows.map((row, i) => {
    if (!(approved[i]! > payment[row]!)) return 0;
    const hospital = hospitalOf(row);
    filedBy[hospital]! += 1;
    return filedBy[hospital]!;
  });
}
