/**
 * 多元复合式支付: several methods in one policy. Each stay is paid by the first rule of `mix` whose conditions it meets, and by
 * `payment_method` when it meets none: exactly one method a stay. A rule of `single_disease` takes the stays of its price list; one that
 * leaves the list by an exit reason is paid by `payment_method`, whatever rules follow.
 */
import { type Condition, conditionsOf, everyColumn, priceColumns } from './condition.ts';
import type { Leaf, LeafItem, Leaves } from './leaf.ts';
import { both, didYouMean, wrong } from './mistakes.ts';
import { type Method, methods } from './names/methods.ts';
import { nearest } from './nearest.ts';

export type MixRule = {
  readonly id: string;
  /** None: `single_disease` may go by its price list alone. */
  readonly when: readonly Condition[];
  readonly method: Method;
  readonly item: LeafItem;
};

export function mixRules(leaves: Leaves): readonly MixRule[] {
  const leaf = leaves.get('mix');
  return leaf && Array.isArray(leaf.value) ? checkedMix('mix', leaf) : [];
}

export const checkMix = (path: string, leaf: Leaf): void => void checkedMix(path, leaf);

/** Policies of one run, each with those of its mix: the number of one is held in a byte, of which the last says that nobody pays. */
export const mostPolicies = 254;

function checkedMix(path: string, leaf: Leaf): readonly MixRule[] {
  const written = leaf.value as readonly unknown[];
  if (written.length >= mostPolicies)
    throw wrong(
      path,
      leaf.at,
      both(`有 ${written.length} 条规则`, `has ${written.length} rules`),
      both(`最多 ${mostPolicies - 1} 条。`, `At most ${mostPolicies - 1}.`),
    );
  const rules = written.map((written, i) => ruleOf(path, written, leaf.items?.[i] ?? { at: leaf.at, source: leaf.source }));
  const twice = rules.find((rule, i) => rules.findIndex(({ id }) => id === rule.id) < i);
  if (twice) throw wrong(path, twice.item.at, both(`有两条规则叫 ${twice.id}`, `has two rules named ${twice.id}`), example);
  return rules;
}

function ruleOf(path: string, written: unknown, item: LeafItem): MixRule {
  const { id, when, method, source: _, ...rest } = (written ?? {}) as Readonly<Record<string, unknown>>;
  const [odd] = Object.keys(rest);
  if (odd !== undefined || typeof id !== 'string' || typeof method !== 'string')
    throw wrong(
      path,
      item.at,
      both('有一项不是 {id, when, method, source}', 'has an item that is not {id, when, method, source}'),
      example,
    );
  const known = methods.find(name => name === method);
  if (!known)
    throw wrong(
      path,
      item.at,
      both(`没有名为“${method}”的支付方式`, `names no payment method: "${method}"`),
      didYouMean(nearest(method, methods)!),
    );
  if (!item.source) throw wrong(path, item.at, both(`的规则 ${id} 没有来源`, `has a rule ${id} without a source`), example);
  if (when === undefined && known !== 'single_disease')
    throw wrong(
      path,
      item.at,
      both(`的规则 ${id} 没有 when`, `has a rule ${id} without \`when\``),
      both(
        '写成 when: {department: 精神科}；只有 single_disease 可以不写。',
        'Write when: {department: "..."}; only single_disease goes without.',
      ),
    );
  const byList = known === 'single_disease' && when === undefined;
  return { id, when: byList ? [] : conditionsOf(when, { at: item.at, code: 'PARAMETER_INVALID', columns }), method: known, item };
}

/** Which method pays is decided before there is a price. */
const columns = everyColumn.filter(column => !priceColumns.some(known => known === column));

const example = both(
  '写成 - {id: psychiatric, when: {department: 精神科}, method: per_diem, source: notice}。',
  'Write - {id: psychiatric, when: {department: "..."}, method: per_diem, source: notice}.',
);
