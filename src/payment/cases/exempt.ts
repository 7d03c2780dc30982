/**
 * What a policy takes out of each bill before the ratio and pays apart at cost, in fen. A category is a money column of the stay, an item
 * code the item lines of the stay; a line of an exempt category counts once, by its category.
 */
import { UserError } from '../../errors.ts';
import type { ExemptRule } from '../../policy/exempt-rule.ts';
import { placeText } from '../../policy/leaf.ts';
import { both } from '../../policy/mistakes.ts';
import type { ChargeLines } from '../../stay/charge-lines.ts';
import { chargeCategories, type StayTable } from '../../stay/stay-table.ts';
import { cell } from '../bill.ts';

/** By row: from 0 to the cost of the stay; NaN where item lines are asked and the stay has none. */
export function exemptColumn(stays: StayTable, rule: ExemptRule): Float64Array {
  const { count, money, charges } = stays;
  const columns = rule.categories.map(category => money[category] ?? missing(rule, category, `money column "${category}"`));
  const apart = new Float64Array(count);
  for (const column of columns) for (let i = 0; i < count; i++) apart[i]! += cell(column, i);
  if (rule.items.length > 0) {
    if (!charges) throw missing(rule, '费用明细', 'item lines of the charges');
    addItems(apart, charges, rule);
  }
  // refunds may outweigh what was charged, and lines may add up to more than the bill: nothing is paid apart that was not billed
  for (let i = 0; i < count; i++) apart[i] = Math.max(0, Math.min(apart[i]!, money.total?.[i] ?? 0));
  return apart;
}

function addItems(apart: Float64Array, { count, stay, category, item, amount }: ChargeLines, { categories, items }: ExemptRule): void {
  const exempt = Uint8Array.from(item.words, word => Number(items.includes(word)));
  const byCategory = Uint8Array.from(['', ...chargeCategories], name => Number(categories.some(known => known === name)));
  const hasLines = new Uint8Array(apart.length);
  for (let line = 0; line < count; line++) {
    const row = stay[line]!;
    hasLines[row] = 1;
    if (exempt[item.codes[line]!] === 1 && byCategory[category[line]!] === 0) apart[row]! += amount[line]! || 0;
  }
  for (let i = 0; i < apart.length; i++) if (hasLines[i] === 0) apart[i] = Number.NaN;
}

const missing = ({ leaf }: ExemptRule, zh: string, en: string): never => {
  throw new UserError(
    'NOTHING_LOADED',
    both(`exempt（除外支付）要用${zh}，数据里没有`, `exempt asks for the ${en}, which the data does not have`),
    {
      at: placeText(leaf.at),
      hint: both(
        '载入带费用分类或费用明细的文件，或在情景里把 exempt 设为 []。',
        'Load files that have the charge categories or the item lines, or set exempt to [] in the scenario.',
      ),
    },
  );
};
