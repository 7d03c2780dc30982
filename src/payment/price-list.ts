/** Prices of the groups, levels and insurances that really occur, each computed once; a stay finds its price by three small numbers. */
import type { Group } from '../../grouper/result.ts';
import type { Decimal } from '../money.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import { highFamily, lowFamily, midLowFamily } from './outliers/outlier.ts';
import { paysOf } from './outliers/pays-of.ts';
import type { PayerKeys } from './payer-keys.ts';
import { priceOf, rateOf } from './price.ts';
import type { Price } from './settlement.ts';
import type { PaysOnLine } from './straight-line.ts';
import type { WeightTable } from './weights.ts';

/** A level and insurance that the policy has no rate for. */
export const NO_RATE = -1;
/** A price that nobody has asked for. */
export const NOT_YET = -2;

export type PriceList = {
  readonly prices: readonly Price[];
  /** By price, for the loop over stays. */
  readonly standard: Float64Array;
  readonly lowTo: Float64Array;
  readonly midLowTo: Float64Array;
  readonly highFrom: Float64Array;
  /** Payer keys each group has: level × insurance. */
  readonly perGroup: number;
  /** Index of the price by group × perGroup + payer key; NOT_YET until `add` is asked for it. */
  readonly at: Int32Array;
  /** Computes the price of a group for a payer key: its index, or NO_RATE. */
  add(group: number, key: number): number;
  lowPay(price: number, cost: number): number;
  midLowPay(price: number, cost: number): number;
  highPay(price: number, cost: number): number;
};

export type PriceInput = {
  readonly groups: readonly Group[];
  readonly keys: PayerKeys;
  readonly weights: WeightTable;
  readonly policy: DrgPolicy;
  readonly rateFactor: Decimal;
};

export function priceList({ groups, keys: { levels, insurances }, weights, policy, rateFactor }: PriceInput): PriceList {
  const perGroup = levels.length * insurances.length;
  const most = groups.length * perGroup;
  const at = new Int32Array(most).fill(NOT_YET);
  const [standard, lowTo, midLowTo, highFrom] = [column(most), column(most), column(most), column(most)];
  const prices: Price[] = [];

  function add(group: number, key: number): number {
    const index = priceFor(group, levels[Math.floor(key / insurances.length)]!, insurances[key % insurances.length]!);
    at[group * perGroup + key] = index;
    return index;
  }

  function priceFor(group: number, level: string, insurance: string): number {
    if (!rateOf(level, insurance, policy)) return NO_RATE;
    const { drg } = groups[group]!;
    const weighing = { weight: weights.weightOf(drg)!, weightAt: `${weights.file}:${weights.lineOf(drg)}`, rateFactor };
    const price = priceOf({ group, level, insurance }, weighing, policy);
    const index = prices.push(price) - 1;
    standard[index] = price.standard;
    lowTo[index] = price.lowTo;
    midLowTo[index] = price.midLowTo;
    highFrom[index] = price.highFrom;
    return index;
  }

  return {
    prices,
    standard,
    lowTo,
    midLowTo,
    highFrom,
    perGroup,
    at,
    add,
    lowPay: onceEach(price => paysOf(lowFamily(policy.low!), prices[price]!, policy)),
    midLowPay: onceEach(price => paysOf(midLowFamily(policy.midLow!), prices[price]!, policy)),
    highPay: onceEach(price => paysOf(highFamily(policy.high!), prices[price]!, policy)),
  };
}

const column = (count: number) => new Float64Array(count);

/** The rule of a price is made ready when its first outlier comes. */
function onceEach(make: (price: number) => PaysOnLine): (price: number, cost: number) => number {
  const made: PaysOnLine[] = [];
  return (price, cost) => {
    const pays = made[price] ?? make(price);
    made[price] = pays;
    return pays(cost);
  };
}
