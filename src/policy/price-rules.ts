/** What a unit of weight is paid under a policy, by level and insurance, and the coefficients of hospitals, levels and groups. */
import type { UserError } from '../errors.ts';
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, wrong } from './mistakes.ts';
import { coefficientOrigins } from './names/price.ts';
import type { Sourced } from './policy.ts';

export type ByInsurance = ReadonlyMap<string, Sourced>;
/** Headings of the weight table, by insurance. */
export type ColumnByInsurance = ReadonlyMap<string, Leaf>;

/** What a unit of weight is paid, and what the cost of a stay is measured by. */
export type PriceRule =
  | { readonly kind: 'rate'; readonly rates: ReadonlyMap<string, ByInsurance> }
  | { readonly kind: 'points'; readonly scale: Sourced; readonly meanCost: Sourced; readonly pointValue: ByInsurance }
  /**
   * The table of groups holds standards in yuan, in one column or in one for every level and insurance. A weight that the table does
   * not give is the standard ÷ the mean cost of the region.
   */
  | {
      readonly kind: 'standards';
      readonly unit: Leaf;
      readonly columns: ReadonlyMap<string, ColumnByInsurance> | undefined;
      readonly meanCost: Sourced | undefined;
    };

export type Coefficients =
  /** By level, or by hospital id. */
  | { readonly by: 'level' | 'hospital'; readonly values: ReadonlyMap<string, Sourced> }
  /** By level the heading of the column that has the coefficient of each group; `blank` is what a blank cell means. */
  | { readonly by: 'group_level'; readonly columns: ReadonlyMap<string, Leaf>; readonly blank: Sourced | undefined };

export function coefficientsOf(leaves: Leaves, id: string): Coefficients | undefined {
  const { word, keyed, sourced, missing, decimal } = reader(leaves, id);
  const from = coefficientOrigins.find(known => known === word('hospital_coefficient.from')) ?? 'none';
  switch (from) {
    case 'none':
      return undefined;
    case 'level':
      return { by: from, values: new Map(keyed('hospital_coefficient.values').map(({ key, leaf }) => [key, sourced(leaf)])) };
    case 'hospital': {
      const values = new Map(keyed('hospital_coefficient.values').map(({ key, leaf }) => [key, sourced(leaf)]));
      if (values.size === 0) throw missing('hospital_coefficient.values.H001');
      return { by: from, values };
    }
    case 'group_level': {
      const columns = new Map(keyed('hospital_coefficient.columns').map(({ key, leaf }) => [key, leaf]));
      if (columns.size === 0) throw missing('hospital_coefficient.columns.tertiary');
      return { by: from, columns, blank: decimal('hospital_coefficient.blank') };
    }
  }
}

/** The levels that have a coefficient; undefined: the coefficient does not ask for the level. */
export function levelsWithCoefficient(coefficients: Coefficients | undefined): readonly string[] | undefined {
  switch (coefficients?.by) {
    case undefined:
    case 'hospital':
      return undefined;
    case 'level':
      return [...coefficients.values.keys()];
    case 'group_level':
      return [...coefficients.columns.keys()];
  }
}

export function pointsOf(leaves: Leaves, id: string): PriceRule {
  const { at, required, keyed, sourced, missing } = reader(leaves, id);
  const unit = at('weights.unit');
  if (unit?.value === 'yuan') throw unitOf(unit, both('只用于 payment_method: drg_rate', 'goes with payment_method: drg_rate'));
  const pointValue = new Map(keyed('price.point_value').map(({ key, leaf }) => [key, sourced(leaf)]));
  if (pointValue.size === 0) throw missing('price.point_value.employee');
  return { kind: 'points', scale: required('price.scale'), meanCost: required('price.region_mean_cost'), pointValue };
}

/** Levels that have a rate must have a coefficient when coefficients go by level. */
export function ratesOf(leaves: Leaves, id: string, coefficients: Coefficients | undefined): PriceRule {
  const { at, keyed, sourced, missing } = reader(leaves, id);
  const unit = at('weights.unit');
  if (unit?.value === 'point') throw unitOf(unit, both('只用于 payment_method: drg_points', 'goes with payment_method: drg_points'));
  if (unit?.value === 'yuan') return standardsOf(leaves, id, unit);
  const rates = new Map<string, Map<string, Sourced>>();
  const levels = levelsWithCoefficient(coefficients);
  for (const { key, leaf } of keyed('price.rates')) {
    const [level = '', insurance = ''] = key.split('.');
    const ofLevel = rates.get(level) ?? new Map<string, Sourced>();
    rates.set(level, ofLevel.set(insurance, sourced(leaf)));
    if (levels && !levels.includes(level)) {
      throw missing(`hospital_coefficient.${coefficients?.by === 'group_level' ? 'columns' : 'values'}.${level}`);
    }
  }
  if (rates.size === 0) throw missing('price.rates.tertiary.employee');
  return { kind: 'rate', rates };
}

function standardsOf(leaves: Leaves, id: string, unit: Leaf): PriceRule {
  const { keyed, decimal } = reader(leaves, id);
  const [rate] = keyed('price.rates');
  if (rate) {
    const hint = both('删去 price.rates，或改 weights.unit。', 'Leave price.rates out, or change weights.unit.');
    throw wrong(
      `price.rates.${rate.key}`,
      rate.leaf.at,
      both('与 weights.unit: yuan 不能并用：表里已是支付标准', 'cannot stand beside weights.unit: yuan, a table of standards'),
      hint,
    );
  }
  const columns = new Map<string, Map<string, Leaf>>();
  for (const { key, leaf } of keyed('weights.columns')) {
    const [level = '', insurance = ''] = key.split('.');
    columns.set(level, (columns.get(level) ?? new Map<string, Leaf>()).set(insurance, leaf));
  }
  return { kind: 'standards', unit, columns: columns.size === 0 ? undefined : columns, meanCost: decimal('price.region_mean_cost') };
}

const unitOf = ({ at, value }: Leaf, what: { readonly zh: string; readonly en: string }): UserError =>
  wrong('weights.unit', at, both(`是 ${String(value)}，${what.zh}`, `is ${String(value)}, which ${what.en}`), {
    zh: '权重用 weight，基准点数用 point（点数法），支付标准（元）用 yuan（费率法）。',
    en: 'weight for weights, point for base points (drg_points), yuan for standards (drg_rate).',
  });
