import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dataOf, refuseIncomparable } from '../../src/compare/comparable.ts';
import { comparisonKeys, readComparison } from '../../src/compare/read-comparison.ts';
import { readScenario, scenarioKeys } from '../../src/scenario/read-scenario.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { sha256 } from './city.ts';

const readText = (path: string) => readFileSync(path, 'utf8');
const load = (path: string) => resolveScenario(readScenario(path, readText), { readText, sha256 });
const files = readdirSync('scenarios')
  .filter(name => /^\w.*\.yaml$/.test(name))
  .map(name => `scenarios/${name}`);
const comparisons = files.filter(path => path.includes('/compare-'));
const scenarios = files.filter(path => !comparisons.includes(path));
type Schema = Exclude<Parameters<typeof z.fromJSONSchema>[0], boolean>;
const schemaOf = (name: string) => JSON.parse(readText(`data/schema/${name}.schema.json`)) as Schema;

describe('the scenarios that come with casemix', () => {
  it.each(scenarios)('%s resolves and says when it is illustrative', path => {
    const scenario = load(path);
    expect(scenario.method === 'ffs' || scenario.title.includes('示意')).toBe(true);
    expect(z.fromJSONSchema(schemaOf('scenario')).safeParse(parse(readText(path))).error).toBeUndefined();
  });

  it.each(comparisons)('%s compares what may be compared', path => {
    const { baseline, reforms } = readComparison(path, readText);
    const all = [baseline, ...reforms].map(load);
    refuseIncomparable(all);
    expect(dataOf(all)).toBe('data/samples/hospital-2025.csv.gz');
    expect(all[0]!.method).toBe('ffs');
    expect(z.fromJSONSchema(schemaOf('comparison')).safeParse(parse(readText(path))).error).toBeUndefined();
  });

  it('differ only in grouping and weights between 1.1 and 2.0', () => {
    const [old, fresh] = [load('scenarios/10-drg-1.1.yaml'), load('scenarios/20-drg-2.0.yaml')];
    const rules = ({ leaves }: typeof old) =>
      [...leaves]
        .filter(([path]) => /^(outliers|fund_share|insurance_map|hospital)\b/.test(path))
        .map(([path, { value }]) => [path, value]);
    expect(rules(fresh)).toEqual(rules(old));
    expect([old.catalogue, old.weights, fresh.catalogue, fresh.weights, fresh.rebasedOn?.hash]).toEqual([
      'chs-drg-1.1',
      'data/weights/linyi-2022.tsv',
      'chs-drg-2.0',
      'data/weights/reference-2.0.tsv',
      old.hash,
    ]);
    const rates = ({ leaves }: typeof old) =>
      [...leaves].flatMap(([path, { value }]) => (path.startsWith('price.rates.') && value !== null ? [`${path.slice(12)} ${value}`] : []));
    expect(rates(old)).toEqual(['tertiary.employee 9865', 'tertiary.resident 9391', 'secondary.employee 9651', 'secondary.resident 8501']);
    expect(rates(fresh)).toEqual([
      'tertiary.employee 10228',
      'tertiary.resident 9736',
      'secondary.employee 8367',
      'secondary.resident 7379',
      'primary.employee 6302',
      'primary.resident 4791',
    ]);
  });
});

it('has schemas that name the keys the readers know', () => {
  expect(Object.keys(schemaOf('scenario').properties ?? {})).toEqual([...scenarioKeys]);
  expect(Object.keys(schemaOf('comparison').properties ?? {})).toEqual([...comparisonKeys]);
});
