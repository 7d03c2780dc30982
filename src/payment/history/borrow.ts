/**
 * Where the weight of a small or unstable group comes from when its own cases do not carry one: the mean of its ADRG, last year's table, a
 * reference table, in the order a person names. A borrowed weight keeps what the group's own cases gave beside it.
 */
import type { Decimal } from '../../money.ts';

export const lenders = ['adrg', 'previous', 'reference'] as const;
export type Lender = (typeof lenders)[number];

const weightSources = ['computed', 'borrowed', 'reference', 'none'] as const;
export type WeightSource = (typeof weightSources)[number];

/** What the group itself and each lender has; undefined: nothing. */
export type Lent = { readonly computed: Decimal | undefined } & Readonly<Record<Lender, Decimal | undefined>>;

export type Sourced = { readonly weight: Decimal | undefined; readonly source: WeightSource; readonly from: Lender | undefined };

/** A group that is not stable and finds no lender keeps its own weight; one without cases has none, which is no price and not zero. */
export function borrowed(lent: Lent, { stable, order }: { readonly stable: boolean; readonly order: readonly Lender[] }): Sourced {
  const from = stable ? undefined : order.find(lender => lent[lender] !== undefined);
  if (from) return { weight: lent[from], source: from === 'reference' ? 'reference' : 'borrowed', from };
  return { weight: lent.computed, source: lent.computed ? 'computed' : 'none', from: undefined };
}
