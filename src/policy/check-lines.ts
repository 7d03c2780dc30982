/**
 * Whether the lines lie in their order, low under mid-low under every high line: a stay cannot be cheap and dear at once. All are
 * already numbers that can be meant.
 */
import { Decimal } from '../money.ts';
import type { Leaf, Leaves } from './leaf.ts';
import { both, wrong } from './mistakes.ts';
import { tiersOf } from './tiers.ts';

export function checkLines(leaves: Leaves): void {
  const [low, midLow] = [leaves.get('outliers.low.threshold'), leaves.get('outliers.mid_low.threshold')];
  const tiers = leaves.get('outliers.high.tiers');
  if (isNumber(low) && isNumber(midLow) && new Decimal(low.value).gte(midLow.value)) throw notAboveLow(midLow, low.value);
  if (!Array.isArray(tiers?.value)) return;
  const caps = tiersOf(tiers).map(({ cap }) => cap);
  const lowest = Decimal.min(...caps);
  if (isNumber(low) && new Decimal(low.value).gte(lowest))
    throw notBelowHigh('outliers.low.threshold', '低倍率线', 'low line', low, lowest);
  if (isNumber(midLow) && new Decimal(midLow.value).gte(lowest))
    throw notBelowHigh('outliers.mid_low.threshold', '中低倍率线', 'mid-low line', midLow, lowest);
  const upTo = leaves.get('outliers.high.excess_up_to');
  const highest = Decimal.max(...caps);
  if (isNumber(upTo) && new Decimal(upTo.value).lte(highest)) throw notAboveHigh(upTo, highest);
}

type NumberLeaf = Leaf & { readonly value: string };
const isNumber = (leaf: Leaf | undefined): leaf is NumberLeaf => typeof leaf?.value === 'string';

const notAboveLow = ({ value, at }: NumberLeaf, low: string) =>
  wrong(
    'outliers.mid_low.threshold',
    at,
    both(`是 ${value}，不高于低倍率线 ${low}`, `is ${value}, not above the low line ${low}`),
    both(`中低倍率线应高于低倍率线（${low}），例如 "0.8"。`, `The mid-low line must be above the low line (${low}), such as "0.8".`),
  );

function notBelowHigh(path: string, zh: string, en: string, { value, at }: NumberLeaf, lowest: Decimal) {
  const cap = lowest.toFixed();
  return wrong(
    path,
    at,
    both(`是 ${value}，不低于高倍率上限 ${cap}`, `is ${value}, not below the high line ${cap}`),
    both(
      `${zh}应低于每一档高倍率上限（${cap}），例如 "0.3"。`,
      `The ${en} must be below every cap of a high stay (${cap}), such as "0.3".`,
    ),
  );
}

function notAboveHigh({ value, at }: NumberLeaf, highest: Decimal) {
  const cap = highest.toFixed();
  return wrong(
    'outliers.high.excess_up_to',
    at,
    both(`是 ${value}，不高于高倍率上限 ${cap}`, `is ${value}, not above the high line ${cap}`),
    both(`它应高于每一档高倍率上限（${cap}）。`, `It must be above every cap of a high stay (${cap}).`),
  );
}
