/**
 * What a policy can be trusted for: which of its numbers nobody read in the region's own text, how much of the weight table has a price,
 * how far the price covers cost, and whether its known answers come out to the fen.
 */
import { Decimal } from '../money.ts';
import { answersOf, type WorkedCase } from '../policy/known-answers.ts';
import type { Leaf, SourceType } from '../policy/leaf.ts';
import type { DrgPolicy, Policy } from '../policy/policy.ts';
import { type Answer, answered } from './answer.ts';
import { benchmarksNamed } from './benchmarks.ts';
import { givenLoad } from './given-load.ts';
import { refuseUnknownPayer, spokenAs, withCoefficient } from './given-policy.ts';
import { publishedPrices } from './published-prices.ts';
import { settle } from './settle.ts';
import type { WeightTable } from './weights.ts';

export type PolicyCheck = {
  /** Numbers by type of their source. */
  readonly sources: Readonly<Record<SourceType, number>>;
  /** Restated or assumed numbers: the policy is illustrative while there is one. */
  readonly illustrative: readonly { readonly path: string; readonly leaf: Leaf }[];
  /** Tables the policy names that are stamped as made from the stays they are to settle. */
  readonly selfTested: readonly string[];
  readonly weights: { readonly listed: number; readonly weighted: number } | undefined;
  /** By points: PV × scale ÷ AC of every insurance, four decimals; 1 pays the mean cost. */
  readonly payToCost: readonly { readonly insurance: string; readonly share: string }[];
  readonly answers: readonly Answer[];
};

export type ReadText = (path: string) => string;

export function verifyPolicy(policy: Policy, weights: WeightTable | undefined, readText: ReadText): PolicyCheck {
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
    selfTested: selfTestedTables(policy, weights, readText),
    weights: weights && { listed: weights.listed, weighted: weights.weighted },
    payToCost: policy.method === 'drg_points' ? payToCost(policy) : [],
    answers: answersOf(policy.leaves).flatMap(known =>
      known.kind === 'case' ? [workedCase(known, policy, weights, readText)] : publishedPrices(known, policy, readText),
    ),
  };
}

function selfTestedTables(policy: Policy, weights: WeightTable | undefined, readText: ReadText): readonly string[] {
  const named = [...(weights ? [weights] : []), ...benchmarksNamed([policy.leaves], readText)];
  return named.filter(({ stamp }) => stamp.selfTested).map(({ file }) => file);
}

/** Jinhua: 84.71 × 100 ÷ 9,427 = 0.8986. */
function payToCost({ price }: DrgPolicy): PolicyCheck['payToCost'] {
  if (price.kind !== 'points') return [];
  return [...price.pointValue].map(([insurance, { value }]) => ({
    insurance,
    share: value.times(price.scale.value).div(price.meanCost.value).toFixed(4, Decimal.ROUND_HALF_UP),
  }));
}

function workedCase({ at, given, expected }: WorkedCase, policy: Policy, weights: WeightTable | undefined, readText: ReadText): Answer {
  refuseUnknownPayer(given.words, policy, at);
  const own = withCoefficient(given, policy);
  const load = givenLoad([spokenAs(own, given)], own);
  const part = { policy: own, grouping: load.grouping, groups: load.groups, weights: load.weights ?? weights, readText };
  const settlement = settle({ ...part, stays: load.stays });
  return answered({ at, name: given.words.drg ?? '' }, expected, { settlement, stays: load.stays, part, row: 0 });
}
