import { describe, expect, it } from 'vitest';
import { baseline, cityPolicy, type Files, reform, resolved } from './city.ts';

const threshold = (value: string, unit = 'ratio', source = 'assumption') =>
  `parameters: {outliers.low.threshold: {value: "${value}", unit: ${unit}, source: ${source}}}\n`;
const hashOf = (text: string, files: Files = {}) => resolved('drg.yaml', { 'ffs.yaml': baseline, 'drg.yaml': text, ...files }).hash;
const known = hashOf(reform + threshold('0.4'));

describe('the hash of a scenario', () => {
  it('is a sha256', () => expect(known).toMatch(/^[0-9a-f]{64}$/));

  it.each([
    ['a comment', `# a comment\n${reform}${threshold('0.4')}# another\n`],
    ['the order of keys', 'payment_method: drg_rate\nextends: ffs.yaml\ntitle: 按病组\nid: drg\nschema: scenario/1\n' + threshold('0.4')],
    ['the order within a parameter', reform + 'parameters: {outliers.low.threshold: {source: assumption, unit: ratio, value: "0.4"}}\n'],
    ['id, title and question', reform.replace('id: drg', 'id: other').replace('按病组', '别的') + 'question: why?\n' + threshold('0.4')],
    ['the source', reform + threshold('0.4', 'ratio', '"notice 7"')],
    ['the name of the data file', `${reform}population: {data: data/other.csv}\n${threshold('0.4')}`],
    [
      'saying what the policy says anyway',
      `${reform}parameters:
  outliers.low.threshold: {value: "0.4", unit: ratio, source: assumption}
  price.mode: {value: fixed, unit: rule, source: assumption}
`,
    ],
  ])('does not change with %s', (_, text) => expect(hashOf(text)).toBe(known));

  it.each([
    ['a value', reform + threshold('0.41')],
    ['a unit', reform + threshold('0.4', 'ratio-of-standard')],
    ['the method', reform.replace('drg_rate', 'ffs') + threshold('0.4')],
    ['the catalogue', `${reform}catalogue: other\n${threshold('0.4')}`],
    ['the period', `${reform}period: {from: 2025-01-01, to: 2025-12-31}\n${threshold('0.4')}`],
    ['a rule that leaves stays out', `${reform}population: {exclude: [{id: a, when: {days_gt: 60}, source: s}]}\n${threshold('0.4')}`],
    ['the insurance types', `${reform}population: {insurance: [employee]}\n${threshold('0.4')}`],
  ])('changes with %s', (_, text) => expect(hashOf(text)).not.toBe(known));

  it('changes with the policy beneath', () => {
    const dearer = { 'policies/city.yaml': cityPolicy.replace('"10000"', '"10001"') };
    expect(hashOf(reform + threshold('0.4'), dearer)).not.toBe(known);
    const commented = { 'policies/city.yaml': `# moved down\n${cityPolicy}` };
    expect(hashOf(reform + threshold('0.4'), commented)).toBe(known);
  });
});
