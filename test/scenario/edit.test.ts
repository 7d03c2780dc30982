import { describe, expect, it } from 'vitest';
import { readWeights } from '../../src/payment/weights.ts';
import { type Edit, editedChain, refuseUnknownScenario } from '../../src/scenario/edit.ts';
import { parametersOf } from '../../src/scenario/parameter.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, chainOf, type Files, failure, groupedAs, readFrom, reform, resolved, sha256, toyGroups, weightsA } from './city.ts';

/** Table a: A 1, B 1.5. Table b: A 0.9, B 1.6, C 2. Stays: 310 A, 390 B, 310 B, 310 C. */
const stays = hospitalOf(
  ['310', '390', '310', '310'].map(insurance => ({ insurance, total: '14000', fund: '10000', account: '0', cash: '4000' })),
);
const weightsB = readWeights('drg\tname\tweight\nA\t甲\t0.9\nB\t乙\t1.6\nC\t丙\t2\n', 'weights/b.tsv');
const employee = 'price.rates.tertiary.employee';

const newScenario = (rate: string) => `schema: scenario/1
id: new
title: 新权重
extends: drg.yaml
parameters:
  weights.table: {value: weights/b.tsv, source: assumption}
  price.rates.tertiary.employee: {value: "${rate}", unit: CNY/weight, source: assumption}
  price.rates.tertiary.resident: {value: "9000", unit: CNY/weight, source: assumption}
  price.rebase: {value: neutral, unit: rule, source: assumption}
`;
const files: Files = { 'ffs.yaml': baseline, 'drg.yaml': reform, 'new.yaml': newScenario('12000') };

function edited(path: string, edits: readonly Edit[], from = files) {
  const shelf = { readText: readFrom(from), sha256 };
  return resolveScenario(editedChain(chainOf(path, from), edits, shelf), shelf);
}
const run = (scenarios: readonly ReturnType<typeof edited>[]) =>
  runScenarios(scenarios, {
    stays,
    ownData: true,
    groupingOf: () => ({ columns: groupedAs(['A', 'B', 'B', 'C']), groups: toyGroups }),
    weightsOf: table => (table === 'weights/a.tsv' ? weightsA : weightsB),
  });
const standards = (...scenarios: readonly ReturnType<typeof edited>[]) => run(scenarios).map(({ settlement }) => [...settlement.standard]);
const drg = (path: string, value: string): Edit => ({ scenario: 'drg', path, value });
const leafOf = (path: string, value: string) => edited('drg.yaml', [drg(path, value)]).leaves.get(path);

