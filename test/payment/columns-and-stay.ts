/** Settles random stays of one random policy by columns and compares every stay with the exact rule. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { Decimal } from '../../src/money.ts';
import { billOf } from '../../src/payment/bill.ts';
import type { CaseFacts } from '../../src/payment/cases/case-facts.ts';
import { linesOf } from '../../src/payment/explain.ts';
import { payStay } from '../../src/payment/pay-stay.ts';
import { settle } from '../../src/payment/settle.ts';
import { bands, type Line, type Settlement, unpricedReasons } from '../../src/payment/settlement.ts';
import type { DrgPolicy } from '../../src/policy/policy.ts';
import { anyCase as anyCaseOfStay, type CaseOfStay, exemptOf, linesOfCases, meetsNaively } from './any-case-rules.ts';
import { anyPolicy, anyWeight, costsAround, tableOf } from './any-policy.ts';
import { groups, priced, staysOf } from './small-hospital.ts';

export type Case = {
  readonly policy: DrgPolicy;
  readonly weight: string;
  readonly stays: readonly {
    readonly cost: number;
    readonly patient: number;
    readonly other: number;
    readonly outside: readonly [number, number, number];
    readonly age: number;
    readonly day_surgery: string;
    readonly of: CaseOfStay;
  }[];
};

const anyCase = (most: number): fc.Arbitrary<Case> =>
  fc.record({ policy: anyPolicy, weight: anyWeight }).chain(({ policy, weight }) => {
    const stay = costsAround(priced(policy, { weight })).chain(cost =>
      fc.record({
        cost: fc.constant(cost),
        of: anyCaseOfStay(cost),
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
      const { stays, part, settled, plain, facts } = paidCase({ policy, weight, stays: rows });
      for (let i = 0; i < stays.count; i++) {
        const bill = billOf(stays, i);
        const price = plain.prices[plain.price[i]!]!;
        const { rule, exempt, ...exact } = payStay(bill, price, policy, facts[i]);
        expect({ band: bands[settled.band[i]!], payment: settled.payment[i], fund: settled.fund[i], margin: settled.margin[i] }).toEqual(
          exact,
        );
        expect([settled.rule?.[i] ?? 0, settled.exempt?.[i] ?? 0]).toEqual([rule, exempt]);
        identities(settled, i, bill.cost);
        if (policy.fund.patient === 'by_item') expect(settled.patient[i]).toBe(bill.patient);
        const { band, lines } = linesOf({
          ...{ bill, band: exact.band, reason: unpricedReasons[settled.reason[i]!]!, price, policy },
          within: { stays, row: i, settlement: settled, part: { policy, ...part } },
        });
        const sum = (part: Line['part']) => lines.filter(line => line.part === part).reduce((all, { amount }) => all + amount, 0);
        // a share that nobody knows has no lines
        expect({ band, payment: sum('payment'), fund: sum('fund'), patient: sum('patient') }).toEqual({
          band: exact.band,
          payment: exact.payment,
          fund: exact.fund || 0,
          // as on the bill needs no line
          patient: policy.fund.patient === 'by_item' || exact.band === 'ffs' || exact.band === 'unpriced' ? 0 : settled.patient[i] || 0,
        });
        const onBill = exact.band === 'unpriced' && rule === 0;
        expect(onBill ? [] : lines.filter(({ rule: of, bound }) => of === undefined || bound === undefined)).toEqual([]);
        compared++;
      }
    }),
    { numRuns: policies, seed },
  );
  return compared;
}

/** Settled by its rules, and without those about the single stay: a price does not depend on them. */
export function paidCase({ policy, weight, stays: rows }: Case) {
  const { stays: bare, grouping } = staysOf(
    rows.map(({ cost, patient, other, outside, age, day_surgery, of: { days, discharge_way, hospital, materials } }) => ({
      ...{ days, discharge_way, hospital, materials: yuan(materials) },
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
  const stays = { ...bare, charges: linesOfCases(rows.map(row => row.of)) };
  const part = { grouping, groups, weights: tableOf(weight) };
  const settled = settle({ stays, policy, ...part });
  const plain = settle({ stays, policy: withoutCaseRules(policy), ...part });
  return { stays, part, settled, plain, facts: factsOf(rows, plain, policy) };
}

const withoutCaseRules = (policy: DrgPolicy): DrgPolicy => ({
  ...policy,
  stayRules: [],
  exempt: undefined,
  high: policy.high && { ...policy.high, maxCaseShare: undefined },
});

/** What the rules ask of every stay, worked out from what was written; high stays beyond the share by sorting them all. */
function factsOf(rows: Case['stays'], plain: Settlement, policy: DrgPolicy): readonly CaseFacts[] {
  const facts = rows.map(
    ({ cost, of }): CaseFacts => ({
      days: of.days,
      exempt: exemptOf(of, cost, policy),
      meets: condition => meetsNaively(condition, of, cost),
      fallsBack: false,
    }),
  );
  const share = policy.high?.maxCaseShare;
  if (!share) return facts;
  const priceOf = (row: number) => plain.prices[plain.price[row]!]!;
  const bill = (row: number) => ({ cost: rows[row]!.cost, fund: 0, patient: 0, other: 0 });
  const cost = (row: number) => new Decimal(rows[row]!.cost - facts[row]!.exempt);
  const beyond = new Set<number>();
  const keys = rows.map(({ of }) => (share.of === 'group' ? '' : of.hospital));
  for (const key of new Set(keys)) {
    const all = rows.flatMap((_, row) => (keys[row] === key ? [row] : []));
    const high = all.filter(row => payStay(bill(row), priceOf(row), { ...policy, fund: onlyPayment }, facts[row]).band === 'high');
    // a ÷ b above c ÷ d where a·d above c·b
    const sorted = high.sort(
      (a, b) =>
        cost(b)
          .times(priceOf(a).benchmark)
          .comparedTo(cost(a).times(priceOf(b).benchmark)) || a - b,
    );
    for (const row of sorted.slice(Math.floor(share.value.times(all.length).toNumber()))) beyond.add(row);
  }
  return facts.map((of, row) => ({ ...of, fallsBack: beyond.has(row) }));
}
const onlyPayment: DrgPolicy['fund'] = { method: 'fund_basis', patient: 'by_item', leaf: undefined };

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
