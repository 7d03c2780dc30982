import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verifyPolicy } from '../../src/payment/verify-policy.ts';
import { readWeights } from '../../src/payment/weights.ts';
import type { DrgPolicy } from '../../src/policy/policy.ts';
import { points, policyFile, policyOf } from './small-hospital.ts';

const reference = 'data/weights/reference-2.0.tsv';
const readText = (path: string) => readFileSync(path, 'utf8');
const weights = readWeights(readText(reference), reference);

// Jinhua 84.71 × 100 ÷ 9,427 = 0.89859; Nanchang 13.28 × 1,000 ÷ 12,839.66 = 1.03430 and 13.22 → 1.02962
it.each([
  ['wuhan-2024-illustrative', [], 3],
  ['jinhua-illustrative', ['employee 0.8986', 'resident 0.8986'], 3],
  ['nanchang-illustrative', ['employee 1.0343', 'resident 1.0296'], 1],
])('%s reproduces its worked cases and is illustrative throughout', (id, payToCost, answers) => {
  const check = verifyPolicy(policyFile(id), weights, readText);
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
  expect(said(policy)).toEqual([
    ['test.yaml:15', true, 'payment 15000.00 15000.00'],
    ['test.yaml:16', false, 'payment 15000.01 15000.00'],
    // no rate for residents: the stay is carried at its cost
    ['test.yaml:17', false, 'payment 15000.00 9000.00'],
  ]);
});

const said = (policy: DrgPolicy, read = readText) =>
  verifyPolicy(policy, undefined, read).answers.map(({ at, equal, results }) => [
    `${at.file}:${at.line}`,
    equal,
    results.map(({ name, expected, got }) => `${name} ${expected} ${got}`).join(', '),
  ]);

// W 0.8, k 1.05: 0.8 × 100 × 1.05 × 92 = 7,728.00
it('an answer may give the coefficient of its hospital, and expect band, points and the amounts of the result', () => {
  const policy = policyOf(`${points('9543.61', '92', '1')}
known_answers:
  - {insurance: employee, weight: "0.8", k: "1.05", cost: "7000.00", patient: "2000.00", band: normal, points: "84.00", standard: "7728.00", fund: "5728.00", margin: "728.00"}
`);
  expect(said(policy)).toEqual([
    ['test.yaml:21', true, 'band normal normal, points 84.00 84.00, standard 7728.00 7728.00, fund 5728.00 5728.00, margin 728.00 728.00'],
  ]);
});

// 10,000 a weight: 0.5 → 5,000.00; 1.25 → 12,500.00, and 12,500.01 is published; rows without a weight or a price have no answer
it('a table of published prices is an answer a row, and each names its line', () => {
  const table =
    'drg\tname\tweight\tprice\n0000\t\t0.2\t2000\nAB11\t\t0.5\t5000.00\nAB13\t\t1.25\t12500.01\nAB15\t\t\t7000\nAC11\t\t1\t据实支付\n';
  const policy = policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "10000", unit: CNY/weight}}}}
known_answers: [{table: prices.tsv, column: price, level: tertiary, insurance: employee}]
`);
  expect(said(policy, () => table)).toEqual([
    ['prices.tsv:2', true, 'standard 2000.00 2000.00'],
    ['prices.tsv:3', true, 'standard 5000.00 5000.00'],
    ['prices.tsv:4', false, 'standard 12500.01 12500.00'],
  ]);
  expect(() => said(policy, () => table.replace('price', 'prize'))).toThrow('prices.tsv has no column price');
});

it('a difference says how the payment came about, and sums to it', () => {
  const policy = policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "10000", unit: CNY/weight}}}}
known_answers: [{insurance: employee, weight: "1.5", cost: "9000", payment: "1"}]
`);
  const [answer] = verifyPolicy(policy, undefined, readText).answers;
  expect(answer!.lines[0]!.source).toBe('test.yaml:13 test.yaml:14');
  expect(answer!.lines.filter(({ part }) => part === 'payment').map(({ label, amount }) => [label, amount])).toEqual([
    ['standard', 1_500_000],
  ]);
});
