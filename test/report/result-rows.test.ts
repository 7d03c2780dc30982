import { describe, expect, it } from 'vitest';
import type { Group } from '../../grouper/result.ts';
import { Decimal, toFen } from '../../src/money.ts';
import { bandIndex, type Settlement, unpricedReasons } from '../../src/payment/settlement.ts';
import { csvLine, textCell } from '../../src/report/csv-cell.ts';
import { groupCsv } from '../../src/report/group-csv.ts';
import { settleCsv } from '../../src/report/settle-csv.ts';

const groups: readonly Group[] = [
  { mdc: '0000', adrg: '00', drg: '0000', name: '未入组', status: 'ungrouped' },
  { mdc: 'MDCI', adrg: 'IC2', drg: 'IC29', name: '髋、肩、膝, 置换术', status: 'grouped' },
  { mdc: 'MDCB', adrg: 'QY', drg: 'BQY', name: '歧义组', status: 'ambiguous' },
];
const columns = {
  count: 3,
  group: Uint16Array.of(1, 0, 2),
  row: Uint16Array.of(4, 0xffff, 9),
  severity: Uint8Array.of(2, 0, 1),
  decider: Uint8Array.of(1, 0xff, 1),
};
const ids = ['ZY-001', '=1+1', 'a"b,c'];
const idOf = (row: number) => ids[row]!;

describe('group output', () => {
  it('is one row a stay, with ids and names that cannot run or break the file', () => {
    const csv = [...groupCsv({ catalogue: 'chs-drg-2.0', groups, columns, idOf }, { bom: true })].join('');
    expect(csv).toBe(
      '\uFEFFid,mdc,adrg,drg,name,severity,status,reason,catalogue\r\n' +
        'ZY-001,MDCI,IC2,IC29,"髋、肩、膝, 置换术",mcc,grouped,,chs-drg-2.0\r\n' +
        '"\'=1+1",0000,00,0000,未入组,none,ungrouped,no_rule_matched,chs-drg-2.0\r\n' +
        '"a""b,c",MDCB,QY,BQY,歧义组,cc,ambiguous,procedure_unrelated,chs-drg-2.0\r\n',
    );
  });

  it('without rows is the header', () => {
    const none = { count: 0, group: new Uint16Array(), row: new Uint16Array(), severity: new Uint8Array(), decider: new Uint8Array() };
    expect([...groupCsv({ catalogue: 'x', groups, columns: none, idOf }, { bom: false })]).toEqual([
      'id,mdc,adrg,drg,name,severity,status,reason,catalogue\r\n',
    ]);
  });

  it('comes in pieces that lose no row', () => {
    const count = 20_001;
    const many = {
      count,
      group: new Uint16Array(count),
      row: new Uint16Array(count),
      severity: new Uint8Array(count),
      decider: new Uint8Array(count),
    };
    const pieces = [...groupCsv({ catalogue: 'x', groups, columns: many, idOf: String }, { bom: false })];
    const lines = pieces.join('').split('\r\n');
    expect([pieces.length, lines.length, lines[1]?.split(',')[0], lines[20_001]?.split(',')[0], lines[20_002]]).toEqual([
      4,
      20_003,
      '0',
      '20000',
      '',
    ]);
  });
});

// rate 10 228 x weight 3.7362 = 38 213.8536, shown to the fen; 52 310.00 / 38 213.8536 = 1.36887...
const standardExact = new Decimal('10228').times('3.7362');
const settlement: Settlement = {
  count: 3,
  prices: [
    {
      group: 1,
      level: 'tertiary',
      insurance: 'employee',
      weight: new Decimal('3.7362'),
      coefficient: new Decimal(1),
      rate: new Decimal(10_228),
      perWeight: new Decimal(10_228),
      meanPerWeight: new Decimal(10_228),
      weightAt: 'weights.tsv:2',
      standardExact,
      standard: toFen(standardExact),
      benchmark: standardExact,
      lowTo: -1,
      highFrom: Number.POSITIVE_INFINITY,
    },
  ],
  price: Int32Array.of(0, -1, -1),
  band: Uint8Array.of(bandIndex.normal, bandIndex.unpriced, bandIndex.ratio),
  reason: Uint8Array.of(0, unpricedReasons.indexOf('no_weight'), 0),
  standard: Float64Array.of(3_821_385, 0, 0),
  payment: Float64Array.of(3_821_385, 100_000, 70_000),
  fund: Float64Array.of(2_909_345, 60_000, 50_000),
  patient: Float64Array.of(912_040, 40_000, Number.NaN),
  other: Float64Array.of(0, 0, 0),
  margin: Float64Array.of(-1_409_615, 0, -30_000),
};
const cost = Float64Array.of(5_231_000, 100_000, 100_000);
const ruleOf = (band: string, reason: string) => (reason === '' ? `rule ${band}` : reason);

describe('settle output', () => {
  it('has yuan to the fen, a ratio only with a price, and the rule behind the band', () => {
    const csv = [...settleCsv({ settlement, grouping: { groups, columns }, cost, idOf: String, ruleOf }, { bom: false })].join('');
    expect(csv).toBe(
      'id,drg,weight,standard,ratio,band,payment,fund,patient,other,margin,rule\r\n' +
        '0,IC29,3.7362,38213.85,1.3689,normal,38213.85,29093.45,9120.40,0.00,-14096.15,rule normal\r\n' +
        '1,0000,,,,unpriced,1000.00,600.00,400.00,0.00,0.00,no_weight\r\n' +
        '2,BQY,,,,ratio,700.00,500.00,,0.00,-300.00,rule ratio\r\n',
    );
  });

  it('names no group when the method has none', () => {
    const [, chunk] = settleCsv({ settlement, grouping: undefined, cost, idOf: String, ruleOf }, { bom: false });
    expect(chunk?.split('\r\n')[1]).toBe('1,,,,,unpriced,1000.00,600.00,400.00,0.00,0.00,no_weight');
  });
});

describe('a CSV cell', () => {
  it.each([
    ['骨科', '骨科'],
    ['A17.0+G01*', 'A17.0+G01*'],
    ['-12', '"\'-12"'],
    [' =cmd()', '"\' =cmd()"'],
    ['@x', '"\'@x"'],
    ['two\nlines', 'two lines'],
    ['', ''],
    ["o'clock", '"o\'clock"'],
    ['say "yes", no', '"say ""yes"", no"'],
  ])('%j is written %s', (text, cell) => {
    expect(textCell(text)).toBe(cell);
  });

  it('ends a line as spreadsheets expect', () => {
    expect(csvLine(['a', 'b'])).toBe('a,b\r\n');
  });
});
