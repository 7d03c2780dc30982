import { describe, expect, it } from 'vitest';
import { readWeights } from '../../src/payment/weights.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, type Files, failure, groupedAs, reform, resolved, toyGroups, weightsA } from './city.ts';

/**
 * Table a: A 1, B 1.5, C none; 10000 and 8000 a weight. Table b: A 0.9, B 1.6, C 2; 12000 and 9000 a weight.
 *
 *   stay              a                    b                     b at f = 37000 / 44400 = 5/6
 *   1 310 A   1   × 10000 = 10000   0.9 × 12000 = 10800    9000
 *   2 390 B   1.5 ×  8000 = 12000   1.6 ×  9000 = 14400   12000
 *   3 310 B   1.5 × 10000 = 15000   1.6 × 12000 = 19200   16000
 *   sum                     37000                 44400   37000
 *   4 310 C   no price              2   × 12000 = 24000   20000   (in no sum: priced in b only)
 */
const drgs = ['A', 'B', 'B', 'C'];
const stays = hospitalOf(
  ['310', '390', '310', '310'].map(insurance => ({
    insurance,
    total: '14000',
    fund: '10000',
    account: '0',
    cash: '4000',
    settled: '2025-06-01',
  })),
);
const weightsB = readWeights('drg\tname\tweight\nA\t甲\t0.9\nB\t乙\t1.6\nC\t丙\t2\n', 'weights/b.tsv');

const neutral = 'price.rebase: {value: neutral, unit: rule, source: assumption}';
const tableB = (...more: string[]) => `schema: scenario/1
id: new
title: 新权重
extends: drg.yaml
parameters:
  weights.table: {value: weights/b.tsv, source: assumption}
  price.rates.tertiary.employee: {value: "12000", unit: CNY/weight, source: assumption}
  price.rates.tertiary.resident: {value: "9000", unit: CNY/weight, source: assumption}
${more.map(line => `  ${line}\n`).join('')}`;
const files: Files = { 'ffs.yaml': baseline, 'drg.yaml': reform, 'new.yaml': tableB(neutral) };

const run = (paths: readonly string[], from = files, groups = drgs) =>
  runScenarios(
    paths.map(path => resolved(path, from)),
    {
      stays,
      ownData: true,
      groupingOf: () => ({ columns: groupedAs(groups), groups: toyGroups }),
      weightsOf: table => (table === 'weights/a.tsv' ? weightsA : weightsB),
    },
  );
const standards = (paths: readonly string[], from = files) => run(paths, from).map(({ settlement }) => [...settlement.standard]);

describe('a neutral price level', () => {
  it('multiplies the rates so that the sum over stays priced in both is the parent’s', () => {
    expect(standards(['drg.yaml', 'new.yaml'])).toEqual([
      [1_000_000, 1_200_000, 1_500_000, 0],
      [900_000, 1_200_000, 1_600_000, 2_000_000],
    ]);
  });

  it('keeps the level with the coefficient in it: 44400 × 1.25 = 55500, f = 37000 / 55500 = 2/3, and every standard is as above', () => {
    const from = 'hospital_coefficient.from: {value: level, source: assumption}';
    const level = 'hospital_coefficient.values.tertiary: {value: "1.25", unit: ratio, source: assumption}';
    const [fresh] = run(['new.yaml'], { ...files, 'new.yaml': tableB(neutral, from, level) });
    expect(fresh!.rateFactor!.toFixed(10)).toBe('0.6666666667');
    expect([...fresh!.settlement.standard]).toEqual([900_000, 1_200_000, 1_600_000, 2_000_000]);
  });

  it('says the factor, both sums, the stays and the rates', () => {
    const [fresh] = run(['new.yaml']);
    expect(fresh!.rateFactor!.toFixed(10)).toBe('0.8333333333');
    expect(fresh!.notes.find(note => note.kind === 'rebase')).toEqual({
      kind: 'rebase',
      zh: '费率按 drg 的价格水平调平：系数 0.833333333333，3 例两个情景都有价格的病例，Σ权重×费率×系数由 44400.00 元调为 37000.00 元；调平后费率：tertiary employee 12000 → 10000.0000; tertiary resident 9000 → 7500.0000',
      en: 'rates rebased to the price level of drg: factor 0.833333333333; over 3 stays priced in both, Σ weight × rate × coefficient goes from 44400.00 to 37000.00 yuan; rates: tertiary employee 12000 → 10000.0000; tertiary resident 9000 → 7500.0000',
    });
  });

  it('is left alone without rebase and with none', () => {
    const none = { ...files, 'new.yaml': tableB('price.rebase: {value: none, unit: rule, source: assumption}') };
    expect(standards(['new.yaml'], none)).toEqual([[1_080_000, 1_440_000, 1_920_000, 2_400_000]]);
    expect(standards(['new.yaml'], { ...files, 'new.yaml': tableB() })).toEqual([[1_080_000, 1_440_000, 1_920_000, 2_400_000]]);
  });

  it('is inherited with the parent it was stated against', () => {
    const grandchild = { ...files, 'again.yaml': 'schema: scenario/1\nid: again\ntitle: 同上\nextends: new.yaml\n' };
    expect(resolved('again.yaml', grandchild).hash).toBe(resolved('new.yaml', grandchild).hash);
    expect(standards(['again.yaml'], grandchild)).toEqual([[900_000, 1_200_000, 1_600_000, 2_000_000]]);
  });

  it('belongs to the hash, with the level it was taken from', () => {
    const dearer = {
      ...files,
      'drg.yaml': `${reform}parameters: {price.rates.tertiary.resident: {value: "8001", unit: CNY/weight, source: assumption}}\n`,
    };
    expect(resolved('new.yaml', dearer).hash).not.toBe(resolved('new.yaml', files).hash);
  });

  // C has a weight in table b only; 0000 has none in either
  it('is left at 1 where no stay has a price at all, and says so', () => {
    const [fresh] = run(['new.yaml'], files, ['0000', '0000', '0000', '0000']);
    expect(fresh!.rateFactor).toBeUndefined();
    expect([...fresh!.settlement.price]).toEqual([-1, -1, -1, -1]);
    expect(fresh!.notes.filter(({ kind }) => kind === 'not_applicable' || kind === 'rebase')).toEqual([
      {
        kind: 'not_applicable',
        zh: '不适用：本情景没有一例病例有价格，未按 drg 的价格水平调平费率',
        en: 'not applicable: no stay has a price in this scenario, so its rates were not rebased to the price level of drg',
      },
    ]);
  });

  it('is refused where stays have a price here and none of them in the parent', () => {
    expect(failure(() => run(['new.yaml'], files, ['C', '0000', '0000', '0000']))).toMatchObject({
      code: 'SCENARIO_SCALE',
      en: 'no stay has a price both here and in drg, so the price level cannot be kept',
    });
  });

  it('needs a parent, and stays with a price in both', () => {
    const orphan = `${baseline.replace('payment_method: ffs', 'payment_method: drg_rate')}parameters:\n  ${neutral}\n`;
    expect(failure(() => resolved('a.yaml', { 'a.yaml': orphan }))).toMatchObject({ code: 'SCENARIO_INVALID', at: 'a.yaml:7' });
    const onFfs = { ...files, 'new.yaml': `${reform.replace('id: drg', 'id: new')}parameters:\n  ${neutral}\n` };
    expect(failure(() => run(['new.yaml'], onFfs))).toMatchObject({
      code: 'SCENARIO_SCALE',
      at: 'new.yaml:7',
      en: 'no stay has a price both here and in ffs, so the price level cannot be kept',
    });
  });
});
