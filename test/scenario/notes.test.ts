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
