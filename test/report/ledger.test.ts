import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ledgerCsv } from '../../src/report/ledger-csv.ts';
import { ledgerJson } from '../../src/report/ledger-json.ts';
import { ledgerText } from '../../src/report/ledger-text.ts';
import { lineLabel } from '../../src/report/ledger-words.ts';
import { cleared, insured } from '../payment/clearing/small-year.ts';
import { policyOf } from '../payment/small-hospital.ts';
import { mistakes } from './conforms.ts';

// 1 weight at 10,000: 10,000.00, of the fund 8,000.00; 95 % is 7,600.00; the score releases 0.9 of 400.00; on the bill 9,000.00:
// u = 1.125, 60 % of 800 is 480.00. Open: 8,000 − 12.34 + 480 − 400 + 360 − 7,600 − 100 = 727.66
const policy = policyOf(`payment_method: drg_rate
price: {source: shape, unit: CNY/weight, mode: fixed, rates: {tertiary: {employee: "10000"}}}
`);
const clearing = cleared(
  policy,
  [
    { group: 3, total: '11000', fund: '9000', account: '0', cash: '2000', hospital: 'H1', discharged: '2025-03-31', settled: '2025-04-02' },
    { group: 3, total: '500', fund: '400', account: '0', cash: '100', insurance: '340', hospital: 'H1', discharged: '2025-03-31' },
  ],
  `settlement:
  source: made
  unit: ratio
  deposit_ratio: "0.05"
  clearance_deadline: "06-30"
  score_tiers: [{from: "0", to: "80", release: "0"}, {from: "80", to: "90", release: "0.8", rises_to: "1"}, {from: "90", to: null, release: "1"}]
  sharing: [{from: "0", to: "1", hospital_keeps: "1"}, {from: "1", to: "1.1", fund_pays: "0.6"}, {from: "1.1", to: null, fund_pays: "0"}]
insurances:
${insured(
  '10000.00',
  '0.8',
  `    quality_score: {value: "85", unit: score}
    prepayments: [{month: "2025-01", amount: "100.00"}]
    deductions: [{month: "2025-03", amount: "12.34", reason: 违规扣款}]
`,
)}`,
);