describe('a parameter changed on the screen', () => {
  it('pays by the new value: rate 10800 × 1, 8000 × 1.5, 10800 × 1.5', () => {
    expect(standards(edited('drg.yaml', [drg(employee, '10800')]))).toEqual([[1_080_000, 1_200_000, 1_620_000, 0]]);
  });

  it('keeps the unit, is an assumption, and stands on the screen', () => {
    expect(leafOf(employee, '10800')).toEqual({
      value: '10800',
      unit: 'CNY/weight',
      source: { id: 'assumption', type: 'assumption', title: 'assumption' },
      at: { file: 'screen', line: 1 },
    });
  });

  it('makes another scenario of it, with the hash of a file that says the same', () => {
    const inFile = { ...files, 'drg.yaml': `${reform}parameters: {${employee}: {value: "10800", unit: CNY/weight, source: assumption}}\n` };
    const plain = resolved('drg.yaml', files);
    const changed = edited('drg.yaml', [drg(employee, '10800')]);
    expect(changed.hash).not.toBe(plain.hash);
    expect(changed.hash).toBe(resolved('drg.yaml', inFile).hash);
  });

  it('is told with both values, and that no file holds it', () => {
    const [only] = run([edited('drg.yaml', [drg(employee, '10800')])]);
    expect(only!.notes[0]).toEqual({
      kind: 'edited',
      zh: '未保存：price.rates.tertiary.employee 在屏幕上由 10000 改为 10800',
      en: 'not saved: price.rates.tertiary.employee was changed on the screen from 10000 to 10800',
    });
  });

  it.each([['10000'], ['10000.00'], [' 10000 ']])('changes nothing when it is what holds already: %j', value => {
    expect(edited('drg.yaml', [drg(employee, value)])).toEqual(resolved('drg.yaml', files));
  });

  it('is the last of several, and nothing when the last takes the first back', () => {
    expect(edited('drg.yaml', [drg(employee, '9000'), drg(employee, '10800')]).edited).toEqual([
      { scenario: 'drg', path: employee, from: '10000', to: '10800' },
    ]);
    expect(edited('drg.yaml', [drg(employee, '9000'), drg(employee, '10000')]).hash).toBe(resolved('drg.yaml', files).hash);
  });

  it('replaces what a file says by date, for all days', () => {
    const dated = `${reform}period: {from: 2025-01-01, to: 2025-12-31}
parameters:
  ${employee}:
    - {from: 2025-01-01, value: "10000", unit: CNY/weight, source: assumption}
    - {from: 2025-07-01, value: "11000", unit: CNY/weight, source: assumption}
`;
    const scenario = edited('drg.yaml', [drg(employee, '11000')], { ...files, 'drg.yaml': dated });
    expect(scenario.slices.map(({ leaves }) => leaves.get(employee)?.value)).toEqual(['11000']);
    expect(scenario.edited).toEqual([{ scenario: 'drg', path: employee, from: '10000, 11000', to: '11000' }]);
  });

  it.each([
    ['outliers.low.inclusive', 'true', true],
    ['outliers.high.pay', 'standard_only', 'standard_only'],
    [
      'outliers.high.tiers',
      '[{max_weight: "2", cap: "2.5"}, {max_weight: null, cap: "2"}]',
      [
        { max_weight: '2', cap: '2.5' },
        { max_weight: null, cap: '2' },
      ],
    ],
    ['rounding.standard', '2', 2],
    ['insurance_map.resident', '["390", "391"]', ['390', '391']],
    ['outliers.low.pay', 'null', null],
  ])('has the kind of its name: %s = %s', (path, value, written) => {
    expect(leafOf(path, value)?.value).toEqual(written);
  });

  it('can name what the policy does not say; the unit is that of the name', () => {
    expect(leafOf('ungrouped.QY.pay_ratio', '0.5')).toMatchObject({ value: '0.5', unit: 'ratio' });
    const [only] = run([edited('drg.yaml', [drg('ungrouped.QY.pay_ratio', '0.5')])]);
    expect(only!.notes[0]!.en).toBe('not saved: ungrouped.QY.pay_ratio was changed on the screen from – to 0.5');
  });

  it('can be the method', () => {
    const paid = edited('ffs.yaml', [{ scenario: 'ffs', path: 'payment_method', value: 'drg_rate' }]);
    expect([paid.method, paid.catalogue, standards(paid)]).toEqual(['drg_rate', 'toy', [[1_000_000, 1_200_000, 1_500_000, 0]]]);
  });

  it.each([
    [
      'outliers.low.treshold',
      '0.4',
      'PARAMETER_UNKNOWN',
      'no parameter named "outliers.low.treshold"',
      'Did you mean "outliers.low.threshold"?',
    ],
    ['price.rates.tertary.employee', '9', 'PARAMETER_UNKNOWN', undefined, 'Did you mean "price.rates.tertiary.employee"?'],
    ['outliers.low.threshold', '0', 'PARAMETER_INVALID', 'outliers.low.threshold is 0', 'It must be more than 0.'],
    ['outliers.low.threshold', '3', 'PARAMETER_INVALID', 'outliers.low.threshold is 3, not below the high line 3', undefined],
    ['outliers.low.threshold', 'low', 'PARAMETER_INVALID', 'outliers.low.threshold is not a decimal number', undefined],
    ['outliers.low.threshold', '', 'PARAMETER_INVALID', 'outliers.low.threshold is not a decimal number', undefined],
    ['outliers.low.inclusive', 'yes', 'PARAMETER_INVALID', 'outliers.low.inclusive is neither true nor false', undefined],
    ['outliers.high.tiers', '', 'PARAMETER_INVALID', 'outliers.high.tiers is not a list of tiers', undefined],
    ['outliers.high.pay', 'standard_onl', 'PARAMETER_INVALID', 'outliers.high.pay cannot be "standard_onl"', undefined],
    ['payment_method', 'drgs', 'PARAMETER_INVALID', 'no payment method named "drgs"', undefined],
  ])('is refused as a file would be: %s = %j', (path, value, code, en, hint) => {
    const edits = [drg(employee, '10800'), drg(path, value)];
    const expected = { code, at: 'screen:2', ...(en ? { en } : {}), ...(hint ? { hint } : {}) };
    expect(failure(() => edited('drg.yaml', edits))).toMatchObject(expected);
  });

  it('names a scenario that is there', () => {
    const edits = [{ ...drg(employee, '9'), scenario: 'drgs' }];
    expect(failure(() => refuseUnknownScenario(edits, ['ffs', 'drg']))).toEqual({
      code: 'SCENARIO_INVALID',
      at: undefined,
      en: 'no scenario "drgs"',
      hint: 'Did you mean "drg"?',
    });
    expect(refuseUnknownScenario([drg(employee, '9')], ['ffs', 'drg'])).toBeUndefined();
  });
});

