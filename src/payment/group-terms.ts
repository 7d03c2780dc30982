/**
 * What the tables of a policy say of every group of the catalogue: its number as the unit of the policy reads it, its flag, and its
 * coefficient by level. A group that the first table has no number for may have one in the second.
 */
import type { Group } from '../../grouper/result.ts';
import type { Decimal } from '../money.ts';
import { inSet, type NamedGroup } from '../policy/group-set.ts';
import type { Leaf } from '../policy/leaf.ts';
import { both, mistake, wrong } from '../policy/mistakes.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import { type Part, textOf } from './part.ts';
import { readWeights, type WeightTable } from './weights.ts';

export type Placed = { readonly value: Decimal; readonly at: string };

export type GroupTerms = {
  readonly named: NamedGroup;
  /** As the table states it: a weight, base points; undefined: none. Of a table in yuan the weight beside it. */
  readonly number: Decimal | undefined;
  /** Of a table in yuan: some level and insurance has a standard. */
  readonly hasPrice: boolean;
  /** Where it stands, `data/weights/reference-2.0.tsv:12`. */
  readonly at: string;
  /** Of a table in yuan: the standard of a level and insurance. */
  standard(level: string, insurance: string): Decimal | undefined;
  /** Where the coefficients go by group. */
  coefficient(level: string): Placed | undefined;
};

/** One entry a group, in the order of the catalogue. */
export function groupTerms(part: Part, policy: DrgPolicy): readonly GroupTerms[] {
  const { groups, weights } = part;
  if (!groups || !weights) throw new Error(`${policy.method} needs groups and weights`);
  const { fallback } = policy.weightRule;
  const second = fallback.kind === 'table' ? readWeights(textOf(part, fallback.path), fallback.path) : undefined;
  refuseMissingColumns(policy, weights);
  if (second) refuseOtherUnit(policy, weights, second);
  const terms = groups.map(group => termsOf(group, { weights, second }, policy));
  for (const [i, group] of terms.entries()) if (groups[i]!.status === 'grouped') refuseBlankCoefficient(group, policy);
  return terms;
}

/** Whether the table has a number that prices the group. */
function has(table: WeightTable, drg: string, { price, weightRule }: DrgPolicy): boolean {
  if (price.kind === 'standards') return standardColumns(price).some(column => table.numberOf(drg, column));
  return table.numberOf(drg, columnOf(weightRule.unit, table)) !== undefined;
}

type Tables = { readonly weights: WeightTable; readonly second: WeightTable | undefined };

function termsOf({ drg, adrg }: Group, { weights, second }: Tables, policy: DrgPolicy): GroupTerms {
  const table = second && !has(weights, drg, policy) ? second : weights;
  const { price, coefficients, weightRule } = policy;
  const at = `${table.file}:${table.lineOf(drg) ?? 1}`;
  return {
    // a group that the first table marks stays marked, whichever table prices it
    named: { drg, adrg, flag: weights.flagOf(drg) || table.flagOf(drg) },
    number: price.kind === 'standards' ? table.weightOf(drg) : table.numberOf(drg, columnOf(weightRule.unit, table)),
    hasPrice: price.kind === 'standards' && standardColumns(price).some(column => table.numberOf(drg, column)),
    at,
    standard: (level, insurance) => {
      if (price.kind !== 'standards') return undefined;
      const column = price.columns ? price.columns.get(level)?.get(insurance)?.value : 'yuan';
      return column === undefined ? undefined : table.numberOf(drg, column as string);
    },
    coefficient: level => {
      if (coefficients?.by !== 'group_level') return undefined;
      const column = coefficients.columns.get(level)?.value;
      const value = column === undefined ? undefined : table.numberOf(drg, column as string);
      return value && { value, at };
    },
  };
}

/** Base points stand under `point`; a table that calls them `weight` is read as the policy says. */
const columnOf = (unit: 'weight' | 'point' | 'yuan', table: WeightTable): string =>
  unit === 'point' && table.hasColumn('point') ? 'point' : 'weight';

