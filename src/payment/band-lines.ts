/** The payment of a low, mid-low, normal or high stay as lines: the standard, what is paid on top of it, or the one amount paid instead. */
import { Decimal, less } from '../money.ts';
import { type Leaf, placeText } from '../policy/leaf.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import { boundText, type DrawnBand } from './bound-text.ts';
import type { Family, Terms } from './outliers/family.ts';
import { billed, figure } from './outliers/figure.ts';
import { highFamily, lowFamily, midLowFamily, termsOf, unstableFamily } from './outliers/outlier.ts';
import { factorText } from './price.ts';
import type { Line, Price } from './settlement.ts';

export type InBand = {
  readonly band: DrawnBand | 'at_cost';
  /** Yuan, without what is paid apart. */
  readonly cost: Decimal;
  readonly payment: Line['amount'];
  readonly price: Price;
  readonly policy: DrgPolicy;
};

export function bandLines(paid: InBand): Line[] {
  const { band, cost, price, policy } = paid;
  if (band === 'at_cost') {
    const { unstable } = policy.groupRules;
    const leaves = [unstable!.leaf, unstable!.groups.leaf];
    return familyLines(unstableFamily(unstable!), { ...paid, bound: '', rule: 'group_flags.unstable_pay', leaves });
  }
  const bound = boundText(band, cost, price, policy);
  const by = (family: Family, rule: string, ...numbers: readonly string[]): Line[] => {
    const leaves = [rule, ...numbers].flatMap(path => policy.leaves.get(path) ?? []).filter(({ value }) => value !== null);
    return familyLines(family, { ...paid, bound, rule, leaves });
  };
  switch (band) {
    case 'normal':
      return [{ ...standardLine(price, policy), bound }];
    case 'low':
      return by(lowFamily(policy.low!), 'outliers.low.pay', 'outliers.low.threshold');
    case 'mid_low':
      return by(midLowFamily(policy.midLow!), 'outliers.mid_low.pay', 'outliers.mid_low.threshold', 'outliers.mid_low.share');
    case 'high':
      return by(highFamily(policy.high!), 'outliers.high.pay', 'outliers.high.tiers', ...highNumbers);
  }
}

const highNumbers = ['excess_tiers', 'excess_up_to', 'excess_pay_ratio', 'affine_base', 'band_share'].map(name => `outliers.high.${name}`);

type Given = InBand & { readonly bound: string; readonly rule: string; readonly leaves: readonly Leaf[] };

function familyLines(family: Family, { cost, payment, price, policy, rule, bound, leaves }: Given): Line[] {
  const standard = { ...standardLine(price, policy), bound };
  if (family.label === 'standard') return [{ ...standard, rule }];
  const terms = termsOf(price, policy);
  const working = family.working(cost, terms);
  const line: Line = { part: 'payment', label: family.label, amount: payment, working, source: placesText(leaves), rule, bound };
  if (family.label !== 'excess') return [line];
  // the exact sum is rounded once; the standard is shown rounded and the excess is what remains
  const excess = less(payment, price.standard);
  const noExcess = policy.high?.pay === 'affine' ? undefined : withoutExcess(cost, terms);
  // high by the benchmark of the ratio, with nothing above the cap by that of the excess: the formula does not apply
  if (noExcess) return [standard, { ...line, amount: excess, label: 'no_excess', working: noExcess }];
  return [standard, { ...line, amount: excess }];
}

/** `4000 ÷ 1500 = 2.6667 ≤ 3 → 0`; undefined where cost lies above the cap. */
function withoutExcess(cost: Decimal, { excessOver, cap }: Terms): string | undefined {
  if (cost.gt(cap.times(excessOver))) return undefined;
  // cut, never rounded up over the cap
  const ratio = cost.div(excessOver).toFixed(4, Decimal.ROUND_DOWN);
  return `${billed(cost)} ÷ ${figure(excessOver)} = ${ratio} ≤ ${figure(cap)} → 0`;
}

/** `10228 × 3.7362 × 1`, by points `84.71 × 100 × 1.2 × 1`, and every factor that a rule puts in with its name: `× 1.1 [modifiers.child]`. */
function standardLine({ level, insurance, factors, standard }: Price, { price: { kind } }: DrgPolicy): Line {
  const working = factors.map(factor => factorText(factor, figure)).join(' × ');
  const source = [...new Set(factors.map(({ at }) => at))].filter(at => at !== '').join(' ');
  return { part: 'payment', label: 'standard', amount: standard, working, source, rule: ruleOf[kind](level, insurance), bound: '' };
}

const ruleOf: Readonly<Record<DrgPolicy['price']['kind'], (level: string, insurance: string) => string>> = {
  rate: (level, insurance) => `price.rates.${level}.${insurance}`,
  points: (_level, insurance) => `price.point_value.${insurance}`,
  standards: () => 'weights.table',
};

/** Every place once, in the order given. */
const placesText = (leaves: readonly Leaf[]): string => [...new Set(leaves.map(({ at }) => placeText(at)))].join(' ');
