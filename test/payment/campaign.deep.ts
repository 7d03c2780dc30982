/**
 * A million random stays of two thousand random policies: over columns the same as by the rule in decimal.js, to the fen, on every one of
 * them. Costs crowd the lines, amounts go up to eight digits of yuan, and many payments are ties at half a fen.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Decimal, yuanOf } from '../../src/money.ts';
import { billOf } from '../../src/payment/bill.ts';
import { paidByRule } from '../../src/payment/cases/rule-of-stay.ts';
import { highFamily, lowFamily, midLowFamily, termsOf } from '../../src/payment/outliers/outlier.ts';
import { type Paid, payStay } from '../../src/payment/pay-stay.ts';
import { bands, type Price } from '../../src/payment/settlement.ts';
import type { DrgPolicy } from '../../src/policy/policy.ts';
import { anyPolicy, anyWeight } from './any-policy.ts';
import { type Case, compareStays, paidCase } from './columns-and-stay.ts';
import { priced } from './small-hospital.ts';

it('pays 40,000 stays of 1,000 policies in columns as the exact rule does, with lines that sum to it', () => {
  expect(compareStays({ policies: 1_000, staysOfEach: 80, seed: 7 })).toBeGreaterThanOrEqual(40_000);
});

it('pays 1,000,000 stays of 2,000 policies in columns as the rule in decimal.js', () => {
  const roll = dice(20_250_101);
  const met = new Map<string, number>();
  let ties = 0;
  const policies = fc.sample(fc.tuple(anyPolicy, anyWeight), { numRuns: 2_000, seed: 20_250_101 });
  for (const [policy, weight] of policies) {
    const stays = staysAround(priced(policy, { weight }), roll, 500);
    const { stays: table, settled, plain, facts } = paidCase({ policy, weight, stays });
    for (let i = 0; i < table.count; i++) {
      const bill = billOf(table, i);
      const price = plain.prices[plain.price[i]!]!;
      const exact = payStay(bill, price, policy, facts[i]);
      const columns: Paid = {
        band: bands[settled.band[i]!] as Paid['band'],
        rule: settled.rule?.[i] ?? 0,
        exempt: settled.exempt?.[i] ?? 0,
        payment: settled.payment[i]! as Paid['payment'],
        fund: settled.fund[i]!,
        margin: settled.margin[i]!,
      };
      // a million comparisons in words would take longer than the payments
      if (!sameAmounts(columns, exact)) expect(columns, `row ${i} at weight ${weight} of ${policyText(policy)}`).toEqual(exact);
      met.set(exact.band, (met.get(exact.band) ?? 0) + 1);
      if (isTie(exact, { cost: bill.cost, days: table.days[i]! }, price, policy)) ties++;
    }
  }
  expect([...met.values()].reduce((a, b) => a + b, 0)).toBe(1_000_000);
  expect([...met.keys()].sort()).toEqual(['at_cost', 'ffs', 'high', 'low', 'mid_low', 'normal', 'rule', 'unpriced']);
  expect(ties).toBeGreaterThan(1_000);
  console.info(`1,000,000 stays equal; ${ties} ties; ${[...met].map(([band, n]) => `${band} ${n}`).join(', ')}`);
});

const sameAmounts = (a: Paid, b: Paid): boolean =>
  a.band === b.band &&
  a.rule === b.rule &&
  a.exempt === b.exempt &&
  a.payment === b.payment &&
  Object.is(a.fund, b.fund) &&
  Object.is(a.margin, b.margin);

const policyText = ({ leaves }: DrgPolicy): string => JSON.stringify([...leaves].map(([path, { value }]) => [path, value]));

/** Whether the exact amount, before it becomes money, lies half way between two fen. */
function isTie({ band, rule, exempt }: Paid, { cost, days }: { cost: number; days: number }, price: Price, policy: DrgPolicy): boolean {
  const yuan = exactOf({ band, rule, cost: yuanOf(cost - exempt), days }, price, policy);
  return yuan?.times(100).mod(1).eq('0.5') ?? false;
}

type Asked = Pick<Paid, 'band' | 'rule'> & { readonly cost: Decimal; readonly days: number };

/** undefined: the amount is no product of the cost. */
function exactOf({ band, rule, cost, days }: Asked, price: Price, policy: DrgPolicy): Decimal | undefined {
  switch (band) {
    case 'low':
      return lowFamily(policy.low!).pay(cost, termsOf(price, policy));
    case 'mid_low':
      return midLowFamily(policy.midLow!).pay(cost, termsOf(price, policy));
    case 'high':
      return highFamily(policy.high!).pay(cost, termsOf(price, policy));
    case 'rule':
      return paidByRule(policy.stayRules[rule - 1]!, { cost, days, price }, policy);
    default:
      return undefined;
  }
}

/** Marsaglia's xorshift: the same stays in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 0x1_0000_0000) * below);
  };
}

const most = 9_999_999_999; // 99,999,999.99 yuan

function staysAround({ lowTo, midLowTo, highFrom, standard }: Price, roll: (below: number) => number, count: number): Case['stays'] {
  const near = (line: number) => (Number.isFinite(line) ? line - 3 + roll(7) : roll(most));
  const costs = [
    () => roll(10_000_000),
    () => roll(most),
    () => most - roll(10),
    () => roll(Math.max(1, standard * 6)),
    () => near(lowTo),
    () => near(midLowTo),
    () => near(highFrom),
    () => near(highFrom) + roll(Math.max(1, standard)),
  ];
  return Array.from({ length: count }, () => {
    const cost = Math.min(most, Math.max(0, costs[roll(costs.length)]!()));
    const some = () => (roll(2) === 0 ? 0 : roll(cost + 1));
    return {
      cost,
      patient: roll(cost + 1),
      other: roll(Math.ceil(cost / 4) + 1),
      age: roll(22) - 1,
      day_surgery: ['', '0', '1'][roll(3)]!,
      outside: [roll(401), roll(401), roll(1001)] as const,
      of: {
        days: roll(7) - 1,
        discharge_way: ['', '1', '2', '4', '5'][roll(5)]!,
        hospital: roll(2) === 0 ? 'H1' : 'H2',
        materials: some(),
        lines: Array.from({ length: roll(4) }, () => ({
          item: `X00${1 + roll(3)}`,
          category: [0, 1, 8][roll(3)]!,
          amount: roll(4) === 0 ? -some() || 0 : some(),
        })),
      },
    };
  });
}
