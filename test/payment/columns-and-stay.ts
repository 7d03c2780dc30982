/** Settles random stays of one random policy by columns and compares every stay with the exact rule. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { Decimal } from '../../src/money.ts';
import { billOf } from '../../src/payment/bill.ts';
import { linesOf } from '../../src/payment/explain.ts';
import { payStay } from '../../src/payment/pay-stay.ts';
import { settle } from '../../src/payment/settle.ts';
import { bands, type Line, type Settlement, unpricedReasons } from '../../src/payment/settlement.ts';
import type { DrgPolicy } from '../../src/policy/policy.ts';
import { anyPolicy, anyWeight, costsAround, tableOf } from './any-policy.ts';
import { groups, priced, staysOf } from './small-hospital.ts';

type Case = {
  readonly policy: DrgPolicy;
  readonly weight: string;
  readonly stays: readonly {
    readonly cost: number;
    readonly patient: number;
    readonly other: number;
    readonly outside: readonly [number, number, number];
    readonly age: number;
    readonly day_surgery: string;
  }[];
};

const anyCase = (most: number): fc.Arbitrary<Case> =>
  fc.record({ policy: anyPolicy, weight: anyWeight }).chain(({ policy, weight }) => {
    const stay = costsAround(priced(policy, { weight })).chain(cost =>
      fc.record({
        cost: fc.constant(cost),
        patient: fc.integer({ min: 0, max: cost }),
        other: fc.integer({ min: 0, max: Math.ceil(cost / 4) }),
        age: fc.integer({ min: -1, max: 20 }),
        day_surgery: fc.constantFrom('', '0', '1'),
        // of a thousand: own-pay, pre-selfpay and what is paid first of the rest
        outside: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 1000 })),
      }),
    );
    return fc.record({
      policy: fc.constant(policy),
      weight: fc.constant(weight),
      stays: fc.array(stay, { minLength: Math.ceil(most / 2), maxLength: most, size: 'max' }),
    });
  });

export function compareStays({
  policies,
  staysOfEach,
  seed,
}: {
  readonly policies: number;
  readonly staysOfEach: number;
  readonly seed: number;
}): number {
  let compared = 0;
  fc.assert(
    fc.property(anyCase(staysOfEach), ({ policy, weight, stays: rows }) => {
      const { stays, grouping } = staysOf(
        rows.map(({ cost, patient, other, outside, age, day_surgery }) => ({
          group: 3,
          age,
          day_surgery,
          ...scopeOf(cost, outside),
          total: yuan(cost),
          cash: yuan(patient),
          other: yuan(other),
          fund: yuan(Math.max(0, cost - patient - other)),
        })),
      );
      const settled = settle({ stays, grouping, groups, policy, weights: tableOf(weight) });
      for (let i = 0; i < stays.count; i++) {
        const bill = billOf(stays, i);
        const price = settled.prices[settled.price[i]!]!;
        const exact = payStay(bill, price, policy);
        expect({
          band: bands[settled.band[i]!],
          rule: settled.rule?.[i] ?? 0,
          exempt: settled.exempt?.[i] ?? 0,
          payment: settled.payment[i],
          fund: settled.fund[i],
          margin: settled.margin[i],
        }).toEqual(exact);
        identities(settled, i, bill.cost);
        if (policy.fund.patient === 'by_item') expect(settled.patient[i]).toBe(bill.patient);
        const { band, lines } = linesOf({ bill, band: exact.band, reason: unpricedReasons[settled.reason[i]!]!, price, policy });
        const sum = (part: Line['part']) => lines.filter(line => line.part === part).reduce((all, { amount }) => all + amount, 0);
        // a share that nobody knows has no lines
        expect({ band, payment: sum('payment'), fund: sum('fund'), patient: sum('patient') }).toEqual({
          band: exact.band,
          payment: exact.payment,
          fund: exact.fund || 0,
          patient: policy.fund.patient === 'by_item' ? 0 : settled.patient[i] || 0,
        });
        compared++;
      }
    }),
    { numRuns: policies, seed },
  );
  return compared;
}

function identities({ fund, patient, other, margin }: Settlement, i: number, cost: number): void {
  expect(cost + margin[i]!).toBe(fund[i]! + patient[i]! + other[i]!);
}

const yuan = (fen: number): string => new Decimal(fen).div(100).toFixed(2);

/** cost = own-pay + pre-selfpay + in scope, and the deductible is part of what is in scope. */
function scopeOf(cost: number, [own, pre, first]: readonly [number, number, number]) {
  const [ownPay, preSelfpay] = [Math.floor((cost * own) / 1000), Math.floor((cost * pre) / 1000)];
  const inScope = cost - ownPay - preSelfpay;
  const deductible = Math.floor((inScope * first) / 1000);
  return { own_pay: yuan(ownPay), pre_selfpay: yuan(preSelfpay), in_scope: yuan(inScope), deductible: yuan(deductible) };
}
