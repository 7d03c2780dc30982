/**
 * What a point is worth, by insurance. 预算点值 = weighted annual cost ÷ points; 结算点值 = (fund ÷ fund's share of cost) ÷ points. With a
 * band (均衡区间) the settlement value is kept within ± that share of the budget value. Points are those of the whole region: stated, or the
 * other hospitals' and the own ones of the stays that are paid.
 */
import { Decimal } from '../money.ts';
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, wrong } from './mistakes.ts';
import { pointValueRules } from './names/dip.ts';
import type { Sourced } from './policy.ts';

export type BudgetValue = {
  /** Σ cost × weight of its year ÷ Σ weights, yuan. */
  readonly cost: Decimal;
  readonly points: Decimal;
  readonly costsLeaf: Leaf;
  readonly pointsLeaf: Leaf;
};
export type PointValueRule =
  | { readonly kind: 'given'; readonly value: Sourced }
  | { readonly kind: 'budget'; readonly budget: BudgetValue }
  | {
      readonly kind: 'settlement';
      readonly fund: Sourced;
      readonly fundShare: Sourced;
      /** Of all hospitals, or of the others only. */
      readonly points: Sourced;
      readonly withOwn: boolean;
      /** 均衡区间, around the budget value. */
      readonly band: { readonly width: Sourced; readonly budget: BudgetValue } | undefined;
    };

export function pointValueRulesOf(leaves: Leaves, id: string): ReadonlyMap<string, PointValueRule> {
  const { word, keyed, missing, sourced } = reader(leaves, id);
  const kind = pointValueRules.find(known => known === word('dip.point_value'));
  if (!kind) throw missing('dip.point_value');
  const rules = new Map<string, PointValueRule>();
  switch (kind) {
    case 'given':
      for (const { key, leaf } of keyed('price.point_value')) rules.set(key, { kind, value: sourced(leaf) });
      if (rules.size === 0) throw missing('price.point_value.employee');
      return rules;
    case 'budget':
      for (const insurance of under('dip.budget', leaves)) rules.set(insurance, { kind, budget: budgetOf(insurance, leaves, id) });
      if (rules.size === 0) throw missing('dip.budget.employee.annual_costs');
      return rules;
    case 'settlement':
      for (const insurance of under('dip.pool', leaves)) rules.set(insurance, settlementOf(insurance, leaves, id));
      if (rules.size === 0) throw missing('dip.pool.employee.fund');
      return rules;
  }
}

/** The insurances that something is said of below a path. */
const under = (path: string, leaves: Leaves): ReadonlySet<string> =>
  new Set(
    [...leaves].flatMap(([name, { value }]) =>
      name.startsWith(`${path}.`) && value !== null ? (name.slice(path.length + 1).split('.', 1) as [string]) : [],
    ),
  );

/** 900, 950 and 1,000 M weighted 1 : 2 : 7 are 980 M. */
function budgetOf(insurance: string, leaves: Leaves, id: string): BudgetValue {
  const { at, required, missing } = reader(leaves, id);
  const costsLeaf = at(`dip.budget.${insurance}.annual_costs`);
  const weightsLeaf = at('dip.history_year_weights');
  if (!costsLeaf) throw missing(`dip.budget.${insurance}.annual_costs`);
  if (!weightsLeaf) throw missing('dip.history_year_weights');
  const costs = costsLeaf.value as readonly string[];
  const weights = weightsLeaf.value as readonly number[];
  if (costs.length !== weights.length) {
    throw wrong(
      `dip.budget.${insurance}.annual_costs`,
      costsLeaf.at,
      both(
        `有 ${costs.length} 年，年度权重却有 ${weights.length} 年`,
        `has ${costs.length} years, the year weights have ${weights.length}`,
      ),
      both('每一年写一个金额，最早的一年在前。', 'Write one amount a year, the oldest first.'),
    );
  }
  const points = required(`dip.budget.${insurance}.points`);
  const weighted = costs.reduce((sum, cost, y) => sum.plus(new Decimal(cost).times(weights[y]!)), new Decimal(0));
  const cost = weighted.div(weights.reduce((sum, weight) => sum + weight, 0));
  return { cost, points: points.value, costsLeaf, pointsLeaf: points.leaf };
}

function settlementOf(insurance: string, leaves: Leaves, id: string): PointValueRule {
  const { required, decimal, missing } = reader(leaves, id);
  const path = `dip.pool.${insurance}`;
  const [all, others] = [decimal(`${path}.points`), decimal(`${path}.other_points`)];
  const points = all ?? others;
  if (!points) throw missing(`${path}.points`);
  if (all && others) {
    throw wrong(
      `${path}.other_points`,
      others.leaf.at,
      both('与 points 不能同时写', 'cannot stand beside points'),
      both(
        '全地区的分值写 points；只写其他医院的分值用 other_points。',
        'Write points for the whole region, or other_points for the other hospitals.',
      ),
    );
  }
  const width = decimal('dip.point_value_band');
  return {
    kind: 'settlement',
    fund: required(`${path}.fund`),
    fundShare: required(`${path}.fund_share`),
    points,
    withOwn: all === undefined,
    band: width && { width, budget: budgetOf(insurance, leaves, id) },
  };
}
