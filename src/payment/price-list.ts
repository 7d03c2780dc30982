/** Prices of the groups and keys that really occur, each computed once; a stay finds its price by two small numbers. */
import type { Decimal } from '../money.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import type { GroupTerms } from './group-terms.ts';
import { highFamily, lowFamily, midLowFamily, unstableFamily } from './outliers/outlier.ts';
import { type KnownLines, paysOf } from './outliers/pays-of.ts';
import { priceOf } from './price.ts';
import type { PriceKey } from './price-keys.ts';
import { bandIndex, type Price } from './settlement.ts';
import type { PaysOnLine } from './straight-line.ts';

/** A level and insurance that the policy has no rate for. */
export const NO_RATE = -1;
/** A price that nobody has asked for. */
export const NOT_YET = -2;
/** The table has no number for the group at this level and insurance. */
const NO_NUMBER = -3;

export type PriceList = {
  readonly prices: readonly Price[];
  /** By price, for the loop over stays. */
  readonly standard: Float64Array;
  readonly lowTo: Float64Array;
  /** The band below that line: low, or at cost for an unstable group, where every cost lies below it. */
  readonly lowBand: Uint8Array;
  readonly midLowTo: Float64Array;
  readonly highFrom: Float64Array;
  /** Keys each group has. */
  readonly perGroup: number;
  /** Index of the price by group × perGroup + key; NOT_YET until `add` is asked for it. */
  readonly at: Int32Array;
  /** Computes the price of a group for a key: its index, NO_RATE or NO_NUMBER. */
  add(group: number, key: number): number;
  lowPay(price: number, cost: number): number;
  midLowPay(price: number, cost: number): number;
  highPay(price: number, cost: number): number;
};

export type PriceInput = {
  readonly terms: readonly GroupTerms[];
  readonly keys: readonly PriceKey[];
  readonly policy: DrgPolicy;
  readonly rateFactor: Decimal;
};

export function priceList({ terms, keys, policy, rateFactor }: PriceInput): PriceList {
  const perGroup = keys.length;
  const most = terms.length * perGroup;
  const at = new Int32Array(most).fill(NOT_YET);
  const [standard, lowTo, midLowTo, highFrom] = [column(most), column(most), column(most), column(most)];
  const lowBand = new Uint8Array(most);
  const prices: Price[] = [];
  const lines: KnownLines = new Map();

  function add(group: number, key: number): number {
    const index = priceFor(group, keys[key]!);
    at[group * perGroup + key] = index;
    return index;
  }

  function priceFor(group: number, key: PriceKey): number {
    const price = priceOf(key, { group, terms: terms[group]!, rateFactor }, policy);
    if (!price) return policy.price.kind === 'standards' ? NO_NUMBER : NO_RATE;
    const index = prices.push(price) - 1;
    standard[index] = price.standard;
    lowTo[index] = price.lowTo;
    lowBand[index] = price.atCost ? bandIndex.at_cost : bandIndex.low;
    midLowTo[index] = price.midLowTo;
    highFrom[index] = price.highFrom;
    return index;
  }

  return {
    prices,
    standard,
    lowTo,
    lowBand,
    midLowTo,
    highFrom,
    perGroup,
    at,
    add,
    lowPay: onceEach(price => paysOf(familyBelow(prices[price]!, policy), prices[price]!, policy, lines)),
    midLowPay: onceEach(price => paysOf(midLowFamily(policy.midLow!), prices[price]!, policy, lines)),
    highPay: onceEach(price => paysOf(highFamily(policy.high!), prices[price]!, policy, lines)),
  };
}

const familyBelow = ({ atCost }: Price, { low, groupRules }: DrgPolicy) =>
  atCost ? unstableFamily(groupRules.unstable!) : lowFamily(low!);

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
