/** Pays stays over columns and one by one by the exact rule; the two, and the lines that explain them, must agree before any is compared. */
import { expect } from 'vitest';
import { yuanText } from '../../src/money.ts';
import { billOf } from '../../src/payment/bill.ts';
import { caseFacts } from '../../src/payment/cases/case-facts.ts';
import { payCase } from '../../src/payment/cases/pay-case.ts';
import { linesOf } from '../../src/payment/explain.ts';
import { payStay } from '../../src/payment/pay-stay.ts';
import { settle } from '../../src/payment/settle.ts';
import { bands, type Line, unpricedReasons } from '../../src/payment/settlement.ts';
import { readWeights } from '../../src/payment/weights.ts';
import type { DrgPolicy } from '../../src/policy/policy.ts';
import type { StayTable } from '../../src/stay/stay-table.ts';
import { groups, staysOf, type TestStay } from './small-hospital.ts';

export type BothWays = { readonly band: string; readonly payment: string; readonly rule: number; readonly lines: readonly Line[] };
export type ToPay = {
  readonly policy: DrgPolicy;
  /** Of AB11, the group of every stay unless it says another. */
  readonly weight: string;
  readonly stays: readonly Partial<TestStay>[];
  readonly charges?: StayTable['charges'];
};

export function paidBothWays({ policy, weight, stays: rows, charges }: ToPay): readonly BothWays[] {
  const { stays: bare, grouping } = staysOf(rows.map(row => ({ group: 3, total: '0', cash: '0', ...row })));
  const stays = charges ? { ...bare, charges } : bare;
  const part = { grouping, groups, weights: readWeights(`drg\tname\tweight\nAB11\t\t${weight}\n`, 'weights.tsv') };
  const settled = settle({ stays, policy, ...part });
  return rows.map((_, row) => {
    const band = bands[settled.band[row]!]!;
    const reason = unpricedReasons[settled.reason[row]!]!;
    const price = settled.prices[settled.price[row]!];
    const bill = billOf(stays, row);
    const within = { stays, row, settlement: settled, part: { policy, ...part } };
    const facts = caseFacts(within, policy);
    const exact = price ? payStay(bill, price, policy, facts) : payCase(bill, undefined, policy, facts);
    if (exact) expect([band, settled.payment[row], settled.rule?.[row] ?? 0]).toEqual([exact.band, exact.payment, exact.rule]);
    const { lines } = linesOf({ bill, band, reason, price, policy, within });
    const sum = lines.reduce((all, { part: of, amount }) => (of === 'payment' ? all + amount : all), 0);
    expect(sum).toBe(settled.payment[row]);
    return { band: `${band}${reason && ` ${reason}`}`, payment: yuanText(settled.payment[row]!), rule: settled.rule?.[row] ?? 0, lines };
  });
}

/** `normal 9818.88`, and of a stay that a rule paid `rule 2500.00 by 1`. */
export const said = ({ band, payment, rule }: BothWays): string => `${band} ${payment}${rule === 0 ? '' : ` by ${rule}`}`;
