import { describe, expect, it } from 'vitest';
import { readComparison } from '../../src/compare/read-comparison.ts';
import { failure } from '../scenario/city.ts';

const head = 'schema: comparison/1\nid: reform\ntitle: 改革\nbaseline: ffs.yaml\n';
const read = (text: string, path = 'scenarios/c.yaml') => readComparison(path, () => text);

describe('a comparison file', () => {
  it('names its scenarios relative to itself', () => {
    expect(read(`${head}reforms: [drg.yaml, ../more/dip.yaml]\nseed: 7\noutputs: {totals: {by: [group, month]}}\n`)).toEqual({
      file: 'scenarios/c.yaml',
      id: 'reform',
      title: '改革',
      baseline: 'scenarios/ffs.yaml',
      reforms: ['scenarios/drg.yaml', 'more/dip.yaml'],
      seed: 7,
      by: ['group', 'month'],
    });
  });

  it('shows every dimension when it does not say, and may have no reform', () => {
    expect(read(head, '/home/a/c.yaml')).toEqual({
      file: '/home/a/c.yaml',
      id: 'reform',
      title: '改革',
      baseline: '/home/a/ffs.yaml',
      reforms: [],
      seed: undefined,
      by: ['hospital', 'department', 'group', 'insurance', 'month'],
    });
  });

  it.each<readonly [text: string, at: string, en: string, hint?: string]>([
    ['winners: {}', 'scenarios/c.yaml:6', 'the output winners is not built yet', 'Built: totals.'],
    ['totals: {by: [group]}\n  tornado: {of: drg}', 'scenarios/c.yaml:7', 'the output tornado is not built yet'],
    ['bootstrap: {draws: 1000}', 'scenarios/c.yaml:6', 'the output bootstrap is not built yet'],
    ['total: {by: [group]}', 'scenarios/c.yaml:6', 'no key named "total" in the outputs', 'Did you mean "totals"?'],
    ['totals: {by: [departement]}', 'scenarios/c.yaml:6', 'no dimension named "departement"'],
    ['totals: {for: [group]}', 'scenarios/c.yaml:6', 'no key named "for" in the totals'],
  ])('refuses the outputs %j by name and line', (outputs, at, en, hint) => {
    const text = `${head}outputs:\n  ${outputs}\n`;
    expect(failure(() => read(text))).toMatchObject({ code: 'SCENARIO_INVALID', at, en, ...(hint ? { hint } : {}) });
  });

  it.each([
    ['schema: scenario/1\nid: a\n', 'SCENARIO_INVALID', 'not a comparison: the schema is scenario/1'],
    ['schema: comparison/1\nid: a\n', 'SCENARIO_INVALID', '"baseline" is missing'],
    [`${head}reform: [a.yaml]\n`, 'SCENARIO_INVALID', 'no key named "reform" in a comparison'],
    [`${head}reforms: drg.yaml\n`, 'SCENARIO_INVALID', '"reforms" must be a list'],
    [`${head}seed: soon\n`, 'SCENARIO_INVALID', 'the seed must be a whole number'],
    [`${head}reforms: [../../drg.yaml]\n`, 'SCENARIO_OUTSIDE', 'the file is outside the project: ../../drg.yaml'],
    [`${head}reforms: [/etc/passwd]\n`, 'SCENARIO_OUTSIDE', 'the file is outside the project: /etc/passwd'],
  ])('refuses %j', (text, code, en) => expect(failure(() => read(text))).toMatchObject({ code, en }));
});
