import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { checkLeaves } from '../../src/policy/check-leaves.ts';
import type { Leaf, LeafValue, Leaves } from '../../src/policy/leaf.ts';

const leaf = (value: LeafValue, unit: string | undefined): Leaf => ({
  value,
  unit,
  source: { id: 's', type: 'assumption', title: 's' },
  at: { file: 'p.yaml', line: 7 },
});
const policy = (low: string, ...caps: readonly string[]): Leaves =>
  new Map([
    ['outliers.low.threshold', leaf(low, 'ratio')],
    [
      'outliers.high.tiers',
      leaf(
        caps.map((cap, i) => ({ max_weight: i === caps.length - 1 ? null : String(i + 1), cap })),
        undefined,
      ),
    ],
  ]);

function refusal(leaves: Leaves) {
  try {
    checkLeaves(leaves);
  } catch (error) {
    if (error instanceof UserError) return [error.code, error.message, error.hint.en];
    throw error;
  }
  return undefined;
}

describe('the low line and the high lines', () => {
  it.each([
    ['0.3', '3', '2'],
    ['1.9999', '3', '2'],
    ['0.0001', '1'],
  ])('are apart: %s below %s', (low, ...caps) => expect(refusal(policy(low, ...caps))).toBeUndefined());

  it.each([
    ['30', '3'],
    ['2', '3'],
    ['2.5', '3'],
  ])('are refused when %s is not below the lowest cap', (low, first) => {
    expect(refusal(policy(low, first, '2'))).toEqual([
      'PARAMETER_INVALID',
      `p.yaml:7: outliers.low.threshold is ${low}, not below the high line 2`,
      'The low line must be below every cap of a high stay (2), such as "0.3".',
    ]);
  });

  it('are refused when the low line is nothing', () => {
    expect(refusal(policy('0', '3'))).toEqual(['PARAMETER_INVALID', 'p.yaml:7: outliers.low.threshold is 0', 'It must be more than 0.']);
  });
});

it.each([
  ['price.rates.tertiary.employee', 'CNY/weight', '10228'],
  ['price.point_value.employee', 'CNY/point', '84.71'],
  ['price.region_mean_cost', 'CNY', '9427'],
  ['outliers.low.threshold', 'ratio', '0.3'],
  ['hospital_coefficient.values.tertiary', 'ratio', '1.02'],
])('a hint shows a number of the kind that %s is', (path, unit, example) => {
  expect(refusal(new Map([[path, leaf('abc', unit)]]))).toEqual([
    'PARAMETER_INVALID',
    `p.yaml:7: ${path} is not a decimal number`,
    `Write a quoted number, such as "${example}".`,
  ]);
});
