/**
 * The value of a point. 980 M over 98,000,000 points are 10.0000 (预算点值); a fund of 680 M that pays .70 of cost is 9.9125 over the same
 * points (结算点值). Within a band (均衡区间) the settlement value stays within ± its width of the budget value; the reserve pays what that adds.
 */
import { Decimal } from '../../money.ts';
import type { PointValueRule } from '../../policy/dip-point-value.ts';
import { placeText } from '../../policy/leaf.ts';
import { roundedWithin } from '../clearing/within-band.ts';

export type PointValue = {
  /** Yuan a point, as it is paid. */
  readonly value: Decimal;
  /** Before the band. */
  readonly unbanded: Decimal;
  /** undefined: no band. */
  readonly band: { readonly from: Decimal; readonly to: Decimal } | undefined;
  /** Yuan over all points of the region: what the reserve adds, less than 0 what it takes; 0 without a band. */
  readonly reserve: Decimal;
  readonly at: string;
  readonly bandAt: string;
};

/** `own`: points of the stays that are paid, which count where the rule states only those of the other hospitals. */
export function pointValueOf(rule: PointValueRule, own: Decimal, digits: number | undefined): PointValue {
  const rounded = (exact: Decimal): Decimal => (digits === undefined ? exact : exact.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP));
  switch (rule.kind) {
    case 'given': {
      const value = rounded(rule.value.value);
      return { value, unbanded: value, band: undefined, reserve: zero, at: placeText(rule.value.leaf.at), bandAt: '' };
    }
    case 'budget': {
      const value = rounded(rule.budget.cost.div(rule.budget.points));
      return { value, unbanded: value, band: undefined, reserve: zero, at: placeText(rule.budget.costsLeaf.at), bandAt: '' };
    }
    case 'settlement': {
      const points = rule.withOwn ? rule.points.value.plus(own) : rule.points.value;
      // nobody has a point: nothing is paid by it
      const unbanded = points.eq(0) ? zero : rounded(rule.fund.value.div(rule.fundShare.value.times(points)));
      const at = placeText(rule.fund.leaf.at);
      if (!rule.band) return { value: unbanded, unbanded, band: undefined, reserve: zero, at, bandAt: '' };
      const middle = rule.band.budget.cost.div(rule.band.budget.points);
      const width = rule.band.width.value;
      const band = { from: middle.times(one.minus(width)), to: middle.times(one.plus(width)) };
      const value = roundedWithin(Decimal.max(band.from, Decimal.min(band.to, unbanded)), digits, band);
      return { value, unbanded, band, reserve: value.minus(unbanded).times(points), at, bandAt: placeText(rule.band.width.leaf.at) };
    }
  }
}

const [zero, one] = [new Decimal(0), new Decimal(1)];
