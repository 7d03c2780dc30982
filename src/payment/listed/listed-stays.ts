/** The stays of a price list: which price each has, what is paid apart, and by which reason it leaves the list. */
import { Decimal, yuanOf } from '../../money.ts';
import type { Condition } from '../../policy/condition.ts';
import type { ExitRule } from '../../policy/methods/exit-rules.ts';
import type { SingleDiseasePolicy } from '../../policy/methods/single-disease.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { fewestAbove, fewestFrom, mostBelow, mostUpTo } from '../bounds.ts';
import { type AskedOf, allOf, needsPrice, type RowTest } from '../condition-test.ts';
import { type Part, textOf } from '../part.ts';
import { listing } from './listing.ts';
import { paidApart } from './paid-apart.ts';
import { type ListedPrice, priceTable } from './price-table.ts';

export type ListedStays = {
  readonly prices: readonly ListedPrice[];
  /** Index of the price of a row, or NOT_LISTED. */
  readonly priceOf: (row: number) => number;
  /** Fen paid apart, NaN where the data do not say. */
  readonly apartOf: (row: number, price: number) => number;
  /** Index of the reason, or NO_EXIT. */
  readonly exitOf: (row: number, price: number) => number;
};
export const NO_EXIT = -1;

export function listedStays(stays: StayTable, part: Part, policy: SingleDiseasePolicy): ListedStays {
  const prices = priceTable(textOf(part, policy.table), policy);
  const apart = paidApart(stays, policy.tableLeaf);
  const apartOf = (row: number, price: number) => apart(row, prices[price]!);
  const asked: AskedOf = { stays, grouped: undefined };
  const exits = policy.exits.map(rule => exitTest(rule, prices, asked));
  return {
    prices,
    priceOf: listing(stays, prices, policy),
    apartOf,
    exitOf: (row, price) => {
      const inPrice = stays.money.total![row]! - apartOf(row, price);
      return exits.findIndex(leaves => leaves(row, { price, inPrice }));
    },
  };
}

/** What is paid apart counts neither in the cost nor in the price. */
type AtPrice = { readonly price: number; readonly inPrice: number };

function exitTest({ when }: ExitRule, prices: readonly ListedPrice[], asked: AskedOf): (row: number, at: AtPrice) => boolean {
  const meets: RowTest = allOf(
    when.filter(condition => !needsPrice(condition)),
    asked,
  );
  const ratios = when.filter(needsPrice).map(condition => prices.map(price => ratioTest(condition, price)));
  return (row, { price, inPrice }) => meets(row) && ratios.every(ratio => ratio[price]!(inPrice));
}

/** cost ÷ price against a bound, as a cost in fen against the last or first one on its side. A cost that is not known meets none. */
function ratioTest({ is, value }: Condition, { price }: ListedPrice): (cost: number) => boolean {
  const line = yuanOf(price).times(new Decimal(value as string));
  switch (is) {
    case 'gt':
      return from(fewestAbove(line));
    case 'gte':
      return from(fewestFrom(line));
    case 'lt':
      return to(mostBelow(line));
    case 'lte':
      return to(mostUpTo(line));
    case 'eq':
    case 'in':
      throw new Error(`a ratio is compared, not ${is}`);
  }
}

const from = (least: number) => (cost: number) => cost >= least;
const to = (most: number) => (cost: number) => cost <= most;
