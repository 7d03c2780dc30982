import { describe, expect, it } from 'vitest';
import { load, moneyOf } from './loading.ts';

/** A settlement by usual names; the amounts as they are given, in yuan. */
const settlement = (amounts: Readonly<Record<string, string>>) =>
  load(
    [
      `结算流水号,险种类型,入院日期,出院日期,主要诊断编码,${Object.keys(amounts).join(',')}`,
      `K1,310,2025-03-01,2025-03-09,I63.900,${Object.values(amounts).join(',')}`,
      '',
    ].join('\n'),
  );

const rulesOf = ({ findings }: ReturnType<typeof load>) =>
  findings.list
    .filter(({ rule }) => rule === 'fund_sum_differs' || rule === 'benefit_differs')
    .map(({ rule, column, value }) => `${rule} ${column} ${value}`);

const whole = { 医疗费总额: '10000.00', 基金支付总额: '7000.00' };
const patient = { 个人账户支付: '0.00', 个人现金支付: '3000.00' };

describe('the pool, where a settlement gives the total of all funds', () => {
  it.each([
    // 7,000 - 1,000 - 500 = 5,500
    ['some of its parts', { ...whole, 大病保险支付: '1000.00', 医疗救助支付: '500.00', ...patient }, [550_000], []],
    ['a blank part', { ...whole, 大病保险支付: '', 医疗救助支付: '500.00', ...patient }, [650_000], []],
    ['parts that are all of it', { ...whole, 大病保险支付: '7000.00', ...patient }, [0], []],
    ['no parts', { ...whole, ...patient }, [700_000], []],
    // 7,000.00 - 7,000.01 is below nothing: the pool is not known, and the fund side is only the 7,000.01
    [
      'parts a cent above it',
      { ...whole, 大病保险支付: '7000.01', ...patient },
      [Number.NaN],
      ['benefit_differs 医疗费总额 10000.00', 'fund_sum_differs 基金支付总额 7000.00'],
    ],
    ['a pool that agrees', { ...whole, 统筹基金支付: '5500.00', 大病保险支付: '1500.00', ...patient }, [550_000], []],
    [
      'a pool a cent off',
      { ...whole, 统筹基金支付: '5500.01', 大病保险支付: '1500.00', ...patient },
      [550_001],
      ['benefit_differs 医疗费总额 10000.00', 'fund_sum_differs 统筹基金支付 5500.01'],
    ],
    ['a pool that is blank', { ...whole, 统筹基金支付: '', 大病保险支付: '1500.00', ...patient }, [550_000], []],
    ['no total in the row', { ...whole, 基金支付总额: '', 统筹基金支付: '7000.00', ...patient }, [700_000], []],
  ] as const)('%s', (_, amounts, fund, rules) => {
    const read = settlement(amounts);
    expect([moneyOf(read.table, 'fund'), rulesOf(read).toSorted()]).toEqual([fund, rules]);
  });

  it('is worked out of national names, and a refund is below nothing throughout', () => {
    const { rows } = load(
      [
        'setl_id,mdtrt_id,begndate,enddate,medfee_sumamt,fund_pay_sumamt,hifmi_pay,maf_pay,acct_pay,psn_cash_pay,refd_setl_flag',
        'K1,V1,2025-03-01,2025-03-09,10000.00,7000.00,1000.00,500.00,0.00,3000.00,0',
        'K2,V1,2025-03-01,2025-03-09,-10000.00,-7000.00,-1000.00,-500.00,0.00,-3000.00,1',
        '',
      ].join('\n'),
    );
    expect(moneyOf(rows, 'fund')).toEqual([550_000, -550_000]);
  });

  it('the pool is assumed where nothing is known to take off', () => {
    const basis = (amounts: Readonly<Record<string, string>>) => settlement(amounts).table.files[0]?.reading?.basis;
    expect([basis({ ...whole, ...patient })]).toEqual(['assumption']);
    const national = (names: string) =>
      load(`setl_id,mdtrt_id,medfee_sumamt,${names},acct_pay,psn_cash_pay\nK1,V1,10.00,7.00,0.00,0.00,3.00\n`).table.files[0]?.reading
        ?.basis;
    expect([national('fund_pay_sumamt,hifmi_pay'), national('fund_pay_sumamt,inscp_scp_amt')]).toEqual(['restated', 'assumption']);
  });
});

describe('what the patient pays, where a settlement gives only the total of it', () => {
  const cost = { 医疗费总额: '1000.00', 统筹基金支付: '600.00' };
  it.each([
    ['alone: cash', { ...cost, 个人负担总金额: '400.00' }, [], [40_000], []],
    // 400 - 150
    ['beside the account', { ...cost, 个人账户支付: '150.00', 个人负担总金额: '400.00' }, [15_000], [25_000], []],
    ['all of it from the account', { ...cost, 个人账户支付: '400.00', 个人负担总金额: '400.00' }, [40_000], [0], []],
    [
      'less than the account',
      { ...cost, 个人账户支付: '400.01', 个人负担总金额: '400.00' },
      [40_001],
      [Number.NaN],
      ['benefit_differs 个人负担总金额 400.00', 'benefit_differs 医疗费总额 1000.00'],
    ],
    ['beside cash', { ...cost, 个人现金支付: '399.00', 个人负担总金额: '400.00' }, [], [39_900], []],
  ] as const)('%s', (_, amounts, account, cash, rules) => {
    const read = settlement(amounts);
    expect([moneyOf(read.table, 'account'), moneyOf(read.table, 'cash'), rulesOf(read).toSorted()]).toEqual([account, cash, rules]);
  });

  it('and the mapping that is shown says so', () => {
    const { table } = settlement({ ...cost, 个人负担总金额: '400.00' });
    expect(table.files[0]?.reading?.columns.filter(({ field }) => field === 'cash' || field === 'patient_total')).toEqual([
      { field: 'patient_total', from: ['个人负担总金额'] },
      { field: 'cash', from: ['个人负担总金额'] },
    ]);
  });
});
