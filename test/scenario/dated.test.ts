import { describe, expect, it } from 'vitest';
import { policyOf } from '../../src/payment/settlement.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import { showScenario } from '../../src/scenario/show.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, failure, groupedAs, reform, resolved, toyGroups, weightsA } from './city.ts';

const rate = (...values: readonly (readonly [from: string, value: string])[]) => `parameters:
  price.rates.tertiary.employee:
${values.map(([from, value]) => `    - {from: ${from}, value: "${value}", unit: CNY/weight, source: "notice of ${from}"}\n`).join('')}`;
const period = 'period: {from: 2025-01-01, to: 2025-12-31, by: settled}\n';
const drg = (more: string) => resolved('drg.yaml', { 'ffs.yaml': baseline, 'drg.yaml': reform + more });
const twice = period + rate(['2025-01-01', '9000'], ['2025-07-01', '9500']);

describe('a value that changes inside the period', () => {
  // A weighs 1: the standard of a stay is the rate of its day. from is inclusive until the next from.
  const stays = hospitalOf(
    [
      { settled: '2025-01-01' },
      { settled: '2025-06-30', discharged: '2025-07-05' },
      { settled: '2025-07-01', discharged: '2025-06-20' },
      { discharged: '2025-07-02' },
      { settled: '2025-12-31' },
    ].map(days => ({ ...days, insurance: '310', total: '10000', fund: '7000', account: '0', cash: '3000' })),
  );
  const [run] = runScenarios([drg(twice)], {
    stays,
    ownData: true,
    groupingOf: () => ({ columns: groupedAs(['A', 'A', 'A', 'A', 'A']), groups: toyGroups }),
    weightsOf: () => weightsA,
  });

  it('is decided by the day of the stay', () => {
    expect([...run!.settlement.standard]).toEqual([900_000, 900_000, 950_000, 950_000, 950_000]);
    expect([...run!.settlement.price].map(price => run!.settlement.prices[price]!.rate.toString())).toEqual([
      '9000',
      '9000',
      '9500',
      '9500',
      '9500',
    ]);
  });

  it('leads back to the policy that decided', () => {
    const rates = [0, 4].map(row => policyOf(run!.settlement, row)?.leaves.get('price.rates.tertiary.employee')?.source?.title);
    expect(rates).toEqual(['notice of 2025-01-01', 'notice of 2025-07-01']);
  });

  it('is shown with each of its days', () => {
    const shown = showScenario(drg(twice)).values.filter(value => value.path === 'price.rates.tertiary.employee');
    expect(shown.map(({ from, value, at }) => [from, value, at])).toEqual([
      ['', '9000', 'drg.yaml:9'],
      ['2025-07-01', '9500', 'drg.yaml:10'],
    ]);
  });
});

describe('a list of dated values', () => {
  it('holds what is in force; what begins after the period is not part of it', () => {
    const scenario = drg(period + rate(['2023-01-01', '8800'], ['2024-12-31', '9000'], ['2026-01-01', '9900']));
    expect(scenario.slices.length).toBe(1);
    expect(scenario.leaves.get('price.rates.tertiary.employee')?.value).toBe('9000');
    expect(scenario.hash).toBe(drg(period + rate(['2025-01-01', '9000'])).hash);
  });

  it('changes on the last day of the period, and not the day after', () => {
    expect(drg(period + rate(['2025-01-01', '9000'], ['2025-12-31', '9500'])).slices.length).toBe(2);
    expect(drg(period + rate(['2025-01-01', '9000'], ['2026-01-01', '9500'])).slices.length).toBe(1);
  });

  it('may be one value alone: its `from` counts as it does in a list', () => {
    const alone = (from: string) =>
      drg(`${period}parameters:\n  outliers.low.threshold: {from: ${from}, value: "0.5", unit: ratio, source: assumption}\n`);
    expect(alone('2025-01-01').leaves.get('outliers.low.threshold')?.value).toBe('0.5');
    expect(failure(() => alone('2025-01-02'))?.en).toBe('outliers.low.threshold has no value in force on 2025-01-01');
  });

  it.each([
    [rate(['2025-01-01', '9000']), 'price.rates.tertiary.employee is dated, but the scenario has no period', 'drg.yaml:8'],
    [period + rate(['2025-01-02', '9000']), 'price.rates.tertiary.employee has no value in force on 2025-01-01', 'drg.yaml:9'],
    [
      period + rate(['2025-01-01', '9000'], ['2025-01-01', '9500']),
      'every `from` must be later than the one before: 2025-01-01',
      'drg.yaml:10',
    ],
    [period + rate(['2025', '9000']), '"from" must be text', 'drg.yaml:9'],
    [period + rate(['2025-02-30', '9000']), 'not a date: 2025-02-30', 'drg.yaml:9'],
    [period + rate(['2025-13-01', '9000']), 'not a date: 2025-13-01', 'drg.yaml:9'],
  ])('is refused when %#', (text, en, at) => expect(failure(() => drg(text))).toMatchObject({ code: 'SCENARIO_INVALID', en, at }));
});
