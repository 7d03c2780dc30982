/** The texts of a settlement that repeat: one per price, per group, per band and per rule. `cell` writes them for the file at hand. */
import { yuanText } from '../money.ts';
import { bandIndex, bands, unpricedReasons } from '../payment/settlement.ts';
import { ratioWriter } from './ratio-text.ts';
import type { SettleRows } from './result-rows.ts';

/** A method without groups, such as fee for service, names none. */
const NO_DRG = '';

export function settleTexts({ settlement, groupings, cost, ruleOf }: SettleRows, cell: (text: string) => string) {
  const { policies, prices, price, by, band, reason, rule, standard, exempt } = settlement;
  const weights = prices.map(({ weight }) => cell(weight.toString()));
  // an unstable group is paid its cost: it has no standard, and its ratio is measured by the benchmark
  const standards = prices.map(of => (of.atCost ? '' : yuanText(of.standard)));
  const ratios = prices.map(({ benchmark }) => ratioWriter(benchmark));
  const drgs = groupings.map(grouping => grouping?.groups.map(({ drg }) => cell(drg)));
  const rules = new Map<number, string>();
  const capped = policies.map(policy => 'high' in policy && policy.high?.maxCaseShare !== undefined);
  const costAt = (row: number): number => cost[row]! - (exempt?.[row] ?? 0);
  /** High by its cost and normal all the same: only the share of high cases does that. */
  const fallsBack = (row: number): boolean => capped[by[row]!] === true && costAt(row) >= (prices[price[row]!]?.highFrom ?? Number.NaN);
  return {
    bandTexts: bands,
    drgAt: (row: number): string => {
      const grouping = groupings[by[row]!];
      return grouping ? drgs[by[row]!]![grouping.columns.group[row]!]! : NO_DRG;
    },
    weightAt: (row: number): string => weights[price[row]!] ?? '',
    /** Methods without groups have a standard of the stay itself. */
    standardAt: (row: number): string => standards[price[row]!] ?? (standard[row]! > 0 ? yuanText(standard[row]!) : ''),
    /** What is exempt is taken out before the ratio. */
    ratioAt: (row: number): string => ratios[price[row]!]?.(costAt(row)) ?? '',
    ruleAt: (row: number): string => {
      const normal = band[row] === bandIndex.normal;
      const back = normal && fallsBack(row);
      const key = normal
        ? -1 - 2 * price[row]! - Number(back)
        : ((by[row]! * 32 + band[row]!) * 32 + reason[row]!) * 256 + (rule?.[row] ?? 0);
      const known = rules.get(key);
      if (known !== undefined) return known;
      const decided = {
        by: by[row]!,
        band: bands[band[row]!]!,
        reason: unpricedReasons[reason[row]!]!,
        rule: rule?.[row] ?? 0,
        fallsBack: back,
      };
      const made = cell(ruleOf({ ...decided, price: normal ? prices[price[row]!] : undefined }));
      rules.set(key, made);
      return made;
    },
  };
}
