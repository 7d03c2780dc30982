/**
 * 除外支付: item codes and charge categories that are taken out of the bill before the ratio and paid apart at cost (negotiated drugs,
 * new techniques, listed consumables). Written as a list of categories by name and of item codes.
 */
import type { Leaf, Leaves } from './leaf.ts';
import { both, didYouMean, wrong } from './mistakes.ts';
import { nearest } from './nearest.ts';

/** The fourteen charge categories of the settlement list, as stays carry them. */
export const chargeCategories = [
  ...(['bed', 'consultation', 'examination', 'laboratory', 'treatment', 'surgery', 'nursing'] as const),
  ...(['materials', 'western_drug', 'herbal_slices', 'patent_drug', 'general_service', 'registration', 'other_charge'] as const),
] as const;
export type ChargeCategory = (typeof chargeCategories)[number];
export type ExemptRule = {
  readonly categories: readonly ChargeCategory[];
  readonly items: readonly string[];
  readonly leaf: Leaf;
};

export function exemptRule(leaves: Leaves): ExemptRule | undefined {
  const leaf = leaves.get(path);
  return leaf && Array.isArray(leaf.value) && leaf.value.length > 0 ? checkedExempt(path, leaf) : undefined;
}
const path = 'exempt';

export const checkExempt = (name: string, leaf: Leaf): void => void checkedExempt(name, leaf);

function checkedExempt(name: string, leaf: Leaf): ExemptRule {
  const categories = new Set<ChargeCategory>();
  const items = new Set<string>();
  for (const [i, written] of (leaf.value as readonly unknown[]).entries()) {
    const { at } = leaf.items?.[i] ?? leaf;
    if (typeof written !== 'string' || written === '')
      throw wrong(name, at, both('有一项不是加引号的文字', 'has an item that is not quoted text'), example);
    const category = chargeCategories.find(known => known === written);
    if (category) categories.add(category);
    // a code has a digit; a word without one was meant for a category
    else if (/\d/.test(written)) items.add(written);
    else
      throw wrong(
        name,
        at,
        both(`的“${written}”既不是费用类别，也不是项目编码`, `has "${written}", which is no charge category and no item code`),
        didYouMean(nearest(written, chargeCategories)!),
      );
  }
  return { categories: [...categories], items: [...items], leaf };
}

const example = both('写成 [patent_drug, "C02030105600001"]。', 'Write [patent_drug, "C02030105600001"].');
