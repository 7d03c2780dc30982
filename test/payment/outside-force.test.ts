import { expect, it } from 'vitest';
import { outsideForce } from '../../src/payment/outside-force.ts';
import { hospitalOf } from './written-stays.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const from = day('2025-01-01');

it('stays discharged before the first day, not those of that day or of no day', () => {
  const stays = hospitalOf([{ discharged: '2024-12-31' }, { discharged: '2025-01-01' }, { settled: '2024-06-30' }, {}]);
  expect(outsideForce(stays, { from, places: undefined })).toEqual({ before: 2, elsewhere: 0 });
});

it('stays of another insured place where the policy names its own; a district belongs to its city, no place is no other place', () => {
  const at = (insured_region: string) => ({ insured_region, discharged: '2025-02-01' });
  const stays = hospitalOf([at('330100'), at('330106'), at('330700'), at('杭州'), at('金华'), at('')]);
  expect(outsideForce(stays, { from, places: ['330100', '杭州'] })).toEqual({ before: 0, elsewhere: 2 });
  expect(outsideForce(stays, { from, places: undefined })).toEqual({ before: 0, elsewhere: 0 });
});

it('local and remote are compared only with a policy that speaks of them', () => {
  const stays = hospitalOf([
    { place: 'local', discharged: '2025-02-01' },
    { place: 'remote', discharged: '2025-02-01' },
  ]);
  expect(outsideForce(stays, { from, places: ['330100'] }).elsewhere).toBe(0);
  expect(outsideForce(stays, { from, places: ['local', '330100'] }).elsewhere).toBe(1);
});
