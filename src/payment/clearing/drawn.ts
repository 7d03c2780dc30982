/**
 * What the stays of an insurance draw from a pool: units (points, or weights with their coefficients) whose payment moves with the price,
 * and payments that do not move with it: at cost, a share of cost, by item, by another method, and what is exempt and paid apart.
 */
import { Decimal, toFen, yuanOf } from '../../money.ts';
import type { Policy } from '../../policy/policy.ts';
import { highFamily, lowFamily, termsOf } from '../outliers/outlier.ts';
import { bandIndex, type Price, type Settlement } from '../settlement.ts';
import { PERIODS, period } from './periods.ts';

export type Drawn = {
  /** Exact. */
  readonly units: Decimal;
  /** Fen. */
  readonly fixed: number;
  readonly stays: number;
};

export type DrawnFrom = {
  readonly settlement: Settlement;
  /** Fen, by row; of stays that are out it is not read. */
  readonly cost: Float64Array;
  readonly inScope: Uint8Array;
  /** Of the rows asked for the number of the insurance, by row. */
  readonly insurance: Uint16Array;
  readonly of: number;
  readonly periods: Uint8Array;
  /** Yuan per unit. */
  readonly price: Decimal;
  /** 1 for rows whose payment is another one at another price. */
  readonly moves: Uint8Array;
};

/** By period; `Σ` of all is the year. */
export function drawnByPeriod({ settlement, cost, inScope, insurance, of, periods, price, moves }: DrawnFrom): readonly Drawn[] {
  const { count, payment, price: priceAt, prices, exempt } = settlement;
  const units = Array.from({ length: PERIODS }, () => new Decimal(0));
  const [fixed, stays] = [new Float64Array(PERIODS), new Uint32Array(PERIODS)];
  // stays at the standard are counted, so that a million of them need as many products as there are prices
  const atStandard = new Uint32Array(prices.length * PERIODS);
  for (let i = 0; i < count; i++) {
    if (inScope[i] === 0 || insurance[i] !== of) continue;
    const [p, at] = [priceAt[i]!, periods[i]!];
    stays[at]! += 1;
    if (moves[i] === 0) {
      fixed[at]! += payment[i]!;
      continue;
    }
    // what is exempt is paid at cost, whatever a unit is worth: only the rest of the payment moves
    const apart = exempt === undefined ? 0 : exempt[i]!;
    const paid = payment[i]! - apart;
    fixed[at]! += apart;
    if (p >= 0 && paid === prices[p]!.standard) atStandard[p * PERIODS + at]! += 1;
    // a high stay at its cost would be paid a dearer standard
    else if (payment[i] === cost[i]) fixed[at]! += paid;
    else units[at] = units[at]!.plus(exactPayment(settlement, i, { cost: cost[i]! - apart, paid }).div(price));
  }
  for (const [p, one] of prices.entries()) {
    for (let at = 0; at <= period.undated; at++) {
      const n = atStandard[p * PERIODS + at]!;
      if (n > 0) units[at] = units[at]!.plus(unitsAtStandard(one, price).times(n));
    }
  }
  return units.map((sum, at) => ({ units: sum, fixed: fixed[at]!, stays: stays[at]! }));
}

export const drawnInAll = (months: readonly Drawn[]): Drawn =>
  months.reduce((sum, { units, fixed, stays }) => ({ units: sum.units.plus(units), fixed: sum.fixed + fixed, stays: sum.stays + stays }), {
    units: new Decimal(0),
    fixed: 0,
    stays: 0,
  });

/** Rows whose payment differs between a settlement and the same at another price. */
export const movedRows = ({ payment }: Settlement, probe: Settlement): Uint8Array =>
  Uint8Array.from(payment, (fen, row) => Number(fen !== probe.payment[row]));

/** Weight × scale × coefficient; under rates by level, of the level that the price is written for. */
const unitsAtStandard = ({ standardExact }: Price, price: Decimal): Decimal => standardExact.div(price);

/** Fen, both without what is exempt. */
type Net = { readonly cost: number; readonly paid: number };

/** Yuan. Before it was rounded to fen, where the rule of the outlier gives this very payment; the payment itself otherwise. */
function exactPayment(settlement: Settlement, row: number, { cost, paid }: Net): Decimal {
  const { band, price, prices, policies, by } = settlement;
  const policy = policies[by[row]!];
  const exact = prices[price[row]!] && policy && outlierPayment(band[row]!, prices[price[row]!]!, policy, cost);
  return exact && toFen(exact) === paid ? exact : yuanOf(paid);
}

function outlierPayment(band: number, price: Price, policy: Policy, cost: number): Decimal | undefined {
  if (policy.method !== 'drg_points' && policy.method !== 'drg_rate') return undefined;
  const { low, high } = policy;
  const family = band === bandIndex.low ? low && lowFamily(low) : band === bandIndex.high ? high && highFamily(high) : undefined;
  return family?.pay(yuanOf(cost), termsOf(price, policy));
}
