import { describe, expect, it } from 'vitest';
import { checkAmounts } from '../../src/stay/amounts-agree.ts';
import type { FindingRule } from '../../src/stay/finding.ts';
import { findingLog } from '../../src/stay/finding-log.ts';
import { checkLength } from '../../src/stay/stay-length.ts';
import { chargeCategories, NO_DATE } from '../../src/stay/stay-table.ts';

const noting = (act: (note: (row: number, field: string, rule: FindingRule, effect: string) => void) => void) => {
  const notes: unknown[] = [];
  act((row, field, rule, effect) => notes.push([row, field, rule, effect]));
  return notes;
};
const fen = (...amounts: number[]) => Float64Array.from(amounts);
const none = Number.NaN;

describe('amounts of a stay', () => {
  const charges = (first: number, second: number) =>
    Object.fromEntries(chargeCategories.map((field, i) => [field, fen(i === 0 ? first : i === 1 ? second : none)]));

  it.each([
    { title: 'add up to the fen', money: { total: fen(300), ...charges(100, 200) }, notes: [] },
    { title: 'differ by one fen', money: { total: fen(301), ...charges(100, 200) }, notes: ['charges_differ'] },
    { title: 'are all blank', money: { total: fen(301), ...charges(none, none) }, notes: [] },
    { title: 'lack a category', money: { total: fen(301), bed: fen(1) }, notes: [] },
    { title: 'have no total', money: { total: fen(none), ...charges(100, 200) }, notes: ['total_missing'] },
  ])('charge categories $title', ({ money, notes }) => {
    expect(noting(note => checkAmounts(money, 1, note))).toEqual(notes.map(rule => [0, 'total', rule, 'noted']));
  });

  it.each([
    // 600 + 50 + 100 + 200 + 50 = 1 000
    {
      title: 'add up',
      money: { fund: fen(600), serious_illness: fen(50), account: fen(100), cash: fen(200), hospital_part: fen(50) },
      notes: [],
    },
    { title: 'differ', money: { fund: fen(601), account: fen(100), cash: fen(300) }, notes: ['benefit_differs'] },
    // 600 + nothing + 300 is not 1 000; 600 + nothing + 400 is
    { title: 'are blank in part and differ', money: { fund: fen(600), account: fen(none), cash: fen(300) }, notes: ['benefit_differs'] },
    { title: 'are blank in part and add up', money: { fund: fen(600), account: fen(none), cash: fen(400) }, notes: [] },
    { title: 'are all blank', money: { fund: fen(none), account: fen(none), cash: fen(none) }, notes: ['benefit_missing'] },
    {
      title: 'are all blank but for the hospital part',
      money: { fund: fen(none), account: fen(none), cash: fen(none), hospital_part: fen(1) },
      notes: ['benefit_differs'],
    },
    { title: 'are all 0', money: { fund: fen(0), account: fen(0), cash: fen(none) }, notes: ['benefit_differs'] },
    { title: 'lack a column', money: { fund: fen(600), cash: fen(300) }, notes: [] },
  ])('who paid: the parts $title', ({ money, notes }) => {
    expect(noting(note => checkAmounts({ total: fen(1_000), ...money }, 1, note))).toEqual(notes.map(rule => [0, 'total', rule, 'noted']));
  });

  it('scope: every second row differs', () => {
    const money = { total: fen(100, 100), own_pay: fen(10, 10), over_limit: fen(0, 0), pre_selfpay: fen(20, 20), in_scope: fen(70, 71) };
    expect(noting(note => checkAmounts(money, 2, note))).toEqual([[1, 'total', 'scope_differs', 'noted']]);
  });

  // 30 + 70 = 100; 70 is not 100; a row without any of the parts does not give them
  it('scope: a blank part counts as nothing, four blank ones are not given', () => {
    const money = {
      total: fen(100, 100, 100),
      own_pay: fen(30, none, none),
      over_limit: fen(none, none, none),
      pre_selfpay: fen(none, none, none),
      in_scope: fen(70, 70, none),
    };
    expect(noting(note => checkAmounts(money, 3, note))).toEqual([[1, 'total', 'scope_differs', 'noted']]);
  });

  it('a stay that cost nothing gives no parts of it', () => {
    const money = { total: fen(0), fund: fen(none), account: fen(none), cash: fen(none) };
    expect(noting(note => checkAmounts(money, 1, note))).toEqual([]);
  });
});

describe('days of a stay', () => {
  const length = (admitted: number, discharged: number, days: number, sameDay: 0 | 1 = 1) => {
    const columns = { admitted: Int32Array.of(admitted), discharged: Int32Array.of(discharged), days: Int32Array.of(days) };
    const notes = noting(note => checkLength(columns, { rows: 1, sameDay, note }));
    return [columns.days[0], notes];
  };

  it.each([
    { title: 'from the dates', given: [100, 107, -1] as const, days: 7, notes: [] },
    { title: 'as given', given: [100, 107, 7] as const, days: 7, notes: [] },
    { title: 'kept where they differ', given: [100, 107, 8] as const, days: 8, notes: [[0, 'days', 'days_differ', 'noted']] },
    { title: 'one on the same day', given: [100, 100, -1] as const, days: 1, notes: [] },
    { title: 'not known without a date', given: [100, NO_DATE, -1] as const, days: -1, notes: [] },
    {
      title: 'none when it ends before it begins',
      given: [100, 99, -1] as const,
      days: -1,
      notes: [[0, 'discharged', 'date_order', 'refused']],
    },
  ])('$title', ({ given: [admitted, discharged, days], days: expected, notes }) => {
    expect(length(admitted, discharged, days)).toEqual([expected, notes]);
  });

  it('none on the same day where the setting says so', () => {
    expect([length(100, 100, -1, 0), length(100, 100, 1, 0)]).toEqual([
      [0, []],
      [1, [[0, 'days', 'days_differ', 'noted']]],
    ]);
  });
});

it('findings beyond the limit are counted and not described', () => {
  const log = findingLog(2);
  const finding = (row: number) => ({ file: 'f', row, column: '', value: '', rule: 'sex_invalid', effect: 'noted' }) as const;
  let described = 0;
  for (let row = 1; row <= 3; row++) {
    log.add('sex_invalid', () => {
      described++;
      return finding(row);
    });
  }
  log.add('quote_open', () => ({ ...finding(9), rule: 'quote_open' }));
  expect([log.findings(), described]).toEqual([
    { list: [finding(1), finding(2), { ...finding(9), rule: 'quote_open' }], counts: { sex_invalid: 3, quote_open: 1 }, listedPerRule: 2 },
    2,
  ]);
});
