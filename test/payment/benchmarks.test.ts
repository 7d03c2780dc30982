import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/money.ts';
import { readBenchmarks } from '../../src/payment/benchmarks.ts';
import { failure } from '../scenario/city.ts';

const header = 'drg\tmean_cost\tmean_days\tcases\n';

describe('a table of regional means', () => {
  it('has exact means under its stamp; what is blank or nothing measures nothing', () => {
    const text = `# 自测，不可用于结算 (self-tested, not for settlement)\n${header}A\t5000.10\t4.20\t3\nB\t\t10\t1\nC\t9000\t0.00\t2\nD\t\t\t\n`;
    expect(readBenchmarks(text, 'b.tsv')).toEqual({
      file: 'b.tsv',
      stamp: { selfTested: true, calibratedFrom: [] },
      means: new Map([
        ['A', { cost: new Decimal('5000.1'), days: new Decimal('4.2') }],
        ['B', { cost: undefined, days: new Decimal(10) }],
        ['C', { cost: new Decimal(9000), days: undefined }],
        ['D', { cost: undefined, days: undefined }],
      ]),
    });
  });

  it('may have costs only, or days only, in any order of columns', () => {
    expect(readBenchmarks('\uFEFFmean_days\tname\tdrg\r\n3.5\t甲\tA\r\n', 'b.tsv').means).toEqual(
      new Map([['A', { cost: undefined, days: new Decimal('3.5') }]]),
    );
  });

  it.each([
    ['no code', `${header}\t5\t5\t5\n`, 'b.tsv:2', 'there is no group code'],
    ['a group twice', `# note\n${header}A\t5\t5\t5\n\nA\t6\t5\t5\n`, 'b.tsv:5', 'A is already on line 3'],
    ['a cost that is no number', `${header}A\t5,000\t5\t5\n`, 'b.tsv:2', 'the mean_cost "5,000" is not a number'],
    ['days below nothing', `${header}A\t5\t-1\t5\n`, 'b.tsv:2', 'the mean_days "-1" is not a number'],
    ['more cells than columns', `${header}A\t5\t5\t5\t5\n`, 'b.tsv:2', 'this row has more cells than the header'],
    ['no mean at all', 'drg\tcases\nA\t1\n', 'b.tsv:1', 'the header has no drg, or neither mean_cost nor mean_days'],
    ['a misspelt column', 'drg\tmean_cost\tmean_day\nA\t1\t1\n', 'b.tsv:1', '"mean_day" is no column of this table'],
    ['a column twice', 'drg\tmean_cost\tmean_cost\nA\t1\t1\n', 'b.tsv:1', 'mean_cost is twice in the header'],
    ['no group', header, 'b.tsv:1', 'there is no group in the table'],
  ])('with %s is refused at its line', (_, text, at, en) => {
    const { code, ...found } = failure(() => readBenchmarks(text, 'b.tsv'))!;
    expect([code, found.at, found.en]).toEqual(['WEIGHTS_INVALID', at, en]);
  });
});