describe('a cleared year', () => {
  it('as text, in both languages', () => {
    expect(ledgerText(clearing, { by: 'month', language: 'zh' })).toMatchInlineSnapshot(`
      "2025 年度清算：医保应再付医院 727.66 元（职工 +727.66，u 1.1250，分担 +480.00），2026-06-30 前办结。
      政策 test，预算 year（b.yaml）
      月份按出院日期；按结算日期有 1 例、总费用 11,000.00 元落在另一月份
      险种 340 没有预算，只列入台账
      带 * 的 8 行取自示例数值（转述或假设），未核对原文

      险种  月份      例数     总费用     支付额      基金      个人  月结申报  按月应拨  保证金   扣款      已拨    预付  清算增减  清算付款     余额
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      职工  2025-01      0       0.00       0.00      0.00      0.00      0.00      0.00    0.00   0.00      0.00  100.00      0.00      0.00  −100.00
      职工  2025-03      1  11,000.00  10,000.00  8,000.00  2,000.00  8,000.00  7,600.00  400.00  12.34  7,600.00    0.00      0.00      0.00   287.66
      职工  年终清算     0       0.00       0.00      0.00      0.00      0.00      0.00    0.00   0.00      0.00    0.00    440.00    727.66     0.00
      340   2025-03      1     500.00     500.00    400.00    100.00    400.00      0.00    0.00   0.00      0.00    0.00      0.00      0.00   400.00
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      合计               2  11,500.00  10,500.00  8,400.00  2,100.00  8,400.00  7,600.00  400.00  12.34  7,600.00  100.00    440.00    727.66   400.00

      职工
      项目                                         元  算式                 规则                             出处
      ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      [预算]
        年度基金预算                        10,000.00                       insurances.employee.fund_budget  b.yaml:16
        = 可用于付费的基金                  10,000.00
          按总费用口径                      12,500.00  10000.00 ÷ 0.8       insurances.employee.fund_share   b.yaml:17
      [价格]
          费率（固定，元/权重）                 10000                       price.rates.tertiary.employee    * test.yaml:12
          本院权重（含系数）                        1
      [全年应付]
        月结申报的基金支付                   8,000.00
        减违规扣款                             −12.34  2025-03 违规扣款     insurances.employee.deductions   b.yaml:20
        = 全年应付                           7,987.66
          预算执行：本院应付 ÷ 可用基金        0.7988  7987.66 ÷ 10000.00
      [清算]
          u = 按项目基金 ÷ 按病组基金          1.1250  9000.00 ÷ 8000.00    settlement.sharing               * b.yaml:12
          其中超支由基金承担                   480.00  1–1.1: 800.00 × 0.6  settlement.sharing               * b.yaml:12
          其中超支由基金承担                     0.00  1.1–∞: 200.00 × 0    settlement.sharing               * b.yaml:12
        超支补偿                               480.00  8480.00 − 8000.00    settlement.sharing               * b.yaml:12
        减扣留的质量保证金                    −400.00                       settlement.deposit_ratio         * b.yaml:9
        加按考核返还的保证金                   360.00  400.00 × 0.9 [85]    settlement.score_tiers           * b.yaml:11
        减按月应拨付（预算文件未写已拨数）  −7,600.00                       settlement.deposit_ratio         * b.yaml:9
        减预付金余额                          −100.00  100.00               insurances.employee.prepayments  b.yaml:19
        = 清算应付                             727.66
      "
    `);
    expect(ledgerText(clearing, { by: 'insurance', language: 'en' })).toMatchInlineSnapshot(`
      "Clearing of 2025: the fund still owes the hospital 727.66 yuan (employee +727.66, u 1.1250, shared +480.00), due by 2026-06-30.
      policy test, budget year (b.yaml)
      months by discharge; by settlement 1 stays, total cost 11,000.00, lie in another month
      340 has no budget: in the ledger only
      8 lines marked * stand on illustrative numbers (restated or assumed), not checked against a text

      insurance  stays       cost    payment      fund   patient  declared  due monthly  deposit  deducted      paid  advance  adjusted  cleared  balance
      ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      employee       1  11,000.00  10,000.00  8,000.00  2,000.00  8,000.00     7,600.00   400.00     12.34  7,600.00   100.00    440.00   727.66     0.00
      340            1     500.00     500.00    400.00    100.00    400.00         0.00     0.00      0.00      0.00     0.00      0.00     0.00   400.00
      ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      total          2  11,500.00  10,500.00  8,400.00  2,100.00  8,400.00     7,600.00   400.00     12.34  7,600.00   100.00    440.00   727.66   400.00

      employee
      item                                                                  yuan  working              rule                             source
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      [budget]
        the fund's budget of the year                                  10,000.00                       insurances.employee.fund_budget  b.yaml:16
        = fund to pay with                                             10,000.00
          on the basis of total cost                                   12,500.00  10000.00 ÷ 0.8       insurances.employee.fund_share   b.yaml:17
      [price]
          rate (fixed, yuan a weight)                                      10000                       price.rates.tertiary.employee    * test.yaml:12
          own weights (with coefficients)                                      1
      [due for the year]
        fund as declared by month                                       8,000.00
        less deduction                                                    −12.34  2025-03 违规扣款     insurances.employee.deductions   b.yaml:20
        = due for the year                                              7,987.66
          budget executed: due ÷ fund to pay with                         0.7988  7987.66 ÷ 10000.00
      [clearing]
          u = fund by item ÷ fund by the method                           1.1250  9000.00 ÷ 8000.00    settlement.sharing               * b.yaml:12
          of it borne by the fund                                         480.00  1–1.1: 800.00 × 0.6  settlement.sharing               * b.yaml:12
          of it borne by the fund                                           0.00  1.1–∞: 200.00 × 0    settlement.sharing               * b.yaml:12
        excess made up                                                    480.00  8480.00 − 8000.00    settlement.sharing               * b.yaml:12
        less deposit held back                                           −400.00                       settlement.deposit_ratio         * b.yaml:9
        plus deposit released by the score                                360.00  400.00 × 0.9 [85]    settlement.score_tiers           * b.yaml:11
        less due monthly (the budget file does not say what was paid)  −7,600.00                       settlement.deposit_ratio         * b.yaml:9
        less advance still held                                          −100.00  100.00               insurances.employee.prepayments  b.yaml:19
        = to be cleared                                                   727.66
      "
    `);
  });

  it('too wide for a window stands in two tables, with the balance in the second', () => {
    // 1 weight at 123,456,789.00 each: amounts of 14 columns, ten of them beside the keys; without a score the deposit stays held and nothing is cleared
    const rich = policyOf(`payment_method: drg_rate
price: {source: shape, unit: CNY/weight, mode: fixed, rates: {tertiary: {employee: "123456789"}}}
`);
    const rows = ['H1', 'H2'].map(hospital => ({
      ...{ group: 3, total: '123456799', fund: '120000000', account: '0', cash: '3456799', hospital, discharged: '2025-03-31' },
    }));
    const budget = `settlement: {source: made, unit: ratio, deposit_ratio: "0.05"}\ninsurances:\n${insured('900000000.00', '0.8')}`;
    const text = ledgerText(cleared(rich, rows, budget), { by: 'month', language: 'en' });
    const ledger = text.split('\n').slice(0, text.split('\n').indexOf('employee'));
    expect(ledger.filter(line => line.startsWith('insurance')).map(line => line.trim().split(/ {2,}/))).toEqual([
      ['insurance', 'hospital', 'month', 'stays', 'cost', 'payment', 'fund', 'patient', 'declared'],
      ['insurance', 'hospital', 'month', 'due monthly', 'deposit', 'paid', 'adjusted', 'balance'],
    ]);
    expect(ledger.filter(line => line.length > 160)).toEqual([]);
  });

  it('warns of a price that swings', () => {
    // as in the test of the floating price: 7,500 and 13,636.3636, never both
    const swinging = policyOf(`payment_method: drg_rate
price: {source: shape, unit: CNY/weight, mode: floating, rates: {tertiary: {employee: "10000"}}}
stay_rules: [{when: {ratio_gt: "1"}, pay: share_of_standard, share: "0.1", source: shape}]
`);
    const others = '    others_weight: {value: "1", unit: weight}\n';
    const stay = { group: 3, total: '10000', fund: '0', account: '0', cash: '0', hospital: 'H1', discharged: '2025-03-31' };
    const year = cleared(swinging, [stay], `insurances:\n${insured('10500.00', '0.7', others)}`);
    const of = (language: 'zh' | 'en') =>
      ledgerText(year, { by: 'month', language })
        .split('\n')
        .filter(line => /收敛|come to rest/.test(line));
    expect(of('zh').map(line => line.trim().split(/ {2,}/)[0])).toEqual([
      '注意：职工 的浮动价格反复摆动，没有收敛（按 7500 结算，再算一轮为 13636.3636），清算结果不是定数',
      '价格未收敛：再算一轮将得',
    ]);
    expect(of('en')[0]).toBe(
      'Warning: the floating price of employee swings and does not come to rest (settled at 7500, one round more gives 13636.3636): this clearing is not the only one',
    );
  });

  it('as CSV', () => {
    expect(ledgerCsv(clearing, { by: 'month', bom: true }).split('\r\n')).toEqual([
      '\uFEFFinsurance,hospital,period,stays,cost,payment,fund,patient,other,billed,declared,paid_by_rule,deposit,deductions,paid,prepaid,adjusted,clearing,balance',
      'employee,H1,2025-01,0,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,100.00,0.00,0.00,-100.00',
      'employee,H1,2025-03,1,11000.00,10000.00,8000.00,2000.00,0.00,9000.00,8000.00,7600.00,400.00,12.34,7600.00,0.00,0.00,0.00,287.66',
      'employee,H1,clearing,0,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,440.00,727.66,0.00',
      '340,H1,2025-03,1,500.00,500.00,400.00,100.00,0.00,400.00,400.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,400.00',
      'total,,,2,11500.00,10500.00,8400.00,2100.00,0.00,9400.00,8400.00,7600.00,400.00,12.34,7600.00,100.00,440.00,727.66,',
      '',
    ]);
  });

  it('as JSON with the names that the insurer has', () => {
    const document = JSON.parse(ledgerJson(clearing, 'month'));
    expect(mistakes(document, 'ledger')).toEqual([]);
    expect(document.ledger[1]).toEqual({
      ...{
        insurance: 'employee',
        hospital: 'H1',
        period: '2025-03',
        clr_ym: '202503',
        stays: 1,
        medfee_sumamt: '11000.00',
        payment: '10000.00',
      },
      ...{ fund: '8000.00', patient: '2000.00', other: '0.00', billed_fund: '9000.00', fund_appy_sum: '8000.00', dfr_amt: '7600.00' },
      ...{
        dpst_sumamt: '400.00',
        det_sumamt: '12.34',
        act_dfr_amt: '7600.00',
        prepaid: '0.00',
        adjusted: '0.00',
        clearing: '0.00',
        balance: '287.66',
      },
    });
    expect([document.insurances[0].u, document.insurances[0].final, document.unbudgeted]).toEqual(['1.125', '727.66', ['340']]);
    expect(mistakes(JSON.parse(ledgerJson(clearing, 'insurance')), 'ledger')).toEqual([]);
  });

  it('has words for every label of its statement', () => {
    const labels = clearing.insurances.flatMap(({ lines }) => lines.map(({ label }) => label));
    expect(labels.filter(label => lineLabel(label, 'zh') === label)).toEqual([]);
  });
});

it('the budget of the sample hospital is as its schema says', () => {
  expect(mistakes(parse(readFileSync('data/samples/budget-2025.yaml', 'utf8')), 'budget')).toEqual([]);
  expect(mistakes({ schema: 'budget/1' }, 'budget').length).toBeGreaterThan(0);
});
