/** The pool as lines: the budget as it began, every change of it, what is held back, what the fund may spend, and that on the price's basis. */
import { type Fen, toFen, yuanText } from '../../money.ts';
import type { ClearingRule } from '../../policy/clearing-rule.ts';
import type { ClearingLine } from './clearing.ts';
import { fromLeaf, item, note, sumLine, times } from './line.ts';
import type { Funded } from './price-of-year.ts';

export function poolLines({ budget, pool, divided, spent }: Funded, { sharing }: ClearingRule): readonly ClearingLine[] {
  const { fundBudget, adjustments, reserveShare, riskShare, fundShare, insurance } = budget;
  const basis = (name: string, leaf = fundBudget.leaf) => fromLeaf(`insurances.${insurance}.${name}`, leaf);
  const heldBack = (label: string, share: typeof reserveShare, amount: Fen, name: string): readonly ClearingLine[] =>
    share
      ? [item({ group: 'pool', label, working: times(pool.adjusted, share.value), basis: basis(name, share.leaf) }, -amount as Fen)]
      : [];
  const total = toFen(divided.div(pool.share));
  return [
    item({ group: 'pool', label: 'fund_budget', basis: basis('fund_budget') }, toFen(fundBudget.value)),
    ...adjustments.map(({ date, amount, reason, at, leaf }) =>
      item({ group: 'pool', label: 'adjustment', working: `${date} ${reason}`, basis: { ...basis('adjustments', leaf), at } }, amount),
    ),
    ...heldBack('reserve', reserveShare, pool.reserve, 'reserve_share'),
    ...heldBack('risk', riskShare, pool.risk, 'risk_share'),
    sumLine({ group: 'pool', label: 'usable' }, pool.usable),
    ...(spent !== undefined && sharing?.by === 'pool' ? sharedLines(pool.usable, spent, toFen(divided), sharing) : []),
    ...(pool.share.eq(1)
      ? []
      : [
          note(
            {
              group: 'pool',
              label: 'total_cost_basis',
              working: `${yuanText(toFen(divided))} ÷ ${pool.share.toFixed()}`,
              basis: basis('fund_share', fundShare?.leaf),
            },
            total,
          ),
        ]),
  ];
}

type ByPool = Extract<ClearingRule['sharing'], { by: 'pool' }>;

/** 120 spent of 100, the hospitals bear 15 % of the deficit: a pool of 117 is divided. */
function sharedLines(usable: Fen, spent: Fen, divided: Fen, { surplus, deficit }: ByPool): readonly ClearingLine[] {
  const over = spent > usable;
  const share = over ? deficit : surplus;
  const rule = over ? 'settlement.pool_sharing.deficit_by_hospitals' : 'settlement.pool_sharing.surplus_to_hospitals';
  const working = `${yuanText(spent)} + (${yuanText(usable)} − ${yuanText(spent)}) × ${share.value.toFixed()}`;
  return [
    note({ group: 'pool', label: 'pool_spent' }, spent),
    note(
      { group: 'pool', label: over ? 'pool_deficit_shared' : 'pool_surplus_shared', working, basis: fromLeaf(rule, share.leaf) },
      divided,
    ),
  ];
}