describe('a change and the price level', () => {
  // parent 37000; own 0.9 e + 1.6 × 9000 + 1.6 e = 2.5 e + 14400, which is 37000 at e = 9040: the factor is 1
  it('of the scenario that keeps a level: the level stays, the rates move against each other', () => {
    const changed = edited('new.yaml', [{ scenario: 'new', path: employee, value: '9040' }]);
    expect(standards(changed)).toEqual([[813_600, 1_440_000, 1_446_400, 1_808_000]]);
    expect(standards(changed)).toEqual(standards(resolved('new.yaml', { ...files, 'new.yaml': newScenario('9040') })));
  });

  // parent 12000 + 12000 + 18000 = 42000, own 44400, factor 35/37: 10800, 14400, 19200 and 24000 times it
  it('of the scenario that lends it: the other follows, and says so', () => {
    const edits = [drg(employee, '12000')];
    const [lender, follower] = run([edited('drg.yaml', edits), edited('new.yaml', edits)]);
    expect([...lender!.settlement.standard]).toEqual([1_200_000, 1_200_000, 1_800_000, 0]);
    expect([...follower!.settlement.standard]).toEqual([1_021_622, 1_362_162, 1_816_216, 2_270_270]);
    expect(follower!.notes[0]).toEqual({
      kind: 'edited',
      zh: '未保存：上级情景 drg 的 price.rates.tertiary.employee 在屏幕上由 10000 改为 12000',
      en: 'not saved: in the parent drg, price.rates.tertiary.employee was changed on the screen from 10000 to 12000',
    });
  });
});

describe('the parameters of a scenario', () => {
  const shown = parametersOf(edited('drg.yaml', [drg('outliers.low.threshold', '0.4')]));
  const order = shown.map(({ path }) => path);

  it('say value, unit, source and place, and which was changed', () => {
    expect(shown.find(({ path }) => path === 'outliers.low.threshold')).toEqual({
      path: 'outliers.low.threshold',
      from: '',
      value: '0.4',
      unit: 'ratio',
      source: 'assumption',
      illustrative: true,
      at: 'screen:1',
      edited: true,
    });
    // the policy writes the rates on its 20th line
    expect(shown.find(({ path }) => path === employee)).toEqual({
      path: employee,
      from: '',
      value: '10000',
      unit: 'CNY/weight',
      source: 'made up for a test',
      illustrative: true,
      at: 'policies/city.yaml:20',
      edited: false,
    });
  });

  it('come in the order of the vocabulary, without worked cases', () => {
    expect(order.slice(0, 2)).toEqual(['payment_method', 'basis']);
    expect(order.indexOf('price.rates.tertiary.resident')).toBe(order.indexOf(employee) + 1);
    expect(order.indexOf(employee)).toBeLessThan(order.indexOf('outliers.low.threshold'));
    expect(order).not.toContain('known_answers');
  });

  it('can be edited as they are shown: each value reads back as itself', () => {
    const plain = resolved('drg.yaml', files);
    const edits = parametersOf(plain).map(({ path, value }) => drg(path, value));
    expect(edited('drg.yaml', edits)).toEqual(plain);
  });
});
