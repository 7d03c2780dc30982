import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { yuanText } from '../../../src/money.ts';
import { readBudget } from '../../../src/payment/clearing/read-budget.ts';
import { refusal } from '../../policy/short-policy.ts';
import { header, insured, read } from './small-year.ts';

const say = (body: string) => refusal(() => read(body));
const employee = (more: string) => `insurances:\n${insured('1000.00', '0.7', more)}`;

describe('a budget', () => {
  it('is read by insurance, each number with its line and source', () => {
    const { insurances, settlement, year, places } = read(`places: [local, province]
settlement: {source: notice, unit: ratio, deposit_ratio: "0.05"}
${employee(`    paid: [{month: "2025-02", amount: "-7.5", reason: back, hospital: H1, source: made}]
    adjustments: [{date: "2025-02-28", amount: "-0.01", reason: less}]
`)}`);
    const { fundBudget, paid, adjustments, prepayments, fundShare } = insurances.get('employee')!;
    expect([year, places?.words, settlement.get('settlement.deposit_ratio')?.at.line]).toEqual([2025, ['local', 'province'], 7]);
    expect([fundBudget.value.toFixed(), fundBudget.leaf.at.line, fundBudget.leaf.source?.id, fundShare?.value.toFixed()]).toEqual([
      '1000',
      11,
      'notice',
      '0.7',
    ]);
    expect(paid!.map(one => [one.month, yuanText(one.amount), one.reason, one.hospital, one.at.line, one.source?.id])).toEqual([
      ['2025-02', '-7.50', 'back', 'H1', 13, 'made'],
    ]);
    expect(adjustments.map(({ date, amount, reason }) => [date, amount, reason])).toEqual([['2025-02-28', -1, 'less']]);
    expect(prepayments).toEqual([]);
  });

  it('of the sample hospital is read, and says that it is made up', () => {
    const file = 'data/samples/budget-2025.yaml';
    const { insurances, title } = readBudget(readFileSync(file, 'utf8'), file);
    expect([title.includes('synthetic'), [...insurances.keys()]]).toEqual([true, ['employee', 'resident']]);
    expect([...insurances.values()].map(({ fundBudget }) => fundBudget.leaf.source?.type)).toEqual(['assumption', 'assumption']);
  });

  const month = '{month: "2025-03", amount: "12000.00", reason: "..."}';
  const date = '{date: "2025-07-01", amount: "1000000.00", reason: "..."}';
  it.each([
    ['years: 1\n', 'PARAMETER_UNKNOWN', 'b.yaml:6: a budget has no "years"', 'Did you mean "year"?'],
    [
      employee('    fund_bugdet: {value: "1", unit: CNY}\n'),
      'PARAMETER_UNKNOWN',
      'b.yaml:11: a budget has nothing named "insurances.employee.fund_bugdet"',
      'Did you mean "insurances.employee.fund_budget"?',
    ],
    [
      `settlement: {source: notice, deposit_ration: {value: "0.05", unit: ratio}}\n${employee('')}`,
      'PARAMETER_UNKNOWN',
      'b.yaml:6: a budget has nothing named "settlement.deposit_ration"',
      'Did you mean "settlement.deposit_ratio"?',
    ],
    [
      `settlement: {source: notice, deposit_ratio: {value: "0.05", unit: CNY}}\n${employee('')}`,
      'PARAMETER_INVALID',
      'b.yaml:6: settlement.deposit_ratio has the unit CNY',
      'Its unit is ratio / ratio-of-standard / ratio-of-group-mean.',
    ],
    [
      employee('    quality_score: {value: 92, unit: score}\n'),
      'PARAMETER_INVALID',
      'b.yaml:11: insurances.employee.quality_score is the unquoted number 92',
      'Write "92": decimals are quoted.',
    ],
    [
      employee('    reserve_share: {value: "0.05"}\n'),
      'PARAMETER_INVALID',
      'b.yaml:11: insurances.employee.reserve_share has no unit',
      'Its unit is ratio / ratio-of-standard / ratio-of-group-mean.',
    ],
    [
      'insurances: {employee: {fund_budget: {value: "1", unit: CNY}}}\n',
      'PARAMETER_INVALID',
      'b.yaml:6: insurances.employee.fund_budget has no source',
      'Write source:; a number nobody published has a source of type assumption.',
    ],
    [
      'insurances: {employee: {source: notice, fund_share: {value: "0.7", unit: ratio}}}\n',
      'BUDGET_INVALID',
      'b.yaml:6: employee does not say fund_budget',
      "Write the fund's budget of the year.",
    ],
    [
      'insurances: {source: notice}\n',
      'BUDGET_INVALID',
      'b.yaml:6: no insurance has a budget',
      'Write insurances: {employee: {fund_budget: {value: "68000000.00", unit: CNY, source: agreement}}}.',
    ],
    [
      `insurances:\n${insured('1', '1.01')}`,
      'PARAMETER_INVALID',
      'b.yaml:10: insurances.employee.fund_share is 1.01',
      'It must be at most 1; eighty per cent is "0.8".',
    ],
    [
      employee('    reserve_share: {value: "0.5", unit: ratio}\n    risk_share: {value: "0.5", unit: ratio}\n'),
      'PARAMETER_INVALID',
      'b.yaml:12: insurances.employee.risk_share makes 1 held back, which leaves nothing',
      'Reserve and risk share make less than 1.',
    ],
    [
      `places: [here]\n${employee('')}`,
      'BUDGET_INVALID',
      'b.yaml:6: places cannot be read',
      'Write places: [local]; it knows local, province, remote.',
    ],
    [
      employee('    paid: [{month: "2025-13", amount: "1"}]\n'),
      'PARAMETER_INVALID',
      'b.yaml:11: insurances.employee.paid has an item 1 that has no month',
      `Write ${month}.`,
    ],
    [
      employee('    paid:\n      - {month: "2025-01", amount: "1"}\n      - {month: "2027-01", amount: "1"}\n'),
      'PARAMETER_INVALID',
      'b.yaml:13: insurances.employee.paid has an item 2 that is of 2027-01, not of the year 2025',
      `Write ${month}.`,
    ],
    [
      employee('    paid: [{month: "2025-01", amount: "1.005"}]\n'),
      'PARAMETER_INVALID',
      'b.yaml:11: insurances.employee.paid has an item 1 that has an amount that is not quoted yuan with at most two decimals',
      `Write ${month}.`,
    ],
    [
      employee('    deductions: [{month: "2025-01", amount: "1", why: x}]\n'),
      'PARAMETER_INVALID',
      'b.yaml:11: insurances.employee.deductions has an item 1 that has an unknown "why"',
      `Write ${month}.`,
    ],
    [
      employee('    adjustments: [{date: "2025-02-30", amount: "1", reason: x}]\n'),
      'PARAMETER_INVALID',
      'b.yaml:11: insurances.employee.adjustments has an item 1 that has no date',
      `Write ${date}.`,
    ],
    [
      employee('    adjustments: [{date: "2025-02-03", amount: "1"}]\n'),
      'PARAMETER_INVALID',
      'b.yaml:11: insurances.employee.adjustments has an item 1 that has no reason',
      `Write ${date}.`,
    ],
    ...['deductions', 'prepayments'].map(name => [
      employee(`    ${name}: [{month: "2026-01", amount: "1"}]\n`),
      'PARAMETER_INVALID',
      `b.yaml:11: insurances.employee.${name} has an item 1 that is of 2026-01, not of the year 2025`,
      `Write ${month}.`,
    ]),
    [
      employee('    deductions: [{month: "2025-01", amount: "-0.01"}]\n'),
      'PARAMETER_INVALID',
      'b.yaml:11: insurances.employee.deductions has an item 1 that has an amount below 0',
      `Write ${month}.`,
    ],
    ...['2024-12-31', '2026-01-01'].map(day => [
      employee(`    adjustments: [{date: "${day}", amount: "1", reason: x}]\n`),
      'PARAMETER_INVALID',
      `b.yaml:11: insurances.employee.adjustments has an item 1 that is of ${day}, not of the year 2025`,
      `Write ${date}.`,
    ]),
  ])('refuses %j', (body, ...expected) => expect(say(body)).toEqual(expected));

  it('takes the fund of a large region, and no more than whole fen can count', () => {
    const fund = (yuan: string) => () =>
      read(`insurances:\n${insured(yuan, '0.7')}`)
        .insurances.get('employee')!
        .fundBudget.value.toFixed();
    expect(fund('1000000000000.00')()).toBe('1000000000000');
    expect(refusal(fund('1000000000000.01')).slice(0, 2)).toEqual([
      'PARAMETER_INVALID',
      'b.yaml:9: insurances.employee.fund_budget is 1000000000000.01',
    ]);
  });

  it('takes the first and the last day of its year, and what was paid in the next', () => {
    const more = `    deductions: [{month: "2025-01", amount: "0"}, {month: "2025-12", amount: "1"}]
    paid: [{month: "2026-12", amount: "-1"}]
    adjustments: [{date: "2025-01-01", amount: "1", reason: x}, {date: "2025-12-31", amount: "-1", reason: x}]
`;
    const { deductions, paid, adjustments } = read(employee(more)).insurances.get('employee')!;
    expect([deductions.length, paid?.length, adjustments.length]).toEqual([2, 1, 2]);
  });

  it.each([
    ['schema: budget/1', 'schema: budget/2', 'b.yaml:1: schema is not budget/1'],
    ['year: 2025', 'year: "2025"', 'b.yaml:4: year is not a year'],
    ['title: a budget of a test\n', '', 'b.yaml:1: title is missing'],
  ])('refuses %j instead of %j', (wrong, right, message) => {
    expect(refusal(() => readBudget((header + employee('')).replace(wrong, right), 'b.yaml')).slice(0, 2)).toEqual([
      'BUDGET_INVALID',
      message,
    ]);
  });
});
