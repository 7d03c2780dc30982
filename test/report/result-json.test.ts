import { describe, expect, it } from 'vitest';
import { groupJson, groupNdjson } from '../../src/report/group-json.ts';
import { settleJson, settleNdjson } from '../../src/report/settle-json.ts';
import { mistakes } from './conforms.ts';
import { groupRows, settleRows } from './sample-results.ts';

const text = (chunks: Iterable<string>) => [...chunks].join('');
const origin = { catalogue: 'chs-drg-2.0', policy: 'wuhan' };

const grouped = [
  { id: 'ZY-001', mdc: 'MDCI', adrg: 'IC2', drg: 'IC29', name: '髋、肩、膝, 置换术', severity: 'mcc', status: 'grouped', reason: '' },
  { id: '=1+1', mdc: '0000', adrg: '00', drg: '0000', name: '未入组', severity: 'none', status: 'ungrouped', reason: 'no_rule_matched' },
  { id: 'a"b,c', mdc: 'MDCB', adrg: 'QY', drg: 'BQY', name: '歧义组', severity: 'cc', status: 'ambiguous', reason: 'procedure_unrelated' },
].map(row => ({ ...row, catalogue: 'chs-drg-2.0' }));

const unpriced = { weight: null, standard: null, ratio: null, other: '0.00' };
const settled = [
  {
    ...{ id: '0', drg: 'IC29', weight: '3.7362', standard: '38213.85', ratio: '1.3689', band: 'normal', payment: '38213.85' },
    ...{ fund: '29093.45', patient: '9120.40', other: '0.00', margin: '-14096.15', rule: 'rule normal' },
  },
  {
    ...unpriced,
    id: '1',
    drg: '0000',
    band: 'unpriced',
    payment: '1000.00',
    fund: '600.00',
    patient: '400.00',
    margin: '0.00',
    rule: 'no_weight',
  },
  {
    ...unpriced,
    id: '2',
    drg: 'BQY',
    band: 'ratio',
    payment: '700.00',
    fund: '500.00',
    patient: null,
    margin: '-300.00',
    rule: 'rule ratio',
  },
];

describe('results as JSON', () => {
  it('group: one document or one row a line, both as the schema says', () => {
    const document = JSON.parse(text(groupJson(groupRows)));
    const lines = text(groupNdjson(groupRows))
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(document).toEqual({ schemaVersion: 1, catalogue: 'chs-drg-2.0', rows: grouped });
    expect(lines).toEqual(grouped);
    expect([mistakes(document, 'group'), ...lines.map(line => mistakes(line, 'group', 'row'))]).toEqual([[], [], [], []]);
  });

  it('settle: the same, with null for what is not known', () => {
    const document = JSON.parse(text(settleJson(settleRows, origin)));
    const lines = text(settleNdjson(settleRows))
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(document).toEqual({ schemaVersion: 1, ...origin, rows: settled });
    expect(lines).toEqual(settled);
    expect([mistakes(document, 'settle'), ...lines.map(line => mistakes(line, 'settle', 'row'))]).toEqual([[], [], [], []]);
  });

  it('the schemas refuse what is not so', () => {
    const [row] = settled;
    expect(mistakes({ ...row, fund: '1.2' }, 'settle', 'row')).not.toEqual([]);
    expect(mistakes({ ...row, surplus: '' }, 'settle', 'row')).not.toEqual([]);
    expect(mistakes({ schemaVersion: 1, rows: [] }, 'group')).not.toEqual([]);
  });

  it('without rows is still a document', () => {
    const none = { ...groupRows.columns, count: 0 };
    expect([text(groupJson({ ...groupRows, columns: none })), text(groupNdjson({ ...groupRows, columns: none }))]).toEqual([
      '{"schemaVersion":1,"catalogue":"chs-drg-2.0","rows":[\n]}\n',
      '',
    ]);
  });

  it('pieces of many rows join into one document', () => {
    const count = 20_001;
    const columns = { ...groupRows.columns, count, group: new Uint16Array(count), severity: new Uint8Array(count) };
    const { rows } = JSON.parse(text(groupJson({ ...groupRows, columns, idOf: String })));
    expect([rows.length, rows[10_000].id, rows[20_000].id]).toEqual([count, '10000', '20000']);
  });
});
