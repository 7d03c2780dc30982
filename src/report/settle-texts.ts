/** The texts of a settlement that repeat: one per price, per group, per band and per rule. `cell` writes them for the file at hand. */
import { yuanText } from '../money.ts';
import { bandIndex, bands, unpricedReasons } from '../payment/settlement.ts';

import { ratioWriter } from './ratio-text.ts';
import type { SettleRows } from './result-rows.ts';

/** A method without groups, such as fee for service, names none. */
export const NO_DRG = '';

export function settleTexts({ settlement, grouping, ruleOf }: SettleRows, cell: (text: string) => string) {
  const { prices, price, band, reason } = settlement;
  const rules = bands.map(name => unpricedReasons.map(why => cell(ruleOf(name, why))));
  const rateRules = prices.map(of => cell(ruleOf('normal', '', of)));
  return {
    weights: prices.map(({ weight }) => weight.toString()),
    standards: prices.map(({ standard }) => yuanText(standard)),
    ratios: prices.map(({ benchmark }) => ratioWriter(benchmark)),
    drgs: grouping?.groups.map(({ drg }) => drg) ?? [],
    bandTexts: bands,
    ruleAt: (row: number): string => (band[row] === bandIndex.normal ? rateRules[price[row]!]! : rules[band[row]!]![reason[row]!]!),
  };
}
