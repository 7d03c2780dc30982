/** What a budget file may say about an insurance, and how each is written; `settlement` in the same file has the names of a policy. */

import { checkLeaf } from '../../policy/check-leaf.ts';
import type { Leaf, Leaves } from '../../policy/leaf.ts';
import { both, didYouMean, mistake } from '../../policy/mistakes.ts';
import { money, type Name, notNegative, part, plain, positive, ratio } from '../../policy/names/name.ts';
import { nearest } from '../../policy/nearest.ts';
import { nameOf as policyName } from '../../policy/vocabulary.ts';

/** Of a whole region: more than any price or bill, and still within what whole fen can count. */
const regional = (path: string, unit: string): Name => ({ ...money(path, unit), most: '1000000000000' });
const amount = (path: string, unit: string): Name => ({ ...regional(path, unit), least: notNegative });
const listed = (path: string): Name => ({ ...plain(path, 'list'), sourced: true });

const budgetNames: readonly Name[] = [
  regional('fund_budget', 'CNY'),
  /** p: what of a total cost the fund bears. */
  { ...part('fund_share'), least: positive },
  /** 调剂金, 风险金. */
  part('reserve_share'),
  part('risk_share'),
  ratio('own_multiplier'),
  amount('others_points', 'point'),
  amount('others_weight', 'weight'),
  amount('others_fund', 'CNY'),
  regional('expected_weight', 'weight'),
  { ...amount('quality_score', 'score'), most: '100' },
  ratio('quality_factor'),
  listed('prepayments'),
  listed('paid'),
  listed('deductions'),
  listed('adjustments'),
];

/** `insurances.employee.fund_budget`; undefined for a path that a budget does not have. */
function budgetName(path: string): Name | undefined {
  const [first, insurance, name, ...more] = path.split('.');
  if (first === 'settlement') return policyName(path);
  if (first !== 'insurances' || !insurance || more.length > 0) return undefined;
  return budgetNames.find(known => known.path === name);
}

/** Throws at the first leaf that is wrong, in the order of the file. */
export function checkBudgetLeaves(leaves: Leaves): void {
  for (const [path, leaf] of leaves) {
    const name = budgetName(path);
    if (!name) throw unknownName(path, leaf);
    if (leaf.value !== null) checkLeaf(path, leaf, name);
  }
}

function unknownName(path: string, { at }: Leaf) {
  const [first, insurance = 'employee'] = path.split('.');
  const known =
    first === 'settlement' ? settlementNames : budgetNames.map(name => `insurances.${insurance}.${name.path}`).concat(settlementNames);
  const text = both(`预算里没有名为“${path}”的项`, `a budget has nothing named "${path}"`);
  return mistake('PARAMETER_UNKNOWN', at, text, didYouMean(nearest(path, known)!));
}

const settlementNames = [
  ...['monthly_pay_ratio', 'deposit_ratio', 'clearance_deadline', 'month_by', 'sharing', 'score_tiers', 'point_value_band'],
  ...['price_digits', 'pool_sharing.surplus_to_hospitals', 'pool_sharing.deficit_by_hospitals'],
].map(name => `settlement.${name}`);
