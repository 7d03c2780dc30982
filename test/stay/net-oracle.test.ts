import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netSettlements } from '../../src/stay/net-settlements.ts';
import { NO_STAY } from '../../src/stay/settlements.ts';
import { type Bill, billsOf, tableOf } from './bills.ts';
import { slowNetting } from './slow-netting.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });

// few numbers and few amounts, so that most rows have something to do with another
const anyBill: fc.Arbitrary<Bill> = fc
  .record({
    visit: maybe(fc.constantFrom('V', 'W')),
    id: maybe(fc.constantFrom('A', 'B', 'C', 'D', 'E')),
    who: fc.constantFrom({ age: 30 }, { age: 30 }, { age: 0, weight: 3_000 }, { age: 0, weight: 2_500 }),
    total: maybe(fc.constantFrom(100, 100, 200, -100, -200, 0)),
    fund: maybe(fc.constantFrom(50, 60)),
    refunded: maybe(fc.constantFrom(0 as const, 0 as const, 1 as const)),
    settled: maybe(fc.integer({ min: 100, max: 108 })),
    stay: maybe(fc.tuple(fc.integer({ min: 90, max: 120 }), fc.integer({ min: 0, max: 4 }))),
    dx: maybe(fc.constantFrom(['A01.000'], ['B01.000', 'A01.000'])),
  })
  .map(({ who, stay, fund, ...bill }) => {
    const signed = fund !== undefined && (bill.total ?? 0) < 0 ? -fund : fund;
    const all = { ...bill, ...who, fund: signed, from: stay?.[0], to: stay && stay[0] + stay[1] };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Bill;
  });
// a row that is marked and has no total is a reversal by its fund payment only: none of the generated ones is negative there
const anyBills = fc.array(anyBill, { maxLength: 14 });

const sum = (amounts: readonly (number | undefined)[]): number => amounts.reduce<number>((all, one) => all + (one ?? 0), 0);
const net = (bills: readonly Bill[]) => netSettlements(tableOf(bills), { sameDay: 1 }, () => {}).table;
const totals = (bills: readonly Bill[]) => sum(billsOf(net(bills)).map(({ total }) => total));

describe('netting over columns', () => {
  it('does what its definition does, row by row', () => {
    fc.assert(
      fc.property(anyBills, bills => {
        const { counts, parts, stays } = slowNetting(bills);
        const table = net(bills);
        const stay = table.settlements?.stay ?? Uint32Array.from(bills.keys());
        expect(stays.map((_, i) => bills.flatMap((__, row) => (counts[row] && stay[row] === i ? [row] : [])))).toEqual(stays);
        expect(table.count).toBe(stays.length);
        const rows = billsOf(table);
        for (const [i, together] of stays.entries()) {
          const of = together.map(row => bills[row]!);
          const known = <T>(pick: (bill: Bill) => T | undefined) => of.map(pick).filter(value => value !== undefined);
          const from = known(({ from }) => from);
          const settled = known(({ settled }) => settled);
          expect(rows[i]).toMatchObject({
            ...(from.length > 0 && { from: Math.min(...from), to: Math.max(...known(({ to }) => to)) }),
            ...(settled.length > 0 && { settled: Math.max(...settled) }),
          });
          const refunds = [...parts].filter(([, bill]) => together.includes(bill)).map(([refund]) => bills[refund]!.total);
          const amounts = [...known(({ total }) => total), ...refunds];
          expect(rows[i]!.total).toBe(amounts.length > 0 ? sum(amounts) : undefined);
          expect(rows[i]!.dx === undefined).toBe(of.every(({ dx }) => dx === undefined));
        }
      }),
      { numRuns: 250 },
    );
  });

  it('loses no row and no fen of what counts', () => {
    fc.assert(
      fc.property(anyBills, bills => {
        const { counts, parts } = slowNetting(bills);
        const { settlements, count } = net(bills);
        expect(totals(bills)).toBe(sum(bills.map(({ total }, row) => (counts[row] || parts.has(row) ? total : 0))));
        if (!settlements) return;
        expect([...settlements.sourceRow]).toEqual(bills.map((_, row) => row + 2));
        for (const stay of settlements.stay) expect(stay === NO_STAY || stay < count).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same sum in any order of the rows', () => {
    // nobody says who paid, and a number belongs to one visit: else a refund may take either of two bills, and the other may be asked for again
    const order = anyBills.chain(bills =>
      fc.tuple(fc.constant(bills), fc.shuffledSubarray(bills, { minLength: bills.length, maxLength: bills.length })),
    );
    const visits: Readonly<Record<string, string | undefined>> = { A: 'V', B: 'V', C: 'V', D: 'W', E: undefined };
    const plain = ({ fund: _, visit, ...bill }: Bill): Bill => {
      const known = bill.id === undefined ? visit : visits[bill.id];
      return known === undefined ? bill : { ...bill, visit: known };
    };
    fc.assert(
      fc.property(order, ([bills, shuffled]) => {
        expect(totals(shuffled.map(plain))).toBe(totals(bills.map(plain)));
      }),
      { numRuns: 200 },
    );
  });

  it('twice is once', () => {
    fc.assert(
      fc.property(anyBills, bills => {
        const once = net(bills);
        const again = tableOf(billsOf(once));
        expect(billsOf(netSettlements(once, { sameDay: 1 }, () => {}).table)).toEqual(billsOf(once));
        // as stays that are read anew, without the settlements they came from
        expect(billsOf(netSettlements(again, { sameDay: 1 }, () => {}).table)).toEqual(billsOf(once));
      }),
      { numRuns: 200 },
    );
  });
});
