import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mistakes } from '../report/conforms.ts';
import { inProcess } from './in-process.ts';

const home = mkdtempSync(join(tmpdir(), 'casemix-estimate-'));
const run = (...words: string[]) => inProcess(['settle', '--estimate', ...words], { home });

/** Cerebral infarction, BR25: weight 0.5706 in the reference table. */
const person = ['--dx', 'I63.900,E11.900', '--sex', '1', '--age', '70', '--insurance', '310', '--level', '三级'];
const wuhan = ['--policy', 'wuhan-2024-illustrative'];
const shangluo = ['--benefit', 'shangluo-illustrative'];
const charges = ['--cost', '7000', '--own-pay', '350', '--pre-selfpay', '280'];

// 0.5706 × 10,228 = 5,836.0968; 7,000 ÷ 5,836.0968 = 1.19943…; in scope 6,370, (6,370 − 600) × 0.92 = 5,308.40, patient 1,691.60;
// difference: 5,836.10 − 1,691.60 = 4,144.50
describe('an estimate of one case typed in', () => {
  it('answers in a sentence, Chinese first', async () => {
    const { status, out, err } = await run(...wuhan, ...shangluo, ...person, ...charges);
    expect([status, err]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'BR25 其他脑缺血性疾病，不伴合并症或并发症：支付 5,836.10 元（正常；权重 0.5706，支付标准 5,836.10 元，倍率 1.1994），其中基金 4,144.50 元、个人 1,691.60 元、其他 0.00 元；医院收入 5,836.10 元，比总费用 7,000.00 元少 1,163.90 元；账单按待遇：统筹 5,308.40 元、大额补助 0.00 元、医疗救助 0.00 元、个人 1,691.60 元。',
      '示意：政策或待遇文件中有转述或假设的数值，未核对当地原文，结果不能作为结算依据。',
    ]);
  });

  it('and in English', async () => {
    const { out } = await run(...wuhan, ...shangluo, ...person, ...charges, '--lang', 'en');
    expect(out.split('\n')[0]).toBe(
      'BR25 其他脑缺血性疾病，不伴合并症或并发症: paid 5,836.10 yuan (normal; weight 0.5706, standard 5,836.10 yuan, ratio 1.1994), 4,144.50 by the fund, 1,691.60 by the patient, 0.00 by others; the hospital receives 5,836.10 yuan, 1,163.90 less than the cost of 7,000.00; of the bill the pool pays 5,308.40, large-amount fund 0.00, medical aid 0.00, the patient 1,691.60.',
    );
  });

  it('as a document: third admission, retired, referred, the cap of the pool near', async () => {
    const year = ['--admission', '3', '--retired', '--place', 'referred', '--paid-so-far', 'pool=277000'];
    const { out } = await run(...wuhan, ...shangluo, ...person, ...charges, ...year, '--format', 'json');
    const document = JSON.parse(out);
    expect(mistakes(document, 'estimate')).toEqual([]);
    // (6,370 − 320) × (0.92 + 0.02 − 0.10) = 5,082, of which 3,000 are left; 3,000 ÷ 0.84 = 3,571.43, 2,478.57 beyond × 0.9 = 2,230.71
    const { benefit, fund, patient, other, receipts, margin } = document;
    const { deductible, pool, beyond_fund, beyond, medical_aid, patient: onBill } = benefit;
    expect({ deductible, pool, beyond_fund, beyond, medical_aid, onBill }).toEqual({
      ...{ deductible: '320.00', pool: '3000.00', beyond_fund: 'large_amount', beyond: '2230.71', medical_aid: '0.00', onBill: '1769.29' },
    });
    // 5,836.10 − 1,769.29 − 2,230.71
    expect({ fund, patient, other, receipts, margin }).toEqual({
      ...{ fund: '1836.10', patient: '1769.29', other: '2230.71', receipts: '5836.10', margin: '-1163.90' },
    });
    expect(benefit.year_after).toEqual({
      ...{ admissions: 3, pool: '280000.00', out_of_pocket: '3370.00', above_cap: '2478.57', beyond: '2230.71', aid: '0.00' },
    });
  });

  it('works out pre-selfpay by class of item, and does not guess who pays without a benefit file', async () => {
    // 5,000 × 0.10 + 1,000 × 0.20
    const classes = await run(...wuhan, ...shangluo, ...person, '--cost', '7000', '--class', '乙类=5000,特殊材料=1000', '--format', 'json');
    expect(JSON.parse(classes.out).benefit.pre_selfpay).toBe('700.00');
    const alone = JSON.parse((await run(...wuhan, ...person, '--cost', '7000', '--format', 'json')).out);
    expect(mistakes(alone, 'estimate')).toEqual([]);
    expect([alone.payment, alone.fund, alone.patient, alone.margin, alone.benefit]).toEqual(['5836.10', null, null, null, null]);
  });

  it('recalculates by the benefit file that the policy names, in the year typed in', async () => {
    const policy = join(home, 'recalc.yaml');
    const shipped = readFileSync('data/policies/wuhan-2024-illustrative.yaml', 'utf8');
    const share = 'fund_share: {source: shape, method: difference, patient: by_item}';
    expect(shipped).toContain(share);
    const named = 'benefit: data/policies/benefit/shangluo-illustrative.yaml';
    writeFileSync(policy, shipped.replace(share, `fund_share: {source: shape, method: recalc, patient: recalculated}\n${named}`));
    const estimate = async (...more: string[]) => {
      const { out } = await run('--policy', policy, ...person, ...charges, ...more, '--format', 'json');
      const { fund, patient, other, margin } = JSON.parse(out);
      return { fund, patient, other, margin };
    };
    // (5,836.10 − 630 − 600) × 0.92 = 4,237.612; the patient pays the rest of the payment
    expect(await estimate()).toEqual({ fund: '4237.61', patient: '1598.49', other: '0.00', margin: '-1163.90' });
    // 1,000 left of the pool; of the bill 1,000 ÷ 0.92 = 1,086.96 are reached, 4,683.04 × 0.9 = 4,214.74 are paid beyond; 5,836.10 − 5,214.74
    expect(await estimate('--paid-so-far', 'pool=279000')).toEqual({
      ...{ fund: '1000.00', patient: '621.36', other: '4214.74', margin: '-1163.90' },
    });
  });

  it('refuses a method that shares a pool among its cases', async () => {
    const policy = join(home, 'budget.yaml');
    const shipped = readFileSync('data/policies/wuhan-2024-illustrative.yaml', 'utf8');
    const budget = `payment_method: global_budget
global_budget: {source: shape, unit: CNY, allot: {H1: "10000"}}
settlement: {source: shape, sharing: [{from: "0", to: "1", hospital_keeps: "1"}, {from: "1", to: null, fund_pays: "0"}]}`;
    writeFileSync(policy, shipped.replace('payment_method: drg_rate', budget));
    const { code, err } = await run('--policy', policy, ...person, ...charges, '--hospital', 'H1');
    expect([code, err.split('\n')[0]]).toEqual([
      'PARAMETER_INVALID',
      'wuhan-2024-illustrative 按 global_budget 支付：一例的支付取决于同池的其他病例，无法单独估算',
    ]);
  });

  it.each([
    ['no cost', [...wuhan, ...person], 'USAGE'],
    ['no insurance', [...wuhan, '--dx', 'I63.900', '--cost', '1'], 'USAGE'],
    ['no diagnosis', [...wuhan, '--cost', '1', '--insurance', '310'], 'USAGE'],
    ['a third decimal', [...wuhan, ...person, '--cost', '1.005'], 'USAGE'],
    ['a name that the year has not', [...wuhan, ...person, '--cost', '1', '--paid-so-far', 'pol=1'], 'USAGE'],
    ['a csv of one case', [...wuhan, ...person, '--cost', '1', '--format', 'csv'], 'USAGE'],
    ['an unknown benefit file', [...wuhan, ...person, '--cost', '1', '--benefit', 'atlantis'], 'POLICY_UNKNOWN'],
    ['an unknown class', [...wuhan, ...shangluo, ...person, '--cost', '1', '--class', '丁类=1'], 'PARAMETER_UNKNOWN'],
    ['an unknown group of aid', [...wuhan, ...shangluo, ...person, '--cost', '1', '--aid', '五保'], 'PARAMETER_UNKNOWN'],
    ['more own-pay than cost', [...wuhan, ...shangluo, ...person, '--cost', '1', '--own-pay', '2'], 'PARAMETER_INVALID'],
  ])('%s is refused', async (_, words, code) => {
    expect((await run(...words)).code).toBe(code);
  });

  it('settling files needs files, and takes nothing that belongs to an estimate', async () => {
    const settle = (...words: string[]) => inProcess(['settle', ...words, ...wuhan], { home });
    expect((await settle()).code).toBe('USAGE');
    expect((await settle('stays.csv', '--cost', '3')).code).toBe('USAGE');
    expect((await settle('stays.csv', '--format', 'text')).code).toBe('USAGE');
  });
});
