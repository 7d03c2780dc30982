/** What a year shares as lines: u with both its sums, the step of every tier, and the one amount that counts. */
import { Decimal, type Fen, toFen, yuanText } from '../../money.ts';
import { both, mistake } from '../../policy/mistakes.ts';
import type { ClearingLine } from './clearing.ts';
import { figureLine, fromLeaf, item, note } from './line.ts';
import { notShared, type SharedYear, sharedByHospital, sharedByPool } from './sharing-of-year.ts';
import type { ToState } from './statement.ts';

const nothing = notShared();

/** A floating price has shared by pool already: what it divides is the shared pool. */
export function sharingOfYear({ rule, funded, price, allotted }: ToState, fund: Fen): SharedYear {
  const { sharing } = rule;
  if (!sharing) return nothing;
  if (sharing.by === 'hospital') {
    if (allotted.actual === undefined) throw noFundColumn();
    return sharedByHospital(allotted.actual, allotted.allotted, sharing);
  }
  if (price?.mode === 'floating') return nothing;
  const { pool, budget } = funded;
  // others' units are of the whole bill: p of it is the fund's
  const others = price ? price.price.times(price.othersUnits).times(pool.share) : (budget.othersFund?.value ?? new Decimal(0));
  return sharedByPool(pool.usable, fund, others, sharing);
}

export function sharingLines(
  { u, shared, amount, own, spent }: SharedYear,
  { rule: { sharing }, allotted, funded, price }: ToState,
): readonly ClearingLine[] {
  if (!sharing || (sharing.by === 'pool' && price?.mode === 'floating')) return [];
  if (sharing.by === 'pool') {
    const share = amount < 0 ? sharing.deficit : sharing.surplus;
    const path = amount < 0 ? 'settlement.pool_sharing.deficit_by_hospitals' : 'settlement.pool_sharing.surplus_to_hospitals';
    const { usable } = funded.pool;
    const working = `(${yuanText(usable)} − ${yuanText(spent)}) × ${share.value.toFixed()} × ${yuanText(own)} ÷ ${yuanText(spent)}`;
    return [
      item({ group: 'final', label: amount < 0 ? 'pool_deficit' : 'pool_surplus', working, basis: fromLeaf(path, share.leaf) }, amount),
    ];
  }
  if (!shared || !u) return [];
  const { actual = 0 as Fen, allotted: given } = allotted;
  return [
    figureLine(
      {
        group: 'final',
        label: 'u',
        working: `${yuanText(actual)} ÷ ${yuanText(given)}`,
        basis: fromLeaf('settlement.sharing', sharing.leaf),
      },
      u.toFixed(4),
    ),
    ...shared.steps.map(({ tier, amount: within, pays }) =>
      note(
        {
          group: 'final',
          label: `share_${tier.kind}`,
          working: `${tier.from.toFixed()}–${tier.to?.toFixed() ?? '∞'}: ${yuanText(toFen(within))} × ${tier.share.toFixed()}`,
          basis: { rule: 'settlement.sharing', at: tier.at, source: sharing.leaf.source },
        },
        pays,
      ),
    ),
    item(
      {
        group: 'final',
        label: amount < 0 ? 'shared_surplus' : 'shared_excess',
        working: `${yuanText(shared.fund)} − ${yuanText(given)}`,
        basis: fromLeaf('settlement.sharing', sharing.leaf),
      },
      amount,
    ),
  ];
}

const noFundColumn = () =>
  mistake(
    'HEADER_UNKNOWN',
    undefined,
    both('文件没有基金支付列，算不出 u', 'the file has no column of the fund, so there is no u'),
    both('补上基金支付列，或把 settlement.sharing 设为 null。', 'Add the column of the fund, or set settlement.sharing to null.'),
  );
