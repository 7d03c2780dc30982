/**
 * 结余留用、合理超支分担 of a year: by hospital, each for itself, from u = Σ fund as on the bills ÷ Σ fund by the method, both of the stays
 * that the method pays; by pool from what the region spent against what the fund may spend, the hospital bearing its part of it.
 */
import { Decimal, type Fen, less, sum, toFen, yuanOf } from '../../money.ts';
import type { SharingRule } from '../../policy/clearing-rule.ts';
import { type Shared, shared } from '../sharing.ts';
import { hospitalsPart } from './pool.ts';

export type SharedYear = {
  /** Those that the method pays something; none by pool. */
  readonly hospitals: readonly SharedHospital[];
  /** What is added to (or taken from) what is due; of it what is added to those that spent too much. */
  readonly amount: Fen;
  readonly excess: Fen;
  /** By pool what the hospital and the region spent of the fund. */
  readonly own: Fen;
  readonly spent: Fen;
};

/** Fen of the stays that the method pays, as on the bills and by the method. */
export type Spent = { readonly hospital: string; readonly actual: Fen; readonly allotted: Fen };
export type SharedHospital = Spent & { readonly u: Decimal; readonly shared: Shared; readonly amount: Fen };

export const notShared = (): SharedYear => ({ hospitals: [], amount: zero, excess: zero, own: zero, spent: zero });
const zero = 0 as Fen;

/** H1 8,000 and H2 12,000 of 10,000 each: H1 keeps of its surplus what its tiers say, H2 is borne what its own do; u is not 1 for both. */
export function sharedByHospital(hospitals: readonly Spent[], rule: Extract<SharingRule, { by: 'hospital' }>): SharedYear {
  const made = hospitals.flatMap(hospital => sharedHospital(hospital, rule));
  const amounts = made.map(({ amount }) => amount);
  return { ...notShared(), hospitals: made, amount: sum(amounts), excess: sum(amounts.filter(amount => amount > 0)) };
}

/** Nothing allotted: nothing to share, and no u. */
function sharedHospital(spent: Spent, { tiers }: Extract<SharingRule, { by: 'hospital' }>): readonly SharedHospital[] {
  const { actual, allotted } = spent;
  if (allotted <= 0) return [];
  const made = shared(actual, allotted, tiers);
  return [{ ...spent, u: yuanOf(actual).div(yuanOf(allotted)), shared: made, amount: less(made.fund, allotted) }];
}

/** Budget 100, own 80 and others' 40 spent, 15 % of a deficit: −3 for all, 80 ÷ 120 of it for the hospital: −2. */
export function sharedByPool(usable: Fen, own: Fen, others: Decimal, rule: Extract<SharingRule, { by: 'pool' }>): SharedYear {
  const spent = yuanOf(own).plus(others);
  const all = hospitalsPart(yuanOf(usable), spent, rule);
  const amount = spent.isZero() ? new Decimal(0) : all.times(yuanOf(own)).div(spent);
  const part = toFen(amount);
  return { ...notShared(), amount: part, excess: Math.max(0, part) as Fen, own, spent: toFen(spent) };
}
