/** What must not pass quietly: known totals that differ, and too much cost without a price. A command that meets one exits 4. */
import type { ErrorCode, Text } from '../errors.ts';
import { Decimal } from '../money.ts';
import { checkNote } from '../scenario/known-totals.ts';
import type { ScenarioRun } from '../scenario/scenario-run.ts';
import type { Totals } from './comparison.ts';

export type Alarm = {
  readonly code: Extract<ErrorCode, 'CHECK_FAILED' | 'UNPRICED_ABOVE_LIMIT'>;
  readonly scenario: string;
  readonly text: Text;
};

/** `totals` are those of the run; a policy that does not say how much may go unpriced allows 5 % of cost. */
export function alarmsOf({ scenario, checks }: ScenarioRun, totals: Totals): Alarm[] {
  const failed = checks
    .filter(({ met }) => !met)
    .map((checked): Alarm => {
      const { zh, en } = checkNote(checked);
      return { code: 'CHECK_FAILED', scenario: scenario.id, text: { zh, en } };
    });
  const limit = new Decimal(String(scenario.leaves.get('alerts.unpriced_max')?.value ?? '0.05'));
  if (!(totals.unpricedCost > 0) || !new Decimal(totals.unpricedCost).gt(limit.times(totals.cost))) return failed;
  const share = `${new Decimal(totals.unpricedCost).div(totals.cost).times(100).toFixed(2)}%`;
  const most = `${limit.times(100)}%`;
  const above: Alarm = {
    code: 'UNPRICED_ABOVE_LIMIT',
    scenario: scenario.id,
    text: {
      zh: `${scenario.id}：未定价病例 ${totals.unpriced} 例，占总费用 ${share}，超过上限 ${most}`,
      en: `${scenario.id}: ${totals.unpriced} stays without a price are ${share} of cost, above the limit of ${most}`,
    },
  };
  return [...failed, above];
}
