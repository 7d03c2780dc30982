import { describe, expect, it } from 'vitest';
import { alarmsOf } from '../../src/compare/alarms.ts';
import { compareRuns } from '../../src/compare/compare.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, cityPolicy, groupedAs, reform, resolved, toyGroups, weightsA } from '../scenario/city.ts';

/** One stay of group A (priced) and one of C (no weight). */
function alarms(costs: readonly [priced: string, unpriced: string] | undefined, { more = '', policy = cityPolicy, ownData = true } = {}) {
  const stays = hospitalOf(
    [0, 1].map(i => ({ insurance: '310', ...(costs ? { total: costs[i]!, fund: costs[i]!, account: '0', cash: '0' } : {}) })),
  );
  const [run] = runScenarios([resolved('drg.yaml', { 'ffs.yaml': baseline, 'drg.yaml': reform + more, 'policies/city.yaml': policy })], {
    stays,
    ownData,
    groupingOf: () => ({ columns: groupedAs(['A', 'C']), groups: toyGroups }),
    weightsOf: () => weightsA,
  });
  const { scenarios } = compareRuns({ id: 'alone', title: 'alone', stays, runs: [run!], sha256: text => text });
  return alarmsOf(run!, scenarios[0]!.totals).map(({ code, text }) => [code, text.en]);
}

describe('cost without a price', () => {
  it('may be up to 5 % and no more', () => {
    expect(alarms(['9500', '500'])).toEqual([]);
    // 500.01 / 10000.01 = 5.00009 %
    expect(alarms(['9500', '500.01'])).toEqual([
      ['UNPRICED_ABOVE_LIMIT', 'drg: 1 stays without a price are 5.01% of cost, above the limit of 5%'],
    ]);
  });

  it('may be what the policy allows; 5 % when it does not say', () => {
    const strict = cityPolicy.replace('unpriced_max: "0.05"', 'unpriced_max: "0.01"');
    expect(alarms(['9500', '500'], { policy: strict })).toEqual([
      ['UNPRICED_ABOVE_LIMIT', 'drg: 1 stays without a price are 5.00% of cost, above the limit of 1%'],
    ]);
    const silent = cityPolicy.replace('alerts: {unpriced_max: "0.05"}\n', '');
    expect([alarms(['9500', '500'], { policy: silent }), alarms(['9000', '1000'], { policy: silent }).length]).toEqual([[], 1]);
  });

  it('is not passed over when the file gives no cost', () => {
    expect(alarms(undefined)).toEqual([
      ['UNPRICED_ABOVE_LIMIT', 'drg: 2 stays have no price and costs are missing, so the limit of 5% cannot be checked'],
    ]);
  });
});

describe('a total known from elsewhere', () => {
  // fund of stay 1: 1 × 10000; of stay 2, unpriced: 500 as on the bill
  const check = (equals: string, within = '0.005') =>
    `population: {data: data/own.csv}\nchecks: [{id: insurer, measure: fund_payment, equals: "${equals}", within: "${within}", source: statement}]\n`;

  it('is met within its margin, the margin included', () => {
    expect(alarms(['9500', '500'], { more: check('10500.00') })).toEqual([]);
    expect(alarms(['9500', '500'], { more: check('10501.00', '1') })).toEqual([]);
    expect(alarms(['9500', '500'], { more: check('10501.01', '1') })).toEqual([
      ['CHECK_FAILED', 'check insurer (fund_payment) not met: 10500.00, expected 10501.01 within 1 (statement)'],
    ]);
  });

  it.each([
    ['stays', '2'],
    ['cost', '10000'],
    ['payment', '10500'],
    ['patient', '0'],
    ['other', '0'],
    ['margin', '500'],
  ])('can be %s', (measure, equals) => {
    const more = check(equals, '0').replace('fund_payment', measure);
    expect(alarms(['9500', '500'], { more })).toEqual([]);
    expect(alarms(['9500', '500'], { more: more.replace(`"${equals}"`, `"${equals}1"`) }).length).toBe(1);
  });

  it('does not apply to other data', () => expect(alarms(['9500', '500'], { more: check('1'), ownData: false })).toEqual([]));
});
