import { describe, expect, it } from 'vitest';
import { readStays } from '../../src/files/read-stays.ts';
import { caseRow, cases, fileOf, load, moneyOf, profiles } from './loading.ts';

/** Sums and refusals of a load of these files. */
const loaded = (...files: readonly ReturnType<typeof fileOf>[]) => {
  const { table, findings } = readStays(files, { profiles });
  return {
    stays: table.count,
    fen: moneyOf(table, 'total').reduce((sum, fen) => sum + (Number.isNaN(fen) ? 0 : fen), 0),
    refused: findings.list.map(({ file, row, rule }) => `${file} ${row} ${rule}`).sort(),
  };
};

describe('rows that are repeated as a whole, where the id is a patient and may repeat', () => {
  const own = fileOf('stay_id,sex,dx,total\nS1,1,I10.x00,1\nS2,1,I10.x00,2\nS3,1,I10.x00,3\n', 'a.csv');
  const row = (id: string, total: string) => `${id},1,60,,,骨科,,5,1,310,${total},I10.x00,`;
  const header = '病案号,性别,年龄,新生儿年龄天,新生儿出生体重,出院科室,医生,住院天数,离院方式,医保类型,总费用,诊断编码,手术操作编码';
  const patients = (name: string, ...rows: readonly string[]) => fileOf([header, ...rows, ''].join('\n'), name);

  it('are refused, whatever file was read before', () => {
    // rows 2 and 3 are two stays of one patient; 4 is 2 again, 5 is 3 again
    const twice = patients('b.csv', row('X1', '10'), row('X1', '20'), row('X1', '10'), row('X1', '20'));
    // 1 + 2 + 3 + 10 + 20 yuan
    const expected = { stays: 5, fen: 3_600, refused: ['b.csv 4 duplicate_same', 'b.csv 5 duplicate_same'] };
    expect([loaded(own, twice), loaded(twice, own)]).toEqual([expected, expected]);
  });

  it('are refused in the file where they come again', () => {
    const first = patients('b.csv', row('X1', '10'), row('X2', '20'));
    const second = patients('c.csv', row('X2', '20'), row('X1', '30'), row('X1', '10'));
    const expected = { stays: 6, fen: 6_600 };
    expect(loaded(own, first, second)).toEqual({ ...expected, refused: ['c.csv 2 duplicate_same', 'c.csv 4 duplicate_same'] });
    expect(loaded(second, own, first)).toEqual({ ...expected, refused: ['b.csv 2 duplicate_same', 'b.csv 3 duplicate_same'] });
  });

  it('and a number of a patient that looks like one of a stay is not one', () => {
    const other = patients('b.csv', row('S1', '10'), row('S3', '20'));
    const expected = { stays: 5, fen: 3_600, refused: [] };
    expect([loaded(own, other), loaded(other, own)]).toEqual([expected, expected]);
  });
});

describe('ids are compared by the number that they are', () => {
  const found = (...ids: readonly string[]) =>
    load(cases(...ids.map(id => caseRow({ id }))))
      .findings.list.filter(({ effect }) => effect === 'refused')
      .map(({ row, rule }) => `${row} ${rule}`);

  it('without what a spreadsheet puts around it, in full width as in half', () => {
    expect(found('0012', '"=""0012"""', "'0012", '００１２', ' 0012 ', '12')).toEqual([
      '3 duplicate_same',
      '4 duplicate_same',
      '5 duplicate_same',
      '6 duplicate_same',
    ]);
  });

  it('and not at all where there is none', () => {
    expect(found('-', '-', 'NULL', 'NULL', '\\N', '\\N', 'N1', 'N1')).toEqual(['9 duplicate_same']);
  });

  it('nor where a spreadsheet has cut it off', () => {
    expect(found('1.10E+17', '"=""1.10E+17"""', '1.10E+7', '1.10E-7')).toEqual(['2 id_scientific', '3 id_scientific', '4 id_scientific']);
  });
});

describe('a number that comes again', () => {
  const header = '结算流水号,就诊流水号,险种类型,性别,年龄,出院日期,出院科室,主要诊断编码,医疗费总额,统筹基金支付,个人现金支付,备注';
  const row = (id: string, total: string, { date = '2025-03-11', cash = '400.00', note = '' } = {}) =>
    `${id},V${id.replaceAll('"', '')},310,男,50,${date},骨科,I63.900,${total},700.00,${cash},${note}`;
  const named = (name: string, ...rows: readonly string[]) => fileOf([header, ...rows, ''].join('\n'), name);
  const told = (...files: readonly ReturnType<typeof fileOf>[]) => {
    const { table, findings } = readStays(files, { profiles });
    const again = findings.list.filter(({ rule }) => rule.startsWith('duplicate'));
    return [moneyOf(table, 'total'), again.map(({ file, row: at, rule, value, effect }) => [file, at, rule, value, effect])];
  };

  it('is the same settlement where every column that is read says the same', () => {
    const a = named('a.csv', row('Z1', '1100.00'), row('Z2', '"1,100.00"', { note: '"甲ab"' }));
    const b = named('b.csv', row('Z2', '1100', { date: '2025/3/11', note: '乙' }), row('Z1', '1100.0'));
    expect(told(a, b)).toEqual([
      [110_000, 110_000],
      [
        ['b.csv', 2, 'duplicate_same', 'Z***', 'refused'],
        ['b.csv', 3, 'duplicate_same', 'Z***', 'refused'],
      ],
    ]);
  });

  it('with other contents says where and in which columns, and the row read first counts', () => {
    const a = named('a.csv', row('Z1', '1100.00'), row('Z2', '1100.00'));
    const b = named('b.csv', row('Z2', '1200.00', { cash: '500.00' }), row('Z1', '1100.00'));
    const other = '医疗费总额 个人现金支付';
    // 1100 + 1100, or 1200 + 1100: the order of the files says which
    expect(told(a, b)).toEqual([
      [110_000, 110_000],
      [
        ['b.csv', 2, 'duplicate_id', `a.csv:3 ${other}`, 'refused'],
        ['b.csv', 3, 'duplicate_same', 'Z***', 'refused'],
      ],
    ]);
    expect(told(b, a)).toEqual([
      [120_000, 110_000],
      [
        ['a.csv', 2, 'duplicate_same', 'Z***', 'refused'],
        ['a.csv', 3, 'duplicate_id', `b.csv:2 ${other}`, 'refused'],
      ],
    ]);
  });

  it('within one file, whose first cell is quoted and one with doubled quotes', () => {
    const rows = [row('"Z1"', '1100.00', { note: '"a ""b"" c"' }), row('"Z1"', '1100.00'), row('Z1', '1100.01')];
    expect(told(named('a.csv', ...rows))).toEqual([
      [110_000],
      [
        ['a.csv', 3, 'duplicate_same', 'Z***', 'refused'],
        ['a.csv', 4, 'duplicate_id', 'a.csv:2 医疗费总额', 'refused'],
      ],
    ]);
  });
});
