import { describe, expect, it } from 'vitest';
import { runScenarios } from '../../src/scenario/plan.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, cityPolicy, type Files, groupedAs, reform, resolved, toyGroups, weightsA } from './city.ts';

const bill = { total: '9000', fund: '6000', account: '0', cash: '3000' };
const stays = hospitalOf([
  { ...bill, insurance: '310', level: 'tertiary' },
  { ...bill, insurance: '340', level: 'tertiary' },
  { ...bill, insurance: '310', level: 'primary' },
  { ...bill, insurance: '', level: 'tertiary' },
]);

function notes(path: string, files: Files = {}) {
  const [run] = runScenarios([resolved(path, { 'ffs.yaml': baseline, 'drg.yaml': reform, ...files })], {
    stays,
    ownData: true,
    groupingOf: () => ({ columns: groupedAs(['A', 'A', 'A', 'A']), groups: toyGroups }),
    weightsOf: () => weightsA,
  });
  return run!.notes.map(({ kind, en }) => [kind, en]);
}

// Standard 10000 and low below 3000, paid at cost. 1: normal, 10000 paid, patient 10000.01: 0.01 above. 2: low, 2000 paid, patient 2000 and
// aid 500: 500 above. 3: normal, patient 10000: nothing above. 4: no insurance that is mapped, as on the bill. Together 500.01 in 2 stays.
const floored = hospitalOf([
  { insurance: '310', total: '11000', fund: '0', account: '0', cash: '10000.01', medical_aid: '0' },
  { insurance: '310', total: '2000', fund: '0', account: '0', cash: '2000', medical_aid: '500' },
  { insurance: '310', total: '11000', fund: '0', account: '0', cash: '10000', medical_aid: '0' },
  { insurance: '', total: '11000', fund: '0', account: '0', cash: '12000', medical_aid: '0' },
]);

it('is told where the fund stopped at 0', () => {
  const told = (path: string, files: Files = {}) =>
    runScenarios([resolved(path, { 'ffs.yaml': baseline, 'drg.yaml': reform, ...files })], {
      stays: floored,
      ownData: true,
      groupingOf: () => ({ columns: groupedAs(['A', 'A', 'A', 'A']), groups: toyGroups }),
      weightsOf: () => weightsA,
    })[0]!.notes.filter(({ kind }) => kind === 'fund_floor');
  expect(told('drg.yaml')).toEqual([
    {
      kind: 'fund_floor',
      zh: '2 例的个人和其他负担已超过支付额，基金支付止于 0、不倒扣：这些病例的收入合计比支付额多 500.01 元',
      en: 'in 2 stays the patient and others already pay more than the payment and the fund stops at 0, taking nothing back: receipts there exceed the payment by 500.01 yuan',
    },
  ]);
  expect(told('ffs.yaml')).toEqual([]);
  const byRatio = { 'policies/city.yaml': cityPolicy.replace('method: difference', 'method: ratio') };
  expect(told('drg.yaml', byRatio)).toEqual([]);
});

describe('what a reader is told', () => {
  it('about values nobody read in the region’s own text, and stays that no price fits', () => {
    // sourced: price.mode, two rates, six of the outlier rules; all of the made-up source
    expect(notes('drg.yaml')).toEqual([
      [
        'illustrative',
        "illustrative: 9 of 9 sourced values are restated or assumed, not read in the region's own text; not a basis for settlement",
      ],
      ['unmapped', '2 stays have an insurance type the policy does not map; counted as unpriced'],
      ['unmapped', '1 stays have a hospital level without a rate in the policy; counted as unpriced'],
    ]);
  });

  it('is nothing about prices under fee for service', () => expect(notes('ffs.yaml')).toEqual([]));

  it('is not that official values are illustrative', () => {
    const official = { 'policies/city.yaml': cityPolicy.replace('type: assumption', 'type: official') };
    expect(notes('drg.yaml', official).map(([kind]) => kind)).toEqual(['unmapped', 'unmapped']);
  });
});
