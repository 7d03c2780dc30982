import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyFrom } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { header, read, refusal } from './short-policy.ts';

describe('a policy laid out as leaves', () => {
  it('gives every value its path, unit, source and line; source and unit hold below the map they stand on', () => {
    const { leaves } = read(`price:
  source: shape
  mode: fixed
  rates:
    unit: CNY/weight
    tertiary:
      employee: {value: "10228", source: notice}
      resident: "9736"
`);
    const shape = { id: 'shape', type: 'assumption', title: 'a number of a test' };
    const notice = { id: 'notice', type: 'official', title: 'notice 7', date: '2025-02-01' };
    expect([...leaves].slice(2)).toEqual([
      ['price.mode', { value: 'fixed', unit: undefined, source: shape, at: { file: 'p.yaml', line: 11 } }],
      ['price.rates.tertiary.employee', { value: '10228', unit: 'CNY/weight', source: notice, at: { file: 'p.yaml', line: 15 } }],
      ['price.rates.tertiary.resident', { value: '9736', unit: 'CNY/weight', source: shape, at: { file: 'p.yaml', line: 16 } }],
    ]);
  });

  it('keeps lists whole, 0000 as four characters, and unit of weights as a value of its own', () => {
    const { leaves } = read(`weights: {table: data/weights/w.tsv, unit: weight}
ungrouped: {source: shape, 0000: {pay_ratio: {value: "0.7", unit: ratio}}}
outliers: {source: shape, high: {pay: actual_cost, tiers: [{max_weight: "1", cap: "3"}, {max_weight: null, cap: "2"}]}}
stay_rules: []
price: {rates: null}
`);
    expect([...leaves].slice(2).map(([path, { value }]) => [path, value])).toEqual([
      ['weights.table', 'data/weights/w.tsv'],
      ['weights.unit', 'weight'],
      ['ungrouped.0000.pay_ratio', '0.7'],
      ['outliers.high.pay', 'actual_cost'],
      [
        'outliers.high.tiers',
        [
          { max_weight: '1', cap: '3' },
          { max_weight: null, cap: '2' },
        ],
      ],
      ['stay_rules', []],
      ['price.rates', null],
    ]);
  });

  it('gives the head of the file', () => {
    const { id, title, region, catalogue, effective, sources } = read('');
    expect([id, title, region, catalogue, effective, [...sources.keys()]]).toEqual([
      'test',
      'a policy of a test',
      'nowhere',
      'chs-drg-2.0',
      { from: '2025-01-01' },
      ['shape', 'notice'],
    ]);
  });
});

describe('a policy that cannot be read', () => {
  it.each([
    [
      'outliers: {low: {threshold: {value: 0.3, unit: ratio, source: shape}}}',
      'p.yaml:9: the decimal 0.3 is not quoted',
      'Write "0.3": a quoted decimal stays exact.',
    ],
    [
      'price: {scale: {value: 1e2, unit: point/weight, source: shape}}',
      'p.yaml:9: the decimal 1e2 is not quoted',
      'Write "1e2": a quoted decimal stays exact.',
    ],
    [
      'alerts: {budget_deviation: ["0.05", .inf]}',
      'p.yaml:9: the decimal .inf is not quoted',
      'Write ".inf": a quoted decimal stays exact.',
    ],
    ['price:\n  mode: &m fixed\n  rebase: *m', 'p.yaml:11: an anchor or alias (& and *) cannot be used here', 'Write the value out.'],
    ['basis: {value: fund, note: hm}', 'p.yaml:9: "note" is not part of the value of basis', 'A value has value, unit and source.'],
    ['price: {source: shap, mode: fixed}', 'p.yaml:9: no source named "shap"', 'Did you mean "shape"?'],
  ])('%s', (body, message, hint) => {
    expect(refusal(() => read(body)).slice(1)).toEqual([message, hint]);
  });

  const without = (line: number, instead = '') =>
    header
      .split('\n')
      .map((text, i) => (i === line - 1 ? instead : text))
      .join('\n');
  it.each([
    [without(1, 'schema: policy/2'), 'p.yaml:1: schema is not policy/1'],
    [without(2), 'p.yaml:1: id is missing'],
    [without(2, 'id: 7'), 'p.yaml:2: id is not a text'],
    [without(6), 'p.yaml:1: effective.from is missing'],
    [without(6, 'effective: {from: "2025"}'), 'p.yaml:6: effective.from "2025" is not a date'],
    [without(7), 'p.yaml:1: sources are missing'],
    [without(7, 'sources: {shape: {type: rumour, title: x}}'), 'p.yaml:7: source "shape" has an unknown type'],
    [without(7, 'sources: {shape: {type: assumption}}'), 'p.yaml:7: sources.shape.title is missing'],
    [without(6, 'effective: {from: 2025-02-30}'), 'p.yaml:6: effective.from "2025-02-30" is not a date'],
    [
      without(7, 'sources: {shape: {type: assumption, title: x, dated: 2025-01-01}}'),
      'p.yaml:7: "dated" is not part of the source "shape"',
    ],
    [without(7, 'sources: {shape: a notice}'), 'p.yaml:7: sources.shape.type is missing'],
    // YAML takes 1 and "1" for two keys
    [`${header}hospital: {levels: {1: primary, "1": secondary}}`, 'p.yaml:9: not valid YAML: Map keys must be unique'],
    [without(3, 'id: again'), 'p.yaml:3: not valid YAML: Map keys must be unique'],
    ['schema: [', 'p.yaml:1: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ['', 'p.yaml:1: the file is empty'],
    ['- a', 'p.yaml:1: a policy is a map of names'],
    ['[: ', undefined],
    ['['.repeat(20_000), undefined],
  ])('%#', (text, message) => {
    const [code, said] = refusal(() => readPolicy(text, 'p.yaml'));
    expect(code).toBe('POLICY_INVALID');
    if (message) expect(said).toBe(message);
  });
});

describe('the shipped policies', () => {
  const folder = 'data/policies';
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'));
  const read = (name: string) => readPolicy(readFileSync(`${folder}/${name}`, 'utf8'), name);

  it('are those of the regions that are known', () => {
    expect(files.filter(name => !name.startsWith('sample-')).length).toBe(43);
    for (const old of ['jinhua', 'nanchang', 'wuhan-2024']) expect(files).toContain(`${old}-illustrative.yaml`);
  });

  it.each(files)('%s reads, says everything its method needs, and says in its title that it is illustrative', name => {
    const file = read(name);
    expect([`${file.id}.yaml`, /示例.*illustrative/.test(file.title)]).toEqual([name, true]);
    expect(policyFrom(file, file.leaves).method).toBe(file.leaves.get('payment_method')?.value);
  });

  it("have no official number but those that were read in the region's own text", () => {
    const official = files.flatMap(name => {
      const { leaves } = read(name);
      return [...leaves].flatMap(([path, { source, items }]) =>
        [source, ...(items ?? []).map(item => item.source)].some(one => one?.type === 'official') ? [`${name} ${path}`] : [],
      );
    });
    expect(official).toEqual(['qingyang-2025-illustrative.yaml fund_share.patient', 'qingyang-2025-illustrative.yaml stay_rules']);
  });
});
