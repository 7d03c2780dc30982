/**
 * 结余留用、合理超支分担 of a year: by hospital from u = Σ fund as on the bills ÷ Σ fund by the method, both of the stays that the method
 * pays; by pool from what the region spent against what the fund may spend, the hospital bearing its part of it.
 */
import { Decimal, type Fen, toFen, yuanOf } from '../../money.ts';
import type { SharingRule } from '../../policy/clearing-rule.ts';
import { type Shared, shared } from '../sharing.ts';
import { hospitalsPart } from './pool.ts';

export type SharedYear = {
  readonly u: Decimal | undefined;
  readonly shared: Shared | undefined;
  /** What is added to (or taken from) what is due. */
  readonly amount: Fen;
  /** By pool what the hospital and the region spent of the fund. */
  readonly own: Fen;
  readonly spent: Fen;
};

export const notShared = (): SharedYear => ({ u: undefined, shared: undefined, ...nothing });
const nothing = { amount: 0 as Fen, own: 0 as Fen, spent: 0 as Fen };

/** Fen of the stays the method pays. Nothing allotted: nothing to share, and no u. */
export function sharedByHospital(actual: Fen, allotted: Fen, { tiers }: Extract<SharingRule, { by: 'hospital' }>): SharedYear {
  if (allotted <= 0) return notShared();
  const made = shared(actual, allotted, tiers);
  return { ...nothing, u: yuanOf(actual).div(yuanOf(allotted)), shared: made, amount: (made.fund - allotted) as Fen };
}

/** Budget 100, own 80 and others' 40 spent, 15 % of a deficit: −3 for all, 80 ÷ 120 of it for the hospital: −2. */
export function sharedByPool(usable: Fen, own: Fen, others: Decimal, rule: Extract<SharingRule, { by: 'pool' }>): SharedYear {
  const spent = yuanOf(own).plus(others);
  const all = hospitalsPart(yuanOf(usable), spent, rule);
  const amount = spent.isZero() ? new Decimal(0) : all.times(yuanOf(own)).div(spent);
  return { ...notShared(), amount: toFen(amount), own, spent: toFen(spent) };
}
