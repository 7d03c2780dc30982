import { describe, expect, it } from 'vitest';
import { Decimal, toFen } from '../../src/money.ts';
import { bandIndex } from '../../src/payment/settlement.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { csvLine, textCell } from '../../src/report/csv-cell.ts';
import { groupCsv } from '../../src/report/group-csv.ts';
import { settleCsv } from '../../src/report/settle-csv.ts';
import { groupRows, settleRows } from './sample-results.ts';

describe('group output', () => {
  it('is one row a stay, with ids and names that cannot run or break the file', () => {
    const csv = [...groupCsv(groupRows, { bom: true })].join('');
    expect(csv).toBe(
      '\uFEFFid,mdc,adrg,drg,name,severity,status,reason,catalogue\r\n' +
        'ZY-001,MDCI,IC2,IC29,"髋、肩、膝, 置换术",mcc,grouped,,chs-drg-2.0\r\n' +
        '"\'=1+1",0000,00,0000,未入组,none,ungrouped,no_rule_matched,chs-drg-2.0\r\n' +
        '"a""b,c",MDCB,QY,BQY,歧义组,cc,ambiguous,procedure_unrelated,chs-drg-2.0\r\n',
    );
  });

  it('without rows is the header', () => {
    const none = { count: 0, group: new Uint16Array(), row: new Uint16Array(), severity: new Uint8Array(), decider: new Uint8Array() };
    expect([...groupCsv({ ...groupRows, columns: none }, { bom: false })]).toEqual([
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
    const pieces = [...groupCsv({ ...groupRows, columns: many, idOf: String }, { bom: false })];
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

describe('settle output', () => {
  it('has yuan to the fen, a ratio only with a price, and the rule behind the band', () => {
    const csv = [...settleCsv(settleRows, { bom: false })].join('');
    expect(csv).toBe(
      'id,drg,weight,standard,ratio,band,payment,fund,patient,other,margin,rule\r\n' +
        '0,IC29,3.7362,38213.85,1.3689,normal,38213.85,29093.45,9120.40,0.00,-14096.15,rule normal\r\n' +
        '1,0000,,,,unpriced,1000.00,600.00,400.00,0.00,0.00,no_weight\r\n' +
        '2,BQY,,,,ratio,700.00,500.00,,0.00,-300.00,rule ratio\r\n',
    );
  });

  it('a high stay beyond the share of high cases names that rule, a normal stay of the same price its own', () => {
    const { settlement } = settleRows;
    // high from 50 000.00 on: the second stay costs that, the first a fen less; all is in the bill that counts after 1.00 paid apart
    const price = { ...settlement.prices[0]!, highFrom: 5_000_000 };
    const policy = { high: { maxCaseShare: {} } } as unknown as Policy;
    const two = {
      ...settlement,
      ...{ count: 2, policies: [policy], prices: [price], price: Int32Array.of(0, 0), exempt: Float64Array.of(100, 100) },
      ...{ band: new Uint8Array(2).fill(bandIndex.normal), reason: new Uint8Array(2) },
    };
    const rows = {
      ...settleRows,
      settlement: two,
      cost: Float64Array.of(5_000_099, 5_000_100),
      ruleOf: ({ fallsBack }: { readonly fallsBack: boolean }) => (fallsBack ? 'share' : 'rate'),
    };
    const rules = (of: typeof rows) =>
      [...settleCsv(of, { bom: false })]
        .join('')
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map(line => line.split(',').at(-1));
    expect(rules(rows)).toEqual(['rate', 'share']);
    expect(rules({ ...rows, settlement: { ...two, policies: [{} as Policy] } })).toEqual(['rate', 'rate']);
  });

  it('a stay of an unstable group, paid its cost, has a ratio and no standard', () => {
    const { settlement } = settleRows;
    const [price] = settlement.prices;
    const prices = [{ ...price!, atCost: true, standard: toFen(0), standardExact: new Decimal(0) }];
    const standard = Float64Array.of(0, 0, 0);
    const [, line] = [...settleCsv({ ...settleRows, settlement: { ...settlement, prices, standard } }, { bom: false })]
      .join('')
      .split('\r\n');
    expect(line?.split(',').slice(2, 5)).toEqual(['3.7362', '', '1.3689']);
  });

  it('has room for ids as long as they come', () => {
    const id = '病案'.repeat(400_000); // 2.4 million bytes
    const [, chunk] = settleCsv({ ...settleRows, idOf: () => id }, { bom: false });
    expect(chunk?.split('\r\n').map(line => line.split(',')[0])).toEqual([id, id, id, '']);
  });

  it('names no group when the method has none', () => {
    const [, chunk] = settleCsv({ ...settleRows, groupings: [undefined] }, { bom: false });
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
