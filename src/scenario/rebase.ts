/**
 * A neutral price level: rates are multiplied by the factor that makes Σ weight × rate × coefficient equal to the parent's, over the
 * stays that have a price in both. Weight tables of different scale become comparable; what is left is grouping and weights.
 */
import type { UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import type { Price, Settlement } from '../payment/settlement.ts';
import { both, mistake } from '../policy/mistakes.ts';
import type { Note } from './note.ts';
import type { ResolvedScenario } from './scenario.ts';

export type Rebase = {
  readonly factor: Decimal;
  /** Yuan: the parent's sum, which is kept, and this scenario's before its rates are multiplied. */
  readonly parentSum: Decimal;
  readonly ownSum: Decimal;
  /** Stays priced in both. */
  readonly stays: number;
};

/**
 * undefined when no stay has a price here: then no payment depends on the level. Throws when some have, but none of them in the parent.
 * Both settlements are of the same stays. 3 stays: parent 1.5 × 8000 + 0.5 × 8000 = 16000, own 1.2 × 10000 + 0.8 × 10000 = 20000, f = 0.8.
 */
export function rebase(own: Settlement, parent: Settlement, scenario: ResolvedScenario): Rebase | undefined {
  if (own.price.every(price => price < 0)) return undefined;
  const ownCounts = new Uint32Array(own.prices.length);
  const parentCounts = new Uint32Array(parent.prices.length);
  let stays = 0;
  for (let i = 0; i < own.count; i++) {
    const [p, q] = [own.price[i]!, parent.price[i]!];
    if (p < 0 || q < 0) continue;
    ownCounts[p]! += 1;
    parentCounts[q]! += 1;
    stays += 1;
  }
  const ownSum = priceLevel(own.prices, ownCounts);
  if (stays === 0 || ownSum.isZero()) throw nothingInCommon(scenario);
  const parentSum = priceLevel(parent.prices, parentCounts);
  return { factor: parentSum.div(ownSum), parentSum, ownSum, stays };
}

const priceLevel = (prices: readonly Price[], counts: Uint32Array): Decimal =>
  prices.reduce(
    (sum, { times, perWeight, coefficient }, i) => sum.plus(times.times(perWeight).times(coefficient).times(counts[i]!)),
    new Decimal(0),
  );

function nothingInCommon({ leaves, rebasedOn }: ResolvedScenario): UserError {
  const parent = rebasedOn?.id ?? '';
  return mistake(
    'SCENARIO_SCALE',
    leaves.get('price.rebase')!.at,
    both(
      `没有一例病例在本情景和 ${parent} 中都有价格，无法调平费率`,
      `no stay has a price both here and in ${parent}, so the price level cannot be kept`,
    ),
    both(
      '上级情景应按病组付费，且权重表与数据相符；否则写 price.rebase: none。',
      'The parent must pay by group with weights for these stays; otherwise write price.rebase: none.',
    ),
  );
}

/** Data decide this, not the scenario: two stays that fall into no group have no price level to keep. */
export const noLevelNote = (parent: string): Note => ({
  kind: 'not_applicable',
  zh: `不适用：本情景没有一例病例有价格，未按 ${parent} 的价格水平调平费率`,
  en: `not applicable: no stay has a price in this scenario, so its rates were not rebased to the price level of ${parent}`,
});

/** The factor with both sums and the rates it leads to. `before` are the prices without the factor. */
export function rebaseNote({ factor, parentSum, ownSum, stays }: Rebase, parent: string, before: readonly Price[]): Note {
  const f = factor.toFixed(12);
  const rates = distinctRates(before)
    .map(({ level, insurance, rate }) => `${level} ${insurance} ${rate.toString()} → ${rate.times(factor).toFixed(4)}`)
    .join('; ');
  const [kept, was] = [parentSum.toFixed(2), ownSum.toFixed(2)];
  return {
    kind: 'rebase',
    zh: `费率按 ${parent} 的价格水平调平：系数 ${f}，${stays} 例两个情景都有价格的病例，Σ权重×费率×系数由 ${was} 元调为 ${kept} 元；调平后费率：${rates}`,
    en: `rates rebased to the price level of ${parent}: factor ${f}; over ${stays} stays priced in both, Σ weight × rate × coefficient goes from ${was} to ${kept} yuan; rates: ${rates}`,
  };
}

function distinctRates(prices: readonly Price[]): readonly Price[] {
  const seen = new Map(prices.map(price => [`${price.level} ${price.insurance} ${price.rate}`, price]));
  return [...seen.values()].sort((a, b) => (`${a.level} ${a.insurance}` < `${b.level} ${b.insurance}` ? -1 : 1));
}
