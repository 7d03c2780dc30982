import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinDocuments } from '../../src/stay/join-documents.ts';
import { type Bill, billsOf, notes, tableOf } from './bills.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const anyPaper: fc.Arbitrary<Bill> = fc
  .record({
    paper: fc.constantFrom('list' as const, 'settlement' as const, 'front_page' as const),
    id: maybe(fc.constantFrom('A', 'B', 'C')),
    visit: maybe(fc.constantFrom('V', 'W')),
    patient: maybe(fc.constantFrom('p', 'q')),
    to: maybe(fc.constantFrom(100, 200)),
    age: maybe(fc.constantFrom(0, 30)),
    amount: fc.constantFrom(1, 20, 300),
    dx: maybe(fc.constantFrom(['A01.000'], ['B01.000', 'C01.000'])),
  })
  // only settlements have amounts, and only they have no diagnoses
  .map(({ amount, dx, ...bill }) => ({ ...bill, ...(bill.paper === 'settlement' ? { total: amount } : { dx }) }))
  .map(bill => Object.fromEntries(Object.entries(bill).filter(([, value]) => value !== undefined)) as Bill);
const anyPapers = fc.array(anyPaper, { maxLength: 12 });

const join = (bills: readonly Bill[]) => {
  const noted = notes();
  const { table, from } = joinDocuments(tableOf(bills), noted.note);
  return { rows: billsOf(table), from: [...from], notes: noted.list };
};
const shown = (rows: readonly Bill[]) => rows.map(row => JSON.stringify(row, Object.keys(row).toSorted())).toSorted();

describe('joining papers', () => {
  it('keeps every settlement as a row, with its total', () => {
    fc.assert(
      fc.property(anyPapers, bills => {
        const { rows, from } = join(bills);
        const kept = rows.map((row, i) => [from[i], row.total] as const).filter(([row]) => bills[row!]!.paper === 'settlement');
        expect(kept).toEqual(bills.flatMap(({ paper, total }, row) => (paper === 'settlement' ? [[row, total]] : [])));
        expect(from).toEqual(from.toSorted((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  });

  it('joins a paper only to one that shares a number with it, and says which front pages found none', () => {
    fc.assert(
      fc.property(anyPapers, bills => {
        const { rows, from, notes: noted } = join(bills);
        const kinds = new Set(bills.map(({ paper }) => paper));
        for (const [row, bill] of bills.entries()) {
          if (bill.paper === 'settlement') continue;
          const own = from.indexOf(row);
          // a paper is a row of its own, or shares a number with a paper of another kind that a row stands for or that led to one
          if (own >= 0) expect(rows[own]).toMatchObject(bill.dx ? { dx: bill.dx } : {});
          else {
            const others = bills.filter(
              ({ paper, id, visit, patient }) =>
                paper !== bill.paper &&
                ((id !== undefined && id === bill.id) ||
                  (visit !== undefined && visit === bill.visit) ||
                  (patient !== undefined && patient === bill.patient)),
            );
            expect(others.length).toBeGreaterThan(0);
          }
          const expected = bill.paper === 'front_page' && own >= 0 && kinds.size > 1;
          expect(noted.some(([at, rule]) => at === row && rule === 'front_page_unmatched')).toBe(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same rows in any order of files and rows', () => {
    const order = anyPapers.chain(bills =>
      fc.tuple(fc.constant(bills), fc.shuffledSubarray(bills, { minLength: bills.length, maxLength: bills.length })),
    );
    fc.assert(
      fc.property(order, ([bills, shuffled]) => {
        expect(shown(join(shuffled).rows)).toEqual(shown(join(bills).rows));
      }),
      { numRuns: 200 },
    );
  });
});
