import { describe, expect, it } from 'vitest';
import { dataOf, refuseIncomparable } from '../../src/compare/comparable.ts';
import { baseline, cityPolicy, type Files, failure, reform, resolved } from '../scenario/city.ts';

const scenario = (id: string, parent: string, more = '') => `schema: scenario/1\nid: ${id}\ntitle: ${id}\nextends: ${parent}\n${more}`;
const table = (rebase?: string) => `parameters:
  weights.table: {value: weights/b.tsv, source: assumption}
${rebase ? `  price.rebase: {value: ${rebase}, unit: rule, source: assumption}\n` : ''}`;
const files: Files = {
  'ffs.yaml': baseline,
  'drg.yaml': reform,
  'plain.yaml': scenario('plain', 'drg.yaml', table()),
  'neutral.yaml': scenario('neutral', 'drg.yaml', table('neutral')),
  'child.yaml': scenario(
    'child',
    'neutral.yaml',
    'parameters: {outliers.low.threshold: {value: "0.4", unit: ratio, source: assumption}}\n',
  ),
  'none.yaml': scenario('none', 'drg.yaml', table('none')),
  'twin.yaml': scenario('drg', 'ffs.yaml', 'payment_method: drg_rate\n'),
  'policies/town.yaml': cityPolicy.replace('id: city', 'id: town'),
  'town.yaml': scenario('town', 'ffs.yaml', 'policy: policies/town.yaml\npayment_method: drg_rate\n'),
};
const scenarios = (paths: readonly string[]) => paths.map(path => resolved(path, files));
const refusal = (...paths: readonly string[]) => failure(() => refuseIncomparable(scenarios(paths)));

describe('weights of different scale', () => {
  it.each([
    [['ffs.yaml', 'drg.yaml']],
    [['ffs.yaml', 'plain.yaml']],
    [['drg.yaml', 'town.yaml']], // one table under two policies
    [['drg.yaml', 'neutral.yaml']],
    [['neutral.yaml', 'drg.yaml']],
    [['drg.yaml', 'child.yaml']],
    [['ffs.yaml', 'drg.yaml', 'neutral.yaml', 'child.yaml', 'none.yaml']],
    [['plain.yaml', 'neutral.yaml']], // one table, though two price levels
  ])('may be compared: %o', paths => expect(refusal(...paths)).toBeUndefined());

  it('are not compared by accident', () => {
    expect(refusal('ffs.yaml', 'drg.yaml', 'plain.yaml')).toEqual({
      code: 'SCENARIO_SCALE',
      at: 'plain.yaml',
      en: 'drg uses weights/a.tsv and plain uses weights/b.tsv: weights of different scale',
      hint: 'Extend the other and add price.rebase: {value: neutral, unit: rule, source: assumption}, or write none to compare them on purpose.',
    });
    expect(refusal('plain.yaml', 'town.yaml')?.code).toBe('SCENARIO_SCALE');
  });
});

it('needs one id for each scenario', () => {
  expect(refusal('drg.yaml', 'twin.yaml')).toMatchObject({
    code: 'SCENARIO_INVALID',
    at: 'twin.yaml',
    en: 'two scenarios have the id drg',
  });
});

it('compares scenarios of one data file', () => {
  const on = (id: string, data?: string): string => scenario(id, 'ffs.yaml', data ? `population: {data: ${data}}\n` : '');
  const own = { 'a.yaml': on('a', 'data/a.csv'), 'b.yaml': on('b', 'data/a.csv'), 'c.yaml': on('c', 'data/c.csv'), 'ffs.yaml': baseline };
  const data = (...paths: readonly string[]) => dataOf(paths.map(path => resolved(path, own)));
  expect([data('a.yaml', 'b.yaml'), data('ffs.yaml')]).toEqual(['data/a.csv', undefined]);
  expect(failure(() => data('a.yaml', 'b.yaml', 'c.yaml'))).toMatchObject({
    code: 'SCENARIO_INVALID',
    at: 'c.yaml',
    en: 'a and c are written for different data',
  });
});
