/** Terms with the value of a point: the price of a group for a class, place and insurance, and what is paid beyond its lines. */
import { Decimal, toFen } from '../../money.ts';
import type { DipPolicy } from '../../policy/methods/dip.ts';
import { fewestAbove, fewestFrom, mostBelow, mostUpTo } from '../bounds.ts';
import type { Price } from '../settlement.ts';
import type { PaysOnLine } from '../straight-line.ts';
import { deviatedPoints, deviationBand, roundedTo } from './deviation.ts';
import { nearLine } from './near-line.ts';
import type { PointValue } from './point-value.ts';
import type { DipTerms } from './terms.ts';

export type PriceOf = { readonly group: number; readonly insurance: string; readonly terms: DipTerms };

export function dipPrice({ group, insurance, terms }: PriceOf, pointValue: PointValue, policy: DipPolicy): Price {
  const { points, coefficient, factors, place } = terms;
  const { value, unbanded, band, at, bandAt } = pointValue;
  const paid = (rate: Decimal): Decimal => roundedTo(roundedTo(points, policy.rounding.points).times(rate), policy.rounding.standard);
  const standardExact = paid(value);
  const benchmark = terms.benchmark ?? standardExact;
  const perWeight = value.times(policy.scale.value);
  return {
    group,
    level: place.level,
    insurance,
    weight: terms.group.rw,
    weightAt: terms.group.at,
    coefficient,
    rate: value,
    perWeight,
    meanPerWeight: perWeight,
    times: terms.group.rw,
    factors: [...factors, { value: unbanded, at, note: '' }, ...(band ? [{ value, at: bandAt, note: 'point_value_band' }] : [])],
    atCost: false,
    unmodified: band ? paid(unbanded) : standardExact,
    standardExact,
    standard: toFen(standardExact),
    benchmark,
    midLowTo: -1,
    ...linesOf(benchmark, policy),
  };
}

/** The lines as whole fen; an extreme stay is high as well. */
export function linesOf(benchmark: Decimal, { deviation }: DipPolicy): Pick<Price, 'lowTo' | 'highFrom'> {
  const { low, lowInclusive, high, highInclusive } = deviation ?? {};
  return {
    lowTo: low ? (lowInclusive ? mostUpTo : mostBelow)(low.value.times(benchmark)) : -1,
    highFrom: high ? (highInclusive ? fewestFrom : fewestAbove)(high.value.times(benchmark)) : Number.POSITIVE_INFINITY,
  };
}

/** A cost of at least this many fen is reviewed; Infinity without such a line. */
export const extremeFrom = (benchmark: Decimal, { deviation }: DipPolicy): number =>
  deviation?.extreme ? fewestAbove(deviation.extreme.value.times(benchmark)) : Number.POSITIVE_INFINITY;

/** Payments of costs beyond the lines, in fen: points on a straight line in cost, rounded where the policy says so, times what a point is worth. */
export function deviatedPays(terms: DipTerms, price: Price, policy: DipPolicy): { readonly low: PaysOnLine; readonly high: PaysOnLine } {
  const { points } = terms;
  const { benchmark, rate } = price;
  const high = policy.deviation?.high?.value ?? one;
  const paid = payOf(policy.rounding.points, benchmark, rate);
  const raised = onceAsked(() => paid(points.times(one.minus(high)), points));
  const reviewed = policy.deviation?.extreme?.pay === 'standard' ? extremeFrom(benchmark, policy) : Number.POSITIVE_INFINITY;
  return {
    low: onceAsked(() => paid(zero, points)),
    high: reviewed === Number.POSITIVE_INFINITY ? raised : cost => (cost >= reviewed ? price.standard : raised(cost)),
  };
}

/** Pays `fixed` + `slope` × cost ÷ benchmark points. Rounded points are whole numbers of their last digit, and worth a line of their own. */
function payOf(digits: number | undefined, benchmark: Decimal, rate: Decimal): (fixed: Decimal, slope: Decimal) => PaysOnLine {
  if (digits === undefined) {
    return (fixed, slope) => nearLine({ fixed: fixed.times(rate), slope: slope.times(rate), over: benchmark, atLeast: zero });
  }
  const lastDigit = new Decimal(10).pow(digits);
  const worth = nearLine({ fixed: zero, slope: rate.times(100), over: lastDigit, atLeast: zero });
  return (fixed, slope) => {
    const inDigits = (value: Decimal) => value.times(lastDigit).div(100);
    const counted = nearLine({ fixed: inDigits(fixed), slope: inDigits(slope), over: benchmark, atLeast: zero });
    return cost => worth(counted(cost));
  };
}

const [zero, one] = [new Decimal(0), new Decimal(1)];

/** The line is made ready when its first stay comes. */
function onceAsked(make: () => PaysOnLine): PaysOnLine {
  let made: PaysOnLine | undefined;
  return cost => {
    made ??= make();
    return made(cost);
  };
}

export type Priced = { readonly terms: DipTerms; readonly price: Price; readonly policy: DipPolicy };

/** The definition: what a cost beyond the lines is paid; to be reviewed, the standard as it is rounded. */
export function deviatedPay(cost: Decimal, { terms, price, policy: { deviation, rounding } }: Priced): number {
  const { benchmark, rate } = price;
  if (deviation?.extreme?.pay === 'standard' && deviationBand(cost, benchmark, deviation) === 'extreme') return price.standard;
  return toFen(roundedTo(deviatedPoints({ cost, benchmark, points: terms.points, deviation }), rounding.points).times(rate));
}
