/** 按人头付费 over columns: the stays of an insurance share what its heads come to, in proportion to their cost. */
import { Decimal, type Fen, toFen, yuanOf } from '../../money.ts';
import type { CapitationPolicy, Heads } from '../../policy/methods/capitation.ts';
import type { Draft } from '../as-on-bill.ts';
import { fundColumns } from '../fund-columns.ts';
import { NOT_IN_POOL, payPools } from '../pool/pay-pools.ts';
import type { ToPay } from '../settle.ts';
import { leaveUnpriced } from './leave-unpriced.ts';

export function payCapitation({ stays, me }: ToPay, policy: CapitationPolicy, draft: Draft): void {
  const { insurance } = stays.words;
  const insurances = [...policy.heads.keys()];
  const pools = (insurance?.words ?? ['']).map(word => insurances.indexOf(policy.insurance.get(word) ?? ''));
  const of = new Int32Array(draft.count).fill(NOT_IN_POOL);
  for (let i = 0; i < draft.count; i++) {
    if (draft.by[i] !== me) continue;
    of[i] = pools[insurance ? insurance.codes[i]! : 0]!;
    if (of[i] === NOT_IN_POOL) leaveUnpriced(draft, i, 'insurance_unmapped');
  }
  const amount = (pool: number, actual: number) => capitationPays(actual, policy.heads.get(insurances[pool]!)!, policy.quality.value);
  payPools(draft, { band: 'capitation', of, count: insurances.length, amount });
  fundColumns(stays, policy.fund, { draft, me });
}

/** 2,000 heads × 500 × 1.2 + 8,000 × 500 − 200,000 = 5,000,000; cost 4,600,000, quality 0.9: 4,600,000 + 400,000 × 0.9 = 4,960,000. */
export function capitationPays(actual: number, heads: Heads, quality: Decimal): Fen {
  const [spent, given] = [yuanOf(actual), capitationOf(heads)];
  return toFen(spent.gte(given) ? given : spent.plus(given.minus(spent).times(quality)));
}

/** Yuan, exact. Where more was spent elsewhere than the heads come to, nothing is left for the stays, and nothing is taken back. */
export const capitationOf = ({ amount, enrolled, referredOut }: Heads): Decimal =>
  Decimal.max(
    0,
    enrolled.bands
      .reduce((sum, { heads, factor }) => sum.plus(factor.times(heads).times(amount.value)), new Decimal(0))
      .minus(referredOut.value),
  );
