/**
 * What a policy can be trusted for: which of its numbers nobody read in the region's own text, how much of the weight table has a price,
 * how far the price covers cost, and whether its known answers come out to the fen.
 */
import { Decimal, type Fen, toFen } from '../money.ts';
import { answersOf, type KnownAnswer } from '../policy/known-answers.ts';
import type { Leaf, SourceType } from '../policy/leaf.ts';
import type { DrgPolicy, Policy } from '../policy/policy.ts';
import { payStay } from './pay-stay.ts';
import { priceOf, rateOf } from './price.ts';
import type { WeightTable } from './weights.ts';

export type Answer = { readonly given: KnownAnswer; readonly expected: Fen; readonly actual: Fen | undefined; readonly equal: boolean };

export type PolicyCheck = {
  /** Numbers by type of their source. */
  readonly sources: Readonly<Record<SourceType, number>>;
  /** Restated or assumed numbers: the policy is illustrative while there is one. */
  readonly illustrative: readonly { readonly path: string; readonly leaf: Leaf }[];
  readonly weights: { readonly listed: number; readonly weighted: number } | undefined;
  /** By points: PV × scale ÷ AC of every insurance, four decimals; 1 pays the mean cost. */
  readonly payToCost: readonly { readonly insurance: string; readonly share: string }[];
  readonly answers: readonly Answer[];
};

export function verifyPolicy(policy: Policy, weights: WeightTable | undefined): PolicyCheck {
  const numbers = [...policy.leaves].filter(([, { source }]) => source).map(([path, leaf]) => ({ path, leaf }));
  const ofType = (type: SourceType) => numbers.filter(({ leaf }) => leaf.source?.type === type);
  return {
    sources: {
      official: ofType('official').length,
      local_doc: ofType('local_doc').length,
      restated: ofType('restated').length,
      assumption: ofType('assumption').length,
    },
    illustrative: [...ofType('restated'), ...ofType('assumption')],
    weights: weights && { listed: weights.listed, weighted: weights.weighted },
    payToCost: policy.method === 'drg_points' ? payToCost(policy) : [],
    answers:
      policy.method !== 'drg_rate' && policy.method !== 'drg_points' ? [] : answersOf(policy.leaves).map(given => answered(given, policy)),
  };
}

/** Jinhua: 84.71 × 100 ÷ 9,427 = 0.8986. */
function payToCost({ price }: DrgPolicy): PolicyCheck['payToCost'] {
  if (price.kind === 'rate') return [];
  return [...price.pointValue].map(([insurance, { value }]) => ({
    insurance,
    share: value.times(price.scale.value).div(price.meanCost.value).toFixed(4, Decimal.ROUND_HALF_UP),
  }));
}

function answered(given: KnownAnswer, policy: DrgPolicy): Answer {
  const expected = toFen(given.payment);
  if (!rateOf(given.level, given.insurance, policy)) return { given, expected, actual: undefined, equal: false };
  const weighing = { weight: given.weight, weightAt: '', rateFactor: new Decimal(1) };
  const price = priceOf({ group: 0, level: given.level, insurance: given.insurance }, weighing, policy);
  const actual = payStay({ cost: toFen(given.cost), fund: 0, patient: 0, other: 0 }, price, policy).payment;
  return { given, expected, actual, equal: actual === expected };
}
