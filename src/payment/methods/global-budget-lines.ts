/** The part of a stay in the budget of its hospital as lines. */
import { toFen, yuanOf, yuanText } from '../../money.ts';
import { placeText } from '../../policy/leaf.ts';
import type { Allotment, GlobalBudgetPolicy } from '../../policy/methods/global-budget.ts';
import { wordAt } from '../../stay/stay-table.ts';
import type { Within } from '../explain.ts';
import { payerOf } from '../payer-of.ts';
import { type PoolPaid, poolLines, usedShare } from '../pool/pool-lines.ts';
import type { Line } from '../settlement.ts';
import { type Shared, shared } from '../sharing.ts';
import { allotmentOf, budgetOf } from './global-budget.ts';

/** The lines of the payment; they sum to it. */
export function budgetLines(within: Within, policy: GlobalBudgetPolicy): readonly Line[] {
  const { stays, row } = within;
  const allotted = (i: number): Allotment | undefined => {
    const budget = budgetOf(policy, wordAt(stays.words.hospital, i));
    return budget && allotmentOf(budget, payerOf(stays, i, policy).insurance);
  };
  const own = allotted(row)!;
  return poolLines(within, {
    band: 'budget',
    sharesPool: i => allotted(i) === own,
    paidFor: actual => paidFor(actual, own, policy),
  });
}

function paidFor(actual: number, { value, leaf, path }: Allotment, { sharing }: GlobalBudgetPolicy): PoolPaid {
  const allot = toFen(value);
  const all = shared(actual, allot, sharing);
  const tiers = all.steps.map(({ tier }) => placeText(tier.at));
  return {
    amount: all.fund,
    working: workingOf(all, actual, allot),
    source: [...new Set([placeText(leaf.at), ...tiers])].join(' '),
    rule: `${path} settlement.sharing`,
    bound: `${usedShare(actual, allot)}${actual > allot ? ' > 1' : ' < 1'}`,
  };
}

/** A surplus is what its tiers leave to the hospital; an excess what is allotted and shared, less what was spent. */
function workingOf({ steps }: Shared, actual: number, allot: number): string {
  const [whole] = steps.filter(({ tier }) => tier.kind === 'cost_times' || tier.kind === 'allot_times');
  if (whole) return `${whole.amount.toFixed()} × ${whole.tier.share.toFixed()} − ${yuanText(actual)}`;
  const shares = steps.map(({ tier, amount }) => `${amount.toFixed()} × ${tier.share.toFixed()}`);
  if (actual <= allot) return shares.join(' + ');
  return [yuanOf(allot).toFixed(2), ...shares].join(' + ').concat(` − ${yuanText(actual)}`);
}
