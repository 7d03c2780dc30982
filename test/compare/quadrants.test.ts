import { expect, it } from 'vitest';
import { type DividingLines, type Quadrant, quadrantOf, quadrants } from '../../src/compare/quadrants.ts';
import { cmiOf, marginRateOf } from '../../src/compare/rates.ts';
import { Decimal } from '../../src/money.ts';

const at = (value: string | undefined) => (value === undefined ? undefined : new Decimal(value));
const byMargin: DividingLines = { x: new Decimal('1.0312'), y: new Decimal(0), betterY: 'higher' };
const byIndex: DividingLines = { x: new Decimal('1.0312'), y: new Decimal(1), betterY: 'lower' };

it.each<[DividingLines, string | undefined, string | undefined, Quadrant | undefined]>([
  [byMargin, '1.0312', '0', 'high_better'], // on both lines
  [byMargin, '1.0312', '-0.000001', 'high_worse'],
  [byMargin, '1.031199999', '0', 'low_better'],
  [byMargin, '1.031199999', '-0.000001', 'low_worse'],
  [byMargin, '2.5', '0.1', 'high_better'],
  [byMargin, '0.4', '-0.3', 'low_worse'],
  [byIndex, '1.0312', '1', 'high_better'],
  [byIndex, '1.0312', '1.000001', 'high_worse'],
  [byIndex, '1', '0.9', 'low_better'],
  [byIndex, '1', '1.1', 'low_worse'],
  [byMargin, undefined, '0', undefined],
  [byMargin, '1', undefined, undefined],
])('%o places x %s, y %s', (lines, x, y, quadrant) => {
  expect(quadrantOf({ x: at(x), y: at(y) }, lines)).toBe(quadrant);
  expect(quadrant === undefined || quadrants.includes(quadrant)).toBe(true);
});

// 7.4724 ÷ 2 = 3.7362; -6,000 ÷ 82,000 = -3/41
it('takes exact quotients of a row, and none where nothing is known', () => {
  expect(cmiOf({ weight: '7.4724', priced: 2 })?.toString()).toBe('3.7362');
  expect(cmiOf({ weight: '', priced: 0 })).toBeUndefined();
  expect(cmiOf({ weight: '0', priced: 0 })).toBeUndefined();
  expect(marginRateOf({ margin: -600_000, cost: 8_200_000 })?.times(41).toDecimalPlaces(50).toString()).toBe('-3');
  expect(marginRateOf({ margin: 0, cost: 0 })).toBeUndefined();
  expect(marginRateOf({ margin: Number.NaN, cost: 5 })).toBeUndefined();
  expect(marginRateOf({ margin: 5, cost: Number.NaN })).toBeUndefined();
});
