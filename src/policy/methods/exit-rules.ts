/**
 * 单病种退出: reasons for which a stay with a listed disease is not paid its fixed price. `ratio` is cost ÷ price here. All conditions of
 * a reason must hold; the first reason that does takes the stay off the list.
 */
import { type Condition, type ConditionColumn, conditionsOf, everyColumn, groupColumns } from '../condition.ts';
import type { Leaf, LeafItem } from '../leaf.ts';
import { both, wrong } from '../mistakes.ts';

export type ExitRule = { readonly id: string; readonly when: readonly Condition[]; readonly item: LeafItem };

export function exitRules(path: string, leaf: Leaf): readonly ExitRule[] {
  const rules = (leaf.value as readonly unknown[]).map((written, i) => exitRule(path, written, leaf.items?.[i] ?? leaf));
  const twice = rules.find((rule, i) => rules.findIndex(({ id }) => id === rule.id) < i);
  if (twice) throw wrong(path, twice.item.at, both(`有两条退出规则叫 ${twice.id}`, `has two reasons named ${twice.id}`), example);
  return rules;
}

export const checkExits = (path: string, leaf: Leaf): void => void exitRules(path, leaf);

/** A listed price has no weight, and is asked before there is a group. */
const columns: readonly ConditionColumn[] = everyColumn.filter(
  column => column !== 'weight' && !groupColumns.some(known => known === column),
);

function exitRule(path: string, written: unknown, item: LeafItem): ExitRule {
  const { id, when, source: _, ...rest } = (written ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || id === '' || Object.keys(rest).length > 0)
    throw wrong(path, item.at, both('有一项不是 {id, when, source}', 'has an item that is not {id, when, source}'), example);
  return { id, when: conditionsOf(when, { at: item.at, code: 'PARAMETER_INVALID', columns }), item };
}

const example = both(
  '写成 - {id: too_dear, when: {ratio_gt: "2"}, source: notice}。',
  'Write - {id: too_dear, when: {ratio_gt: "2"}, source: notice}.',
);
