/**
 * The price of a group for one level and insurance: standard, benchmark of the ratio, and the lines as whole fen.
 * Rate: S = W·r·k. Points: S = W·scale·k·PV. A table in yuan: S = the cell·k. Benchmark: W·r or AC·W, with k or without, as the policy says.
 * Modifiers multiply the standard that is paid; the ratio and the band are decided without them.
 */
import { Decimal, toFen } from '../money.ts';
import { inSet } from '../policy/group-set.ts';
import type { Benchmark, DrgPolicy } from '../policy/policy.ts';
import { capFor } from '../policy/tiers.ts';
import { fewestAbove, fewestFrom, mostBelow, mostUpTo } from './bounds.ts';
import { coefficientFor } from './coefficient.ts';
import type { GroupTerms } from './group-terms.ts';
import { modifiersFor } from './modifiers.ts';
import { moneyFor } from './money-of-weight.ts';
import { roundedPoints } from './points.ts';
import type { PriceKey } from './price-keys.ts';
import type { Factor, Price } from './settlement.ts';

/** What the tables say of the group, and what a rebase multiplies the money of one weight by. */
export type Weighing = { readonly group: number; readonly terms: GroupTerms; readonly rateFactor: Decimal };

/** undefined: the policy has no rate for the level and insurance, or the table has no number for the group. */
export function priceOf(key: PriceKey, { group, terms, rateFactor }: Weighing, policy: DrgPolicy): Price | undefined {
  const { unstable } = policy.groupRules;
  const atCost = unstable !== undefined && inSet(unstable.groups, terms.named);
  const money = moneyFor(key, { terms, rateFactor, atCost }, policy);
  if (!money) return undefined;
  const { rate, perWeight, meanPerWeight, weight, times } = money;
  const k = coefficientFor(key, terms, policy);
  const modifiers = modifiersFor(key, terms.named, policy);
  const exact = times.times(perWeight).times(k.value);
  const unmodified = standardOf(exact, rate, policy);
  const standardExact =
    modifiers.length === 0
      ? unmodified
      : standardOf(
          modifiers.reduce((product, { value }) => product.times(value), exact),
          rate,
          policy,
        );
  const benchmark = benchmarkOf({ times, coefficient: k.value, meanPerWeight }, policy.ratioBenchmark);
  return {
    group,
    level: key.level,
    insurance: key.insurance,
    weight,
    times,
    weightAt: terms.at,
    coefficient: k.value,
    rate,
    perWeight,
    meanPerWeight,
    atCost,
    factors: [...money.factors, k, ...modifiers],
    unmodified,
    standardExact: atCost ? nothing : standardExact,
    standard: toFen(atCost ? nothing : standardExact),
    benchmark,
    ...(atCost ? wholly : linesAround(weight, benchmark, policy)),
  };
}

const nothing = new Decimal(0);
/** Every cost lies below the line under which cost is paid. */
const wholly = { lowTo: Number.POSITIVE_INFINITY, midLowTo: -1, highFrom: Number.POSITIVE_INFINITY } as const;

function standardOf(exact: Decimal, rate: Decimal, { price, rounding }: DrgPolicy): Decimal {
  const standard = price.kind === 'points' ? roundedPoints(exact, rate, rounding.points) : exact;
  return rounding.standard === undefined ? standard : standard.toDecimalPlaces(rounding.standard, Decimal.ROUND_HALF_UP);
}

/** b1 with the coefficient, b0 without; the exact product, also where the policy rounds the standard. */
export function benchmarkOf(
  { times, coefficient, meanPerWeight }: Pick<Price, 'times' | 'coefficient' | 'meanPerWeight'>,
  which: Benchmark,
): Decimal {
  const mean = times.times(meanPerWeight);
  return which === 'without_coefficient' ? mean : mean.times(coefficient);
}

function linesAround(
  weight: Decimal,
  benchmark: Decimal,
  { low, midLow, high }: DrgPolicy,
): Pick<Price, 'lowTo' | 'midLowTo' | 'highFrom'> {
  return {
    lowTo: upTo(low, benchmark),
    midLowTo: upTo(midLow, benchmark),
    highFrom: high ? (high.inclusive ? fewestFrom : fewestAbove)(capFor(weight, high.tiers).times(benchmark)) : Number.POSITIVE_INFINITY,
  };
}

const upTo = (rule: DrgPolicy['low'] | DrgPolicy['midLow'], benchmark: Decimal): number =>
  rule ? (rule.inclusive ? mostUpTo : mostBelow)(rule.threshold.value.times(benchmark)) : -1;

/** A rebase, modifier or factor of a group stands beside its name. */
export const factorText = ({ value, note }: Factor, figure: (value: Decimal) => string): string =>
  note === '' ? figure(value) : `${figure(value)} [${note}]`;
