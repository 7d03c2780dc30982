/** Whether the low line lies below every high line: a stay cannot be cheap and dear at once. Both are already numbers that can be meant. */
import { Decimal } from '../money.ts';
import type { Leaves } from './leaf.ts';
import { both, wrong } from './mistakes.ts';
import { tiersOf } from './tiers.ts';

export function checkLines(leaves: Leaves): void {
  const low = leaves.get('outliers.low.threshold');
  const tiers = leaves.get('outliers.high.tiers');
  if (typeof low?.value !== 'string' || !Array.isArray(tiers?.value)) return;
  const lowest = Decimal.min(...tiersOf(tiers).map(({ cap }) => cap));
  if (new Decimal(low.value).lt(lowest)) return;
  const cap = lowest.toFixed();
  throw wrong(
    'outliers.low.threshold',
    low.at,
    both(`是 ${low.value}，不低于高倍率上限 ${cap}`, `is ${low.value}, not below the high line ${cap}`),
    both(
      `低倍率线应低于每一档高倍率上限（${cap}），例如 "0.3"。`,
      `The low line must be below every cap of a high stay (${cap}), such as "0.3".`,
    ),
  );
}
