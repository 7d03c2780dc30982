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
  const above = tooMuchUnpriced(scenario.id, totals, new Decimal(String(scenario.leaves.get('alerts.unpriced_max')?.value ?? '0.05')));
  return above ? [...failed, above] : failed;
}

function tooMuchUnpriced(scenario: string, { unpriced, unpricedCost, cost }: Totals, limit: Decimal): Alarm | undefined {
  if (unpriced === 0) return undefined;
  const most = `${limit.times(100)}%`;
  if (Number.isNaN(unpricedCost) || Number.isNaN(cost)) {
    return {
      code: 'UNPRICED_ABOVE_LIMIT',
      scenario,
      text: {
        zh: `${scenario}：未定价病例 ${unpriced} 例，费用不全，无法判断是否低于上限 ${most}`,
        en: `${scenario}: ${unpriced} stays have no price and costs are missing, so the limit of ${most} cannot be checked`,
      },
    };
  }
  if (new Decimal(unpricedCost).lte(limit.times(cost))) return undefined;
  // rounded up, so that what is above the limit also reads as above it
  const share = `${new Decimal(unpricedCost).div(cost).times(100).toFixed(2, Decimal.ROUND_UP)}%`;
  return {
    code: 'UNPRICED_ABOVE_LIMIT',
    scenario,
    text: {
      zh: `${scenario}：未定价病例 ${unpriced} 例，占总费用 ${share}，超过上限 ${most}`,
      en: `${scenario}: ${unpriced} stays without a price are ${share} of cost, above the limit of ${most}`,
    },
  };
}
