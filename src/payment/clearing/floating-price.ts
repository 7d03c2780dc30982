/**
 * 浮动费率、结算点值: what is left of the pool after payments that no price moves, divided by all units, own and others'; rounded to the
 * digits the policy states and kept inside the band around the budgeted price, rounded or not, as far as the reserve carries it.
 */
import { Decimal } from '../../money.ts';
import type { PointValueBand } from '../../policy/point-value-band.ts';
import { type Ends, roundedWithin } from './within-band.ts';

export type PriceInput = {
  /** Yuan on the basis of the price. */
  readonly pool: Decimal;
  /** Yuan paid whatever a unit is worth. */
  readonly fixed: Decimal;
  readonly own: Decimal;
  /** What own units are multiplied by in the denominator: a change of volume that is tried out. */
  readonly multiplier: Decimal;
  readonly others: Decimal;
  readonly digits: number;
  /** The price that months are paid at. */
  readonly budgeted: Decimal;
  readonly band: PointValueBand | undefined;
  /** Yuan on the basis of the price, that may lift a price to the lower end of the band. */
  readonly reserve: Decimal;
};

export type FloatingPrice = {
  /** Exact quotient. */
  readonly raw: Decimal;
  readonly price: Decimal;
  /** The end of the band that the price was kept at; `reserve`: the reserve did not carry it so far. */
  readonly kept: 'low' | 'high' | 'reserve' | undefined;
  /** Yuan that the band moves: from the reserve (more than 0) or into it. */
  readonly moved: Decimal;
};

/** undefined: there is no unit to pay, or nothing left to pay units with. */
export function floatingPrice(input: PriceInput): FloatingPrice | undefined {
  const { pool, fixed, own, multiplier, others, digits, band, budgeted, reserve } = input;
  const units = own.times(multiplier).plus(others);
  const left = pool.minus(fixed);
  if (units.lte(0) || left.lte(0)) return undefined;
  const raw = left.div(units);
  const ends = band && { from: budgeted.times(band.low), to: budgeted.times(band.high) };
  const { price, kept } = ends ? keptInBand(raw, units, { ends, reserve }) : { price: raw, kept: undefined };
  return {
    raw,
    price: kept === 'reserve' ? price.toDecimalPlaces(digits, Decimal.ROUND_DOWN) : roundedWithin(price, digits, ends ?? everything),
    kept,
    moved: kept ? price.minus(raw).times(units) : new Decimal(0),
  };
}

type Kept = Pick<FloatingPrice, 'price' | 'kept'>;

function keptInBand(raw: Decimal, units: Decimal, { ends, reserve }: { readonly ends: Ends; readonly reserve: Decimal }): Kept {
  if (raw.gt(ends.to)) return { price: ends.to, kept: 'high' };
  if (raw.gte(ends.from)) return { price: raw, kept: undefined };
  const carried = raw.plus(reserve.div(units));
  return carried.lt(ends.from) ? { price: carried, kept: 'reserve' } : { price: ends.from, kept: 'low' };
}

const everything: Ends = { from: new Decimal(0), to: new Decimal(Number.POSITIVE_INFINITY) };
