/**
 * Rules about the single stay: how long it was, how it ended, what it cost against its standard. The first whose conditions all hold
 * pays the stay, before its group and its lines are asked. A condition on ratio or weight, and a payment by either, needs a price: a stay
 * without one goes on to the next rule.
 */
import { Decimal } from '../money.ts';
import { type Condition, conditionsOf } from './condition.ts';
import type { Leaf, LeafItem, Leaves } from './leaf.ts';
import { both, didYouMean, wrong } from './mistakes.ts';
import { nearest } from './nearest.ts';

const rulePays = [
  // cost, and cost as points: C ÷ AC·scale·PV
  'actual_cost',
  'points_at_cost',
  // out of DRG: who pays stays as on the bill
  'ffs',
  // share × S, share × C
  'share_of_standard',
  'share_of_cost',
  // days × rate, and days × the base standard W (Foshan, long stays: W·days·100 points)
  'per_diem',
  'weight_per_day',
] as const;
export type RulePay = (typeof rulePays)[number];

export type StayRule = {
  readonly when: readonly Condition[];
  readonly pay: RulePay;
  /** Of share_of_standard and share_of_cost; else 1. */
  readonly share: Decimal;
  /** Yuan a day, of per_diem; else 0. */
  readonly rate: Decimal;
  readonly item: LeafItem;
};

export function stayRules(leaves: Leaves): readonly StayRule[] {
  const leaf = leaves.get(path);
  if (!leaf || !Array.isArray(leaf.value)) return [];
  const rules = checkedRules(path, leaf);
  const byPoints = rules.find(({ pay }) => pay === 'points_at_cost');
  if (byPoints && leaves.get('payment_method')?.value !== 'drg_points') {
    const what = both('的 points_at_cost 只能用于点数法', 'has points_at_cost, which only payment by points has');
    throw wrong(path, byPoints.item.at, what, both('按费率付费请写 actual_cost。', 'Under a rate write actual_cost.'));
  }
  return rules;
}
const path = 'stay_rules';

export const checkStayRules = (name: string, leaf: Leaf): void => void checkedRules(name, leaf);

/** The number of a rule is held in a byte; 0 is none. */
const mostRules = 255;

function checkedRules(name: string, leaf: Leaf): readonly StayRule[] {
  const written = leaf.value as readonly unknown[];
  if (written.length > mostRules)
    throw wrong(
      name,
      leaf.at,
      both(`有 ${written.length} 条规则`, `has ${written.length} rules`),
      both(`最多 ${mostRules} 条。`, `At most ${mostRules}.`),
    );
  return written.map((rule, i) => ruleOf(name, rule, leaf.items?.[i] ?? { at: leaf.at, source: leaf.source }));
}

function ruleOf(name: string, written: unknown, item: LeafItem): StayRule {
  const bad = (zh: string, en: string, hint = example) => wrong(name, item.at, both(zh, en), hint);
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    throw bad('有一项不是 {when, pay, source}', 'has an item that is not {when, pay, source}');
  const { when, pay, share, rate, source: _, ...rest } = written as Readonly<Record<string, unknown>>;
  const [odd] = Object.keys(rest);
  if (odd !== undefined)
    throw bad(`有一条规则里没有“${odd}”这一项`, `has a rule with "${odd}", which is no part of one`, didYouMean(nearest(odd, parts)!));
  const known = rulePays.find(one => one === pay);
  if (!known)
    throw bad(
      `的支付方式不能是“${String(pay)}”`,
      `has a rule that cannot pay "${String(pay)}"`,
      didYouMean(nearest(String(pay), rulePays)!),
    );
  if (!item.source) throw bad('有一条规则没有来源', 'has a rule without a source');
  const number = (key: 'share' | 'rate', value: unknown, asked: boolean): Decimal | undefined => {
    if (asked !== (value !== undefined)) {
      throw bad(`有一条 ${known} 的规则${asked ? '缺少' : '不应有'} ${key}`, `has a rule of ${known} ${asked ? 'without' : 'with'} ${key}`);
    }
    if (!asked) return undefined;
    if (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) && !new Decimal(value).eq(0)) return new Decimal(value);
    throw bad(`的 ${key} 不是加引号的正数`, `has a ${key} that is not a quoted number above 0`);
  };
  return {
    when: conditionsOf(when, { at: item.at, code: 'PARAMETER_INVALID' }),
    pay: known,
    share: number('share', share, known === 'share_of_standard' || known === 'share_of_cost') ?? new Decimal(1),
    rate: number('rate', rate, known === 'per_diem') ?? new Decimal(0),
    item,
  };
}

const parts = ['when', 'pay', 'share', 'rate', 'source'];
const example = both(
  '写成 - {when: {discharge_way: "4", ratio_gt: "0.3"}, pay: share_of_standard, share: "0.7", source: notice}；per_diem 另写 rate: "500"（元/床日）。',
  'Write - {when: {discharge_way: "4", ratio_gt: "0.3"}, pay: share_of_standard, share: "0.7", source: notice}; per_diem has rate: "500" (CNY/day).',
);
