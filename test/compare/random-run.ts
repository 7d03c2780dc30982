/** Any small settled load, for what must hold in all of them: groups with several prices, stays outside, without a price, a cost or a length. */
import fc from 'fast-check';
import { group, runOf, type SettledStay, type WrittenPrice } from './written-run.ts';

export const groups = [group('0000', 'ungrouped'), group('AA1'), group('AB1'), group('BQY', 'ambiguous'), group('BC1')];
export const prices: readonly WrittenPrice[] = [
  { drg: 'AA1', weight: '1.2345', standard: 1_234_500 },
  { drg: 'AA1', weight: '1.2345', standard: 987_600 },
  { drg: 'AB1', weight: '0.5', standard: 500_000 },
];

const money = fc.oneof(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 2 ** 40 }));
const place = {
  hospital: fc.constantFrom('', 'H1', 'H2'),
  department: fc.constantFrom('', '骨科', '心内科', '儿科'),
  doctor: fc.constantFrom('', 'D001', 'D002', 'D003'),
  insurance: fc.constantFrom('310', '390'),
  settled: fc.constantFrom('2025-01-31', '2025-02-01', '2025-12-31'),
  days: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
  patient: fc.integer({ min: 0, max: 99_999 }),
  other: fc.integer({ min: 0, max: 999 }),
};
const paid = fc.record({
  ...place,
  price: fc.constantFrom(0, 1, 2),
  band: fc.constantFrom('normal' as const, 'low' as const, 'high' as const),
  cost: money,
  payment: money,
});
const unpaid = fc.record({
  ...place,
  drg: fc.constantFrom('0000', 'AA1', 'BQY', 'BC1'),
  band: fc.constantFrom('unpriced' as const, 'ratio' as const),
  cost: money,
});
const apart = fc.record({
  ...place,
  drg: fc.constantFrom('0000', 'AA1'),
  band: fc.constantFrom('out' as const, 'unpriced' as const),
});

const stay = fc.oneof(
  { weight: 6, arbitrary: paid.map((stay): SettledStay => ({ ...stay, drg: prices[stay.price]!.drg })) },
  { weight: 2, arbitrary: unpaid.map((stay): SettledStay => ({ ...stay, payment: stay.cost })) },
  // outside the population nothing is paid, and a stay without a cost is carried at nothing
  {
    weight: 1,
    arbitrary: apart.map((stay): SettledStay => ({ ...stay, patient: 0, other: 0, ...(stay.band === 'out' ? { cost: 777 } : {}) })),
  },
);

export const loads = fc.array(stay, { minLength: 1, maxLength: 40 });
export const randomRun = (stays: readonly SettledStay[]) => runOf(stays, { groups, prices });
