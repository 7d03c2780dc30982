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
    const expected = { stays: 5, fen: 3_600, refused: ['b.csv 4 duplicate_id', 'b.csv 5 duplicate_id'] };
    expect([loaded(own, twice), loaded(twice, own)]).toEqual([expected, expected]);
  });

  it('are refused in the file where they come again', () => {
    const first = patients('b.csv', row('X1', '10'), row('X2', '20'));
    const second = patients('c.csv', row('X2', '20'), row('X1', '30'), row('X1', '10'));
    const expected = { stays: 6, fen: 6_600 };
    expect(loaded(own, first, second)).toEqual({ ...expected, refused: ['c.csv 2 duplicate_id', 'c.csv 4 duplicate_id'] });
    expect(loaded(second, own, first)).toEqual({ ...expected, refused: ['b.csv 2 duplicate_id', 'b.csv 3 duplicate_id'] });
  });

  it('and a number of a patient that looks like one of a stay is not one', () => {
    const other = patients('b.csv', row('S1', '10'), row('S3', '20'));
    const expected = { stays: 5, fen: 3_600, refused: [] };
    expect([loaded(own, other), loaded(other, own)]).toEqual([expected, expected]);
  });
});

describe('ids are compared by the number that they are', () => {
  const found = (...ids: readonly string[]) =>
    load(cases(...ids.map(id => caseRow({ id })))).findings.list.map(({ row, rule }) => `${row} ${rule}`);

  it('without what a spreadsheet puts around it, in full width as in half', () => {
    expect(found('0012', '"=""0012"""', "'0012", '００１２', ' 0012 ', '12')).toEqual([
      '3 duplicate_id',
      '4 duplicate_id',
      '5 duplicate_id',
      '6 duplicate_id',
    ]);
  });

  it('and not at all where there is none', () => {
    expect(found('-', '-', 'NULL', 'NULL', '\\N', '\\N', 'N1', 'N1')).toEqual(['9 duplicate_id']);
  });

  it('nor where a spreadsheet has cut it off', () => {
    expect(found('1.10E+17', '"=""1.10E+17"""', '1.10E+7', '1.10E-7')).toEqual(['2 id_scientific', '3 id_scientific', '4 id_scientific']);
  });
});
