import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/compare/compare.ts';
import { stayKeys } from '../../src/compare/keys.ts';
import { hospitalOf } from '../payment/written-stays.ts';

describe('the month of a stay', () => {
  it.each([
    ['1970-01-01', '1970-01'],
    ['1969-12-31', '1969-12'],
    ['2000-02-29', '2000-02'],
    ['2000-03-01', '2000-03'],
    ['2023-02-28', '2023-02'],
    ['2024-12-31', '2024-12'],
    ['2025-01-01', '2025-01'],
    ['2025-10-31', '2025-10'],
    ['2100-02-28', '2100-02'],
    ['2100-03-01', '2100-03'],
  ])('%s falls in %s', (settled, month) => {
    const { of, key } = stayKeys(hospitalOf([{ settled }]), 'month');
    expect(key[of[0]!]).toBe(month);
  });

  it('is that of settlement where both days are given', () => {
    const { of, key } = stayKeys(
      hospitalOf([{ settled: '2025-02-01', discharged: '2025-01-31' }, { discharged: '2025-01-31' }, {}]),
      'month',
    );
    expect([...of].map(row => key[row])).toEqual(['2025-02', '2025-01', '']);
  });
});

it('knows several files by the sha256 of theirs', () => {
  const one = hospitalOf([{ total: '1' }]);
  const two = { ...one, files: [one.files[0]!, { ...one.files[0]!, sha256: '0'.repeat(64) }] };
  const data = (stays: typeof one) =>
    compareRuns({ id: 't', title: 't', stays, runs: [], sha256: text => `sha256 of ${text}` }).data.sha256;
  expect([data(one), data(two)]).toEqual(['f'.repeat(64), `sha256 of ${'f'.repeat(64)}\n${'0'.repeat(64)}`]);
});
