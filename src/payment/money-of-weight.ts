/**
 * The money of one weight for a group, level and insurance: the rate, or point value × scale, or the standard that a table in yuan states;
 * with 基层病种 and the factors of groups and insurances. Every factor keeps the line it comes from.
 */
import { Decimal } from '../money.ts';
import type { PrimaryCare } from '../policy/group-rules.ts';
import { inSet } from '../policy/group-set.ts';
import { placeText } from '../policy/leaf.ts';
import type { DrgPolicy, Sourced } from '../policy/policy.ts';
import type { GroupTerms } from './group-terms.ts';
import type { PriceKey } from './price-keys.ts';
import type { Factor, Price } from './settlement.ts';

export type Money = Pick<Price, 'rate' | 'perWeight' | 'meanPerWeight' | 'weight' | 'times' | 'factors'>;
export type MoneyOf = {
  readonly terms: GroupTerms;
  readonly rateFactor: Decimal;
  /** Paid by its cost: the group may have no number. */
  readonly atCost: boolean;
};

export function moneyFor(key: PriceKey, { terms, rateFactor, atCost }: MoneyOf, policy: DrgPolicy): Money | undefined {
  const care = primaryCareOf(terms, key, policy);
  const moved = [...(rateFactor.eq(1) ? [] : [factor(rateFactor, '', 'price.rebase')]), ...groupFactors(terms, key, policy, care)];
  const number = terms.number ?? (atCost ? new Decimal(0) : undefined);
  const { price } = policy;
  if (price.kind === 'standards') return standardMoney(key, { terms, care, moved, atCost }, policy);
  const base = baseRate(key, care, policy);
  if (!base || !number) return undefined;
  const weight = policy.weightRule.unit === 'point' && price.kind === 'points' ? number.div(price.scale.value) : number;
  const moving = moved.reduce((all, { value }) => all.times(value), one);
  const inTable = factor(number, terms.at);
  if (base.perWeight || price.kind === 'rate') {
    const perWeight = base.value.times(moving);
    const factors = [factor(base.value, base.at), ...moved, weight === number ? inTable : factor(weight, terms.at)];
    if (price.kind === 'rate') return { rate: perWeight, perWeight, meanPerWeight: perWeight, weight, times: weight, factors };
    const rate = perWeight.div(price.scale.value);
    return { rate, perWeight, meanPerWeight: meanOf(terms, rateFactor, policy), weight, times: weight, factors };
  }
  const rate = base.value.times(moving);
  const scale = weight === number ? [factor(price.scale.value, placeText(price.scale.leaf.at))] : [];
  return {
    rate,
    perWeight: rate.times(price.scale.value),
    meanPerWeight: meanOf(terms, rateFactor, policy),
    weight,
    times: weight,
    factors: [factor(base.value, base.at), ...moved, ...scale, inTable],
  };
}

const one = new Decimal(1);
export const factor = (value: Decimal, at: string, note = ''): Factor => ({ value, at, note });

/** The rule of the groups of primary care, where it holds for the group and the level. */
export function primaryCareOf({ named }: GroupTerms, { level }: PriceKey, { groupRules }: DrgPolicy): PrimaryCare | undefined {
  const { primaryCare } = groupRules;
  if (!primaryCare || !inSet(primaryCare.groups, named)) return undefined;
  return !primaryCare.levels || primaryCare.levels.includes(level) ? primaryCare : undefined;
}

type Base = { readonly value: Decimal; readonly at: string; readonly perWeight: boolean };

/** Yuan per weight of a level and insurance, or yuan per point of an insurance; the fixed rate of primary care goes before both. */
function baseRate({ level, insurance }: PriceKey, care: PrimaryCare | undefined, policy: DrgPolicy): Base | undefined {
  const found = rateOf(care?.mode === 'use_level' ? care.level : level, insurance, policy);
  if (!found) return undefined;
  const chosen = care?.mode === 'fixed_rate' ? care.value : found;
  return { value: chosen.value, at: placeText(chosen.leaf.at), perWeight: chosen !== found };
}

function rateOf(level: string, insurance: string, { price }: DrgPolicy): Sourced | undefined {
  switch (price.kind) {
    case 'rate':
      return price.rates.get(level)?.get(insurance);
    case 'points':
      return price.pointValue.get(insurance);
    case 'standards':
      return undefined;
  }
}

/** AC, moved with a rebase, divided where the policy divides it for a group (Kaifeng 儿科: AC ÷ 1.1). */
function meanOf({ named }: GroupTerms, rateFactor: Decimal, { price, groupRules: { meanCost } }: DrgPolicy): Decimal {
  if (price.kind !== 'points') throw new Error('only payment by points has a mean cost of its own');
  const mean = price.meanCost.value.times(rateFactor);
  return meanCost && inSet(meanCost.groups, named) ? mean.div(meanCost.divisor.value) : mean;
}

function groupFactors({ named }: GroupTerms, { level, insurance }: PriceKey, { groupRules }: DrgPolicy, care: PrimaryCare | undefined) {
  const factors = groupRules.factors
    .filter(
      rule =>
        (!rule.groups || inSet(rule.groups, named)) &&
        (rule.insurance === undefined || rule.insurance === insurance) &&
        (!rule.levels || rule.levels.includes(level)),
    )
    .map(rule => factor(rule.factor, placeText(rule.item.at), 'price.group_factors'));
  if (care?.mode !== 'rate_factor') return factors;
  return [factor(care.value.value, placeText(care.value.leaf.at), 'primary_care_groups'), ...factors];
}

type InYuan = {
  readonly terms: GroupTerms;
  readonly care: PrimaryCare | undefined;
  readonly moved: readonly Factor[];
  readonly atCost: boolean;
};

/** The standard stands in the table; its weight, beside it or by the mean cost of the region, only chooses the tier. */
function standardMoney({ level, insurance }: PriceKey, { terms, care, moved, atCost }: InYuan, policy: DrgPolicy): Money | undefined {
  if (policy.price.kind !== 'standards') throw new Error('not a table of standards');
  const { meanCost } = policy.price;
  const stated = terms.standard(care?.mode === 'use_level' ? care.level : level, insurance);
  const yuan = stated ?? (atCost ? new Decimal(0) : undefined);
  if (!yuan) return undefined;
  const weight = terms.number ?? (meanCost ? yuan.div(meanCost.value) : new Decimal(0));
  const moving = moved.reduce((all, { value }) => all.times(value), one);
  const fixed = care?.mode === 'fixed_rate' ? care.value : undefined;
  const perWeight = (fixed ? fixed.value : yuan).times(moving);
  const factors = fixed
    ? [factor(fixed.value, placeText(fixed.leaf.at)), ...moved, factor(weight, terms.at)]
    : [factor(yuan, terms.at), ...moved];
  return { rate: perWeight, perWeight, meanPerWeight: perWeight, weight, times: fixed ? weight : one, factors };
}
