/** The payment of a low, normal or high stay as lines: the standard, what is paid on top of it, or the one amount paid instead. */
import { Decimal, less, yuanOf } from '../money.ts';
import { placeText } from '../policy/leaf.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import type { Bill } from './bill.ts';
import { affine } from './outliers/affine.ts';
import type { Family, Terms } from './outliers/family.ts';
import { billed, figure } from './outliers/figure.ts';
import { highFamily, lowFamily, termsOf } from './outliers/outlier.ts';
import type { Paid } from './pay-stay.ts';
import { rateOf } from './price.ts';
import type { Line, Price } from './settlement.ts';

export function bandLines(paid: Paid, bill: Bill, price: Price, policy: DrgPolicy): Line[] {
  switch (paid.band) {
    case 'normal':
      return [standardLine(price, policy)];
    case 'low':
      return familyLines(lowFamily(policy.low!), policy.low!.payLeaf.at, { paid, bill, price, policy });
    case 'high':
      return familyLines(highFamily(policy.high!), policy.high!.payLeaf.at, { paid, bill, price, policy });
  }
}

type Given = { readonly paid: Paid; readonly bill: Bill; readonly price: Price; readonly policy: DrgPolicy };

function familyLines(family: Family, at: Parameters<typeof placeText>[0], { paid, bill, price, policy }: Given): Line[] {
  if (family.label === 'standard') return [standardLine(price, policy)];
  const working = family.working(yuanOf(bill.cost), termsOf(price, policy));
  const line = (amount: Line['amount']): Line => ({ part: 'payment', label: family.label, amount, working, source: placeText(at) });
  if (family.label !== 'excess') return [line(paid.payment)];
  const terms = termsOf(price, policy);
  const noExcess = policy.high && paid.band === 'high' && family !== affine && withoutExcess(yuanOf(bill.cost), terms);
  // high by the benchmark of the ratio, with nothing above the cap by that of the excess: the formula does not apply
  if (noExcess)
    return [standardLine(price, policy), { ...line(less(paid.payment, price.standard)), label: 'no_excess', working: noExcess }];
  // the exact sum is rounded once; the standard is shown rounded and the excess is what remains
  return [standardLine(price, policy), line(less(paid.payment, price.standard))];
}

/** `4000 ÷ 1500 = 2.6667 ≤ 3 → 0`; undefined where cost lies above the cap. */
function withoutExcess(cost: Decimal, { excessOver, cap }: Terms): string | undefined {
  if (cost.gt(cap.times(excessOver))) return undefined;
  const ratio = cost.div(excessOver).toFixed(4, Decimal.ROUND_DOWN);
  return `${billed(cost)} ÷ ${figure(excessOver)} = ${ratio} ≤ ${figure(cap)} → 0`;
}

/** `10228 × 3.7362 × 1`, by points `84.71 × 100 × 1.2 × 1`; a rebased rate as the policy writes it and the factor of `price.rebase`. */
function standardLine(price: Price, policy: DrgPolicy): Line {
  const rate = rateOf(price.level, price.insurance, policy)!;
  const factor = price.rate.div(rate.value);
  const factors = [
    figure(rate.value),
    ...(factor.eq(1) ? [] : [`${figure(factor)} [price.rebase]`]),
    ...(policy.price.kind === 'points' ? [figure(policy.price.scale.value)] : []),
    figure(price.weight),
    figure(price.coefficient),
  ];
  const places = [placeText(rate.leaf.at), price.weightAt].filter(place => place !== '');
  return { part: 'payment', label: 'standard', amount: price.standard, working: factors.join(' × '), source: places.join(' ') };
}
