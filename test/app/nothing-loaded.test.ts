import { expect, it } from 'vitest';
import { refuseEmpty } from '../../src/app/load-stays.ts';
import { shownValue } from '../../src/files/shown-value.ts';
import { loadReport } from '../../src/report/load-report.ts';
import { caseRow, cases, load } from '../files/loading.ts';

const header = '结算流水号,就诊流水号,险种类型,性别,年龄,出院日期,主要诊断编码,医疗费总额,统筹基金支付,个人现金支付';

const refusal = (text: string) => {
  try {
    refuseEmpty(load(text), ['a.csv']);
  } catch (error) {
    return error as { readonly code: string; readonly message: string; readonly hint?: { readonly en: string } };
  }
  return undefined;
};

it('a load of nothing names what refused most rows, and how to see them', () => {
  const row = (id: string, total: string) => `${id},V${id},310,男,50,2025-03-11,I63.900,${total},700.00,400.00`;
  const error = refusal([header, row('A', 'x'), row('B', 'y'), 'C,short', ''].join('\n'));
  expect([error?.code, error?.hint?.en]).toEqual([
    'NOTHING_LOADED',
    'Most of them: amount not valid. casemix load FILE --rejects refused.csv writes every row with its reason',
  ]);
});

it('a load whose settlements were all taken back says that', () => {
  const row = (total: string, fund: string, cash: string) => `A,VA,310,男,50,2025-03-11,I63.900,${total},${fund},${cash}`;
  const error = refusal([header, row('1100.00', '700.00', '400.00'), row('-1100.00', '-700.00', '-400.00'), ''].join('\n'));
  expect([error?.code, error?.hint?.en, JSON.stringify(error)]).toEqual([
    'NOTHING_LOADED',
    'Load it with the files of the stays that stand, or into a workspace with --into',
    expect.stringContaining('taken back'),
  ]);
});

it('a row of too few cells has a place without a column, and a mark for nothing is shown', () => {
  const report = loadReport(load(cases(caseRow({}), 'A2,1')), { language: 'en' });
  expect(report).toContain('3=2 / 10');
  expect([shownValue('-', 'dx'), shownValue('--', 'department'), shownValue('甲', 'department')]).toEqual(['-', '--', '***(1)']);
});