/** The headings that standards in yuan stand under. */
const standardColumns = ({ columns }: { readonly columns: ReadonlyMap<string, ReadonlyMap<string, Leaf>> | undefined }) =>
  columns ? [...columns.values()].flatMap(byInsurance => [...byInsurance.values()].map(({ value }) => value as string)) : ['yuan'];

function refuseMissingColumns({ price, coefficients, weightRule }: DrgPolicy, table: WeightTable): void {
  const named: { readonly column: string; readonly leaf: Leaf }[] = [];
  if (coefficients?.by === 'group_level') {
    for (const leaf of coefficients.columns.values()) named.push({ column: leaf.value as string, leaf });
  }
  if (price.kind === 'standards') {
    const leaves = price.columns && [...price.columns.values()].flatMap(byInsurance => [...byInsurance.values()]);
    if (leaves) for (const leaf of leaves) named.push({ column: leaf.value as string, leaf });
    else named.push({ column: 'yuan', leaf: price.unit });
  }
  const missing = named.find(({ column }) => !table.hasColumn(column));
  if (missing) throw noColumn(missing.column, missing.leaf, table.file);
  if (price.kind === 'standards' && !price.meanCost && !table.hasColumn('weight')) throw noWeights(table.file, price.unit);
  if (price.kind !== 'standards' && !table.hasColumn(columnOf(weightRule.unit, table))) {
    throw notInUnit(table, weightRule.unit);
  }
}

/** The second table says what the first says, in the same unit: its weights are not base points because the first table states those. */
function refuseOtherUnit(policy: DrgPolicy, first: WeightTable, second: WeightTable): void {
  refuseMissingColumns(policy, second);
  const { unit } = policy.weightRule;
  if (policy.price.kind !== 'standards' && columnOf(unit, first) === unit && !second.hasColumn(unit)) throw notInUnit(second, unit);
}

const notInUnit = ({ file }: WeightTable, unit: string) =>
  mistake(
    'WEIGHTS_INVALID',
    { file, line: 1 },
    both(`没有 ${unit} 列，政策的 weights.unit 却是 ${unit}`, `has no column "${unit}"`),
    both('改正政策的 weights.unit，或换一张表。', 'Correct weights.unit of the policy, or name another table.'),
  );

const noWeights = (file: string, { at }: Leaf) =>
  mistake(
    'WEIGHTS_INVALID',
    at,
    both(`${file} 只有支付标准，没有 weight 列`, `${file} has standards only, and no column weight`),
    both(
      '加上 weight 列，或写明 price.region_mean_cost（权重 = 标准 ÷ 均费，用于分档和 CMI）。',
      'Add the column, or say price.region_mean_cost: the weight, for tiers and CMI, is then the standard ÷ the mean cost.',
    ),
  );

const noColumn = (column: string, { at }: Leaf, file: string) =>
  mistake(
    'WEIGHTS_INVALID',
    at,
    both(`${file} 没有“${column}”列`, `${file} has no column "${column}"`),
    both('写出表头里的列名。', 'Write a heading that the table has.'),
  );

/** A blank is never taken for 1: the policy says what it means, or the table is wrong. Groups whose coefficient is forced need none. */
function refuseBlankCoefficient({ named, number, at, coefficient }: GroupTerms, { coefficients, groupRules }: DrgPolicy): void {
  if (coefficients?.by !== 'group_level' || coefficients.blank || !number) return;
  const { primaryCare } = groupRules;
  const forced = primaryCare && !primaryCare.levels && (primaryCare.mode === 'coefficient' || primaryCare.mode === 'fixed_rate');
  if (forced && inSet(primaryCare.groups, named)) return;
  for (const [level, column] of coefficients.columns) {
    if (coefficient(level)) continue;
    throw wrong(
      `hospital_coefficient.columns.${level}`,
      column.at,
      both(
        `指的“${String(column.value)}”列里，${named.drg} 是空的（${at}）`,
        `names the column "${String(column.value)}", which is blank for ${named.drg} (${at})`,
      ),
      both(
        '补上系数，或用 hospital_coefficient.blank 写明空白时的系数。',
        'Fill it in, or say by hospital_coefficient.blank what a blank means.',
      ),
    );
  }
}
