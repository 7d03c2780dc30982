import { expect, it } from 'vitest';
import { NOT_A_NUMBER, yearsOfText } from '../../src/files/whole-number.ts';
import { MISSING } from '../../src/stay/stay-table.ts';

it.each([
  ['70', 70],
  ['70岁', 70],
  ['７０ 岁', NOT_A_NUMBER],
  ['７０岁', 70],
  ['3岁5月', 3],
  ['3岁5个月12天', 3],
  ['11月', 0],
  ['11个月29天', 0],
  // a year is written as one
  ['12月', NOT_A_NUMBER],
  ['5天', 0],
  ['365日', 0],
  ['366天', NOT_A_NUMBER],
  ['0.5', 0],
  ['1.9', 1],
  ['-', MISSING],
  ['', MISSING],
  ['岁', NOT_A_NUMBER],
  ['70岁半', NOT_A_NUMBER],
  ['-1', NOT_A_NUMBER],
])('an age of %s is %s completed years', (text, years) => {
  expect(yearsOfText(text)).toBe(years);
});
