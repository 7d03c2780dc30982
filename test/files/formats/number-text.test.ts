import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../../src/files/formats/number-text.ts';

describe('a number of a cell as text', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [20260115, '20260115'],
    [100.0, '100'],
    [0.125, '0.125'],
    // 0.30000000000000004 in the file
    [0.1 + 0.2, '0.3'],
    // 4.35 x 100 = 434.99999999999994
    [4.35 * 100, '435'],
    [-1234.5, '-1234.5'],
    [1e-7, '0.0000001'],
    [-1.5e-9, '-0.0000000015'],
    [0.000123, '0.000123'],
    // 15 digits are all there, 16 are not
    [999_999_999_999_999, '999999999999999'],
    [-999_999_999_999_999, '-999999999999999'],
    [1e15, '1E+15'],
    [123456789012345680, '1.23456789012346E+17'],
    [-1234567890123456, '-1.23456789012346E+15'],
    [1e300, '1E+300'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('%d -> %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('has the 15 digits of the number and no exponent below 1e15', () => {
    fc.assert(
      fc.property(fc.double({ min: -9e14, max: 9e14, noNaN: true }), value => {
        const text = numberText(value);
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        const near = new Decimal(value).abs().times('5.0001e-15');
        expect([new Decimal(text).precision() <= 15, new Decimal(text).minus(value).abs().lte(near)]).toEqual([true, true]);
      }),
    );
  });
});
