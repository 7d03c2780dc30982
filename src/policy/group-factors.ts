/**
 * The money of one weight or point times a factor for some groups, insurances or levels: Qingdao pays residents 0.8, 0.7 or 0.6 by the
 * kind of group. A condition that is left out holds for all; where several entries meet, all of their factors count.
 */
import { Decimal } from '../money.ts';
import type { GroupSet } from './group-set.ts';
import { requireLevel } from './known-level.ts';
import type { Leaf, LeafItem, Leaves } from './leaf.ts';
import { both, wrong } from './mistakes.ts';

export type GroupFactor = {
  /** undefined: every group. */
  readonly groups: Pick<GroupSet, 'codes' | 'flag'> | undefined;
  readonly insurance: string | undefined;
  readonly levels: readonly string[] | undefined;
  readonly factor: Decimal;
  readonly item: LeafItem;
};

export function checkGroupFactors(path: string, leaf: Leaf): void {
  factorsIn(path, leaf);
}

export function groupFactors(leaves: Leaves, insurances: ReadonlySet<string>): readonly GroupFactor[] {
  const path = 'price.group_factors';
  const leaf = leaves.get(path);
  if (!leaf || !Array.isArray(leaf.value)) return [];
  const factors = factorsIn(path, leaf);
  for (const { levels, item } of factors) for (const level of levels ?? []) requireLevel(path, level, item, leaves);
  const odd = factors.find(({ insurance }) => insurance !== undefined && !insurances.has(insurance));
  if (!odd) return factors;
  throw wrong(
    path,
    odd.item.at,
    both(`用了 insurance_map 里没有的险种“${odd.insurance}”`, `names "${odd.insurance}", which insurance_map does not have`),
    both('先在 insurance_map 里列出这个险种。', 'List it in insurance_map first.'),
  );
}

const factorsIn = (path: string, leaf: Leaf): readonly GroupFactor[] =>
  (leaf.value as readonly unknown[]).map((written, i) => factorOf(path, written, leaf.items?.[i] ?? { at: leaf.at, source: leaf.source }));

function factorOf(path: string, written: unknown, item: LeafItem): GroupFactor {
  const { groups, flag, insurance, levels, factor, source: _, ...rest } = (written ?? {}) as Readonly<Record<string, unknown>>;
  const [odd] = Object.keys(rest);
  if (odd !== undefined) throw wrong(path, item.at, both(`有不认识的“${odd}”`, `has an item with "${odd}"`), example);
  const wordsOrNone = (value: unknown) => value === undefined || (Array.isArray(value) && value.every(word => typeof word === 'string'));
  const textOrNone = (value: unknown) => value === undefined || typeof value === 'string';
  if (!wordsOrNone(groups) || !wordsOrNone(levels) || !textOrNone(flag) || !textOrNone(insurance))
    throw wrong(path, item.at, both('有一项读不懂', 'has an item that cannot be read'), example);
  if (typeof factor !== 'string' || !/^\d+(\.\d+)?$/.test(factor) || new Decimal(factor).lte(0))
    throw wrong(
      path,
      item.at,
      both('有一项的 factor 不是加引号的正数', 'has an item whose factor is not a quoted number above 0'),
      example,
    );
  if (!item.source) throw wrong(path, item.at, both('有一项没有来源', 'has an item without a source'), example);
  const codes = groups as readonly string[] | undefined;
  return {
    groups: codes || flag !== undefined ? { codes: new Set(codes), flag: flag as string | undefined } : undefined,
    insurance: insurance as string | undefined,
    levels: levels as readonly string[] | undefined,
    factor: new Decimal(factor),
    item,
  };
}

const example = both(
  '写成 - {groups: [AB1, AC15], insurance: resident, levels: [tertiary], factor: "0.8", source: notice}；groups 也可写 flag。',
  'Write - {groups: [AB1, AC15], insurance: resident, levels: [tertiary], factor: "0.8", source: notice}; or flag for groups.',
);
