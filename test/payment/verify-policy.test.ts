import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verifyPolicy } from '../../src/payment/verify-policy.ts';
import { readWeights } from '../../src/payment/weights.ts';
import { policyFile, policyOf } from './small-hospital.ts';

const reference = 'data/weights/reference-2.0.tsv';
const weights = readWeights(readFileSync(reference, 'utf8'), reference);

// Jinhua 84.71 × 100 ÷ 9,427 = 0.89859; Nanchang 13.28 × 1,000 ÷ 12,839.66 = 1.03430 and 13.22 → 1.02962
it.each([
  ['wuhan-2024-illustrative', [], 3],
  ['jinhua-illustrative', ['employee 0.8986', 'resident 0.8986'], 3],
  ['nanchang-illustrative', ['employee 1.0343', 'resident 1.0296'], 1],
])('%s reproduces its worked cases and is illustrative throughout', (id, payToCost, answers) => {
  const check = verifyPolicy(policyFile(id), weights);
  expect(check.payToCost.map(({ insurance, share }) => `${insurance} ${share}`)).toEqual(payToCost);
  expect(check.answers.map(({ equal }) => equal)).toEqual(Array(answers).fill(true));
  expect([check.sources.official, check.sources.local_doc]).toEqual([0, 0]);
  expect(check.illustrative.length).toBe(check.sources.restated + check.sources.assumption);
  expect(check.illustrative.length).toBeGreaterThan(0);
  expect(check.weights).toEqual({ listed: 654, weighted: 628 });
});

it('says when a known answer does not come out', () => {
  const policy = policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "10000", unit: CNY/weight}}}}
known_answers:
  - {level: tertiary, insurance: employee, weight: "1.5", cost: "9000", payment: "15000"}
  - {level: tertiary, insurance: employee, weight: "1.5", cost: "9000", payment: "15000.01"}
  - {level: tertiary, insurance: resident, weight: "1.5", cost: "9000", payment: "15000"}
`);
  expect(verifyPolicy(policy, undefined).answers.map(({ expected, actual, equal }) => [expected, actual, equal])).toEqual([
    [1_500_000, 1_500_000, true],
    [1_500_001, 1_500_000, false],
    [1_500_000, undefined, false],
  ]);
});
