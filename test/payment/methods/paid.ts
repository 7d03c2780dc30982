/** Stays written by hand, paid under a policy of a few lines: what each was paid, and why, with the two held equal. */
import { yuanText } from '../../../src/money.ts';
import { billOf } from '../../../src/payment/bill.ts';
import { linesOf } from '../../../src/payment/explain.ts';
import type { Part } from '../../../src/payment/part.ts';
import { partsByPolicy } from '../../../src/payment/routes.ts';
import { settleParts } from '../../../src/payment/settle.ts';
import { bands, type Settlement, unpricedReasons } from '../../../src/payment/settlement.ts';
import type { StayTable } from '../../../src/stay/stay-table.ts';
import { policy } from '../../policy/short-policy.ts';

/** Levels as most tests need them; two lines, so that what follows begins on line 11 of the policy. */
export const levels = `hospital: {level: tertiary, levels: {三级: tertiary, 二级: secondary}}
fund_share: {method: fund_basis}
`;

export type Settled = { readonly stays: StayTable; readonly parts: readonly Part[]; readonly settlement: Settlement };

export function settledBy(body: string, stays: StayTable, more: Omit<Part, 'policy'> = {}): Settled {
  const parts = [{ policy: policy(body), ...more }];
  return { stays, parts, settlement: settleParts({ stays, parts }) };
}

/** `per_diem 12900.00`, `unpriced no_days 500.00`: the band, the reason, what is paid. */
export const paid = ({ settlement }: Settled): string[] =>
  Array.from(settlement.payment, (payment, row) =>
    [bands[settlement.band[row]!], unpricedReasons[settlement.reason[row]!], yuanText(payment)].filter(word => word !== '').join(' '),
  );

/** The lines of a row, `label | amount | working | source | rule | bound`. */
export const why = (settled: Settled, row: number): string[] =>
  linesAt(settled, row)
    .filter(({ part }) => part === 'payment')
    .map(({ label, amount, working, source = '', rule = '', bound = '' }) =>
      [label, yuanText(amount), working, source, rule, bound].filter(word => word !== '').join(' | '),
    );

export function linesAt({ stays, parts, settlement }: Settled, row: number) {
  const part = partsByPolicy(parts)[settlement.by[row]!];
  return linesOf({
    bill: billOf(stays, row),
    band: bands[settlement.band[row]!]!,
    reason: unpricedReasons[settlement.reason[row]!]!,
    price: undefined,
    policy: part?.policy,
    within: part && { stays, row, settlement, part },
  }).lines;
}

/** Rows whose lines do not sum to what the columns pay, with both sums. */
export const unexplained = (settled: Settled): string[] =>
  Array.from(settled.settlement.payment, (payment, row) => {
    const lines = linesAt(settled, row).filter(({ part }) => part === 'payment');
    return { row, payment, sum: lines.reduce((sum, { amount }) => sum + amount, 0) };
  })
    .filter(({ payment, sum }) => payment !== sum)
    .map(({ row, payment, sum }) => `row ${row}: paid ${payment}, lines ${sum}`);
