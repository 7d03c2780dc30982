/** What a stay of one group, auxiliary class and place gets before the value of a point is known: its points, and what its cost is measured by. */
import { Decimal, toFen, yuanOf } from '../../money.ts';
import { placeText } from '../../policy/leaf.ts';
import type { DipPolicy } from '../../policy/methods/dip.ts';
import type { Factor } from '../settlement.ts';
import type { DipGroup } from './catalogue.ts';
import type { DipPlace } from './payers.ts';

export type DipTerms = {
  readonly group: DipGroup;
  readonly place: DipPlace;
  /** Score × auxiliary × k × (1 + support) × assessment, not rounded. */
  readonly points: Decimal;
  /** All of the points but the score. */
  readonly coefficient: Decimal;
  readonly factors: readonly Factor[];
  /** Yuan; undefined: the standard itself. */
  readonly benchmark: Decimal | undefined;
  readonly benchmarkAt: string;
};

export function dipTerms(group: DipGroup, auxiliaryClass: number, place: DipPlace, policy: DipPolicy): DipTerms {
  const factors = [...auxiliaryFactor(group, auxiliaryClass), ...placeFactor(group, place), ...finalFactors(policy)];
  const coefficient = factors.reduce((product, { value }) => product.times(value), one);
  return {
    group,
    place,
    points: group.score.times(coefficient),
    coefficient,
    factors: [{ value: group.score, at: group.at, note: '' }, ...factors],
    ...benchmarkOf(group, place, policy),
  };
}

const one = new Decimal(1);

/** A class without a coefficient of its own, and the plain class, are paid the score. */
function auxiliaryFactor({ auxiliary }: DipGroup, auxiliaryClass: number): readonly Factor[] {
  const coefficient = auxiliary?.classes.get(auxiliaryClass);
  return coefficient && auxiliary ? [{ value: coefficient.value, at: coefficient.at, note: auxiliary.dimension }] : [];
}

/** 基层病种: the same price at every level. */
function placeFactor({ grassroots, at }: DipGroup, { coefficient }: DipPlace): readonly Factor[] {
  if (!coefficient) return [];
  return [
    grassroots ? { value: one, at, note: 'grassroots' } : { value: coefficient.value, at: placeText(coefficient.leaf.at), note: 'k' },
  ];
}

function finalFactors({ support, assessment }: DipPolicy): readonly Factor[] {
  return [
    ...(support ? [{ value: support.value.plus(1), at: placeText(support.leaf.at), note: 'support' }] : []),
    ...(assessment ? [{ value: assessment.value, at: placeText(assessment.leaf.at), note: 'assessment' }] : []),
  ];
}

/** Last year's mean of the level, else of the group, else of all years: the first that the catalogue has. */
function benchmarkOf(group: DipGroup, { level }: DipPlace, { deviation, levels }: DipPolicy): Pick<DipTerms, 'benchmark' | 'benchmarkAt'> {
  if (deviation?.benchmark === 'standard') return { benchmark: undefined, benchmarkAt: placeText(deviation.benchmarkLeaf.at) };
  const ofLevel = deviation?.benchmark === 'level_mean' ? meanAt(level, group, levels) : undefined;
  const found = ofLevel ?? group.lastYear.get('');
  return found ? { benchmark: yuanOf(found.mean), benchmarkAt: found.at } : { benchmark: yuanOf(group.mean), benchmarkAt: group.at };
}

/** The history may write one level in several ways: their mean by cases, in whole fen. */
function meanAt(
  level: string,
  { lastYear }: DipGroup,
  levels: DipPolicy['levels'],
): { readonly mean: number; readonly at: string } | undefined {
  const same = [...lastYear].filter(([written]) => written !== '' && (levels.get(written) ?? written) === level).map(([, found]) => found);
  if (same.length <= 1) return same[0];
  const cases = same.reduce((sum, { cases: n }) => sum + n, 0);
  const cost = same.reduce((sum, { cases: n, mean }) => sum.plus(yuanOf(mean).times(n)), new Decimal(0));
  return { mean: toFen(cost.div(cases)), at: same.map(({ at }) => at).join(' ') };
}
