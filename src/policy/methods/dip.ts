/** 按病种分值付费 as typed rules: the catalogue, the value of a point by insurance, deviation, coefficients (section 7 of the payment reference). */
import { type Deviation, deviationOf } from '../dip-deviation.ts';
import { type Dimension, dimensionsOf } from '../dip-lists.ts';
import { type PointValueRule, pointValueRulesOf } from '../dip-point-value.ts';
import type { Leaf, Leaves } from '../leaf.ts';
import { reader } from '../leaf-reader.ts';
import { both, wrong } from '../mistakes.ts';
import type { Paying, Sourced } from '../policy.ts';
import { type Coefficients, coefficientsOf } from '../price-rules.ts';

type ByPlace = Exclude<Coefficients, { readonly by: 'group_level' }>;

export type DipPolicy = Paying & {
  readonly method: 'dip';
  /** Folder of the catalogue as the policy writes it. */
  readonly folder: string;
  readonly folderLeaf: Leaf;
  readonly scale: Sourced;
  readonly pointValues: ReadonlyMap<string, PointValueRule>;
  /** k by level or hospital; undefined: 1 for everybody. */
  readonly coefficients: ByPlace | undefined;
  readonly deviation: Deviation | undefined;
  /** Auxiliary lists that apply, those of the catalogue that are not named do not. */
  readonly auxiliary: readonly Dimension[];
  /** 支持系数 and 考核系数: points × (1 + support) × assessment. */
  readonly support: Sourced | undefined;
  readonly assessment: Sourced | undefined;
  /** Share of cost for a stay without a group; undefined: no price. */
  readonly ungrouped: Sourced | undefined;
  /** Digits of the standard (yuan), of the points of a stay, of the value of a point; undefined: not rounded. */
  readonly rounding: {
    readonly standard: number | undefined;
    readonly points: number | undefined;
    readonly pointValue: number | undefined;
  };
};

export function dipPolicy(leaves: Leaves, paying: Paying): DipPolicy {
  const { id } = paying;
  const { at, required, decimal, missing } = reader(leaves, id);
  const folderLeaf = at('dip.catalogue');
  if (!folderLeaf) throw missing('dip.catalogue');
  const auxiliary = at('dip.auxiliary');
  return {
    ...paying,
    method: 'dip',
    folder: (folderLeaf.value as string).replace(/\/+$/, ''),
    folderLeaf,
    scale: required('dip.score_scale'),
    pointValues: pointValueRulesOf(leaves, id),
    coefficients: byPlace(leaves, id),
    deviation: deviationOf(leaves, id),
    auxiliary: auxiliary && auxiliary.value !== 'none' ? dimensionsOf('dip.auxiliary', auxiliary) : [],
    support: decimal('dip.support'),
    assessment: decimal('dip.assessment'),
    ungrouped: decimal('ungrouped.0000.pay_ratio'),
    rounding: {
      standard: digits(at('rounding.standard')),
      points: digits(at('rounding.points')),
      pointValue: digits(at('rounding.point_value')),
    },
  };
}

function digits(leaf: Leaf | undefined): number | undefined {
  if (leaf?.value === 'fen') return 2;
  return typeof leaf?.value === 'number' ? leaf.value : undefined;
}

/** A coefficient of every group and level would stand in a weight table, which DIP has none of. */
function byPlace(leaves: Leaves, id: string): ByPlace | undefined {
  const coefficients = coefficientsOf(leaves, id);
  if (coefficients?.by !== 'group_level') return coefficients;
  throw wrong(
    'hospital_coefficient.from',
    leaves.get('hospital_coefficient.from')!.at,
    both('是 group_level，按病种分值付费没有这样的表', 'is group_level, which payment by DIP has no table for'),
    both('写 level 或 hospital。', 'Write level or hospital.'),
  );
}
