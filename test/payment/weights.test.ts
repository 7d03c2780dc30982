import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/money.ts';
import { readWeights } from '../../src/payment/weights.ts';

const refused = (text: string): string => {
  try {
    readWeights(text, 'w.tsv');
  } catch (error) {
    return (error as Error).message;
  }
  return 'read';
};

describe('a weight table', () => {
  it('gives the weight and the line of a group; a blank is no price', () => {
    const table = readWeights('\uFEFFdrg\tname\tweight\r\nAA19\ta\t\r\nAB19\tb\t31.6291\r\n', 'data/weights/w.tsv');
    expect([table.id, table.listed, table.weighted]).toEqual(['w', 2, 1]);
    expect([table.weightOf('AB19')?.toFixed(), table.lineOf('AB19')]).toEqual(['31.6291', 3]);
    expect([table.weightOf('AA19'), table.lineOf('AA19'), table.weightOf('ZZ99'), table.lineOf('ZZ99')]).toEqual([
      undefined,
      2,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['drg\tname\nAA19\ta\n', 'w.tsv:1: the header has no drg or no weight column'],
    ['drg\tname\tweight\n', 'w.tsv:1: there is no group in the table'],
    ['drg\tname\tweight\nAA19\ta\t1\nAA19\ta\t2\n', 'w.tsv:3: AA19 is already on line 2'],
    ['drg\tname\tweight\nAA19\ta\t1,2\n', 'w.tsv:2: the weight "1,2" of AA19 is not a number'],
    ['drg\tname\tweight\nAA19\ta\t-1\n', 'w.tsv:2: the weight "-1" of AA19 is not a number'],
    ['drg\tname\tweight\nAA19\ta\t1e3\n', 'w.tsv:2: the weight "1e3" of AA19 is not a number'],
    ['drg\tname\tweight\nAA19\ta\t0.00\n', 'w.tsv:2: the weight of AA19 is 0'],
    ['drg\tname\tweight\nAA19\ta\t10000.01\n', 'w.tsv:2: the weight 10000.01 of AA19 is more than 10000'],
    ['drg\tpoint\nAA19\t10000000.01\n', 'w.tsv:2: the "point" 10000000.01 of AA19 is more than 10000000'],
    ['drg\tyuan\nAA19\t1000000000.01\n', 'w.tsv:2: the "yuan" 1000000000.01 of AA19 is more than 1000000000'],
    ['drg\tname\tweight\n\ta\t1\n', 'w.tsv:2: there is no group code'],
    ['', 'w.tsv:1: the header has no drg or no weight column'],
  ])('%j: %s', (text, message) => {
    expect(refused(text)).toBe(message);
  });

  it.each([
    ['weight', '10000'],
    ['point', '10000000'],
    ['yuan', '1000000000'],
  ])('%s up to %s', (column, most) => {
    expect(readWeights(`drg\t${column}\nAA19\t${most}\n`, 'w.tsv').numberOf('AA19', column)?.toFixed()).toBe(most);
  });

  it('takes 0 for the row of ungrouped stays, which no weight prices', () => {
    expect(readWeights('drg\tname\tweight\n0000\t\t0\nAA19\ta\t1\n', 'w.tsv').weighted).toBe(1);
  });
});

const rowsOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => line.split('\t'));
const total = (cells: readonly string[]) => cells.reduce((sum, cell) => sum.plus(cell), new Decimal(0)).toFixed();

describe('the tables that are shipped', () => {
  it('national reference 2.0: 634 groups and 20 ambiguous rows, 628 weights, Σ 1,360.7307', () => {
    const file = 'data/weights/reference-2.0.tsv';
    const rows = rowsOf(file);
    const table = readWeights(readFileSync(file, 'utf8'), file);
    expect([table.listed, table.weighted, rows.filter(([drg]) => drg!.endsWith('QY')).length]).toEqual([654, 628, 20]);
    expect(total(rows.flatMap(([, , weight]) => weight || []))).toBe('1360.7307');
  });

  // published with the weights: level three and two, employees and residents
  it.each([
    ['employee, level 3', 3, '9865', '10265223.05'],
    ['resident, level 3', 4, '9391', '9771992.87'],
    ['employee, level 2', 5, '9651', '10042541.07'],
    ['resident, level 2', 6, '8501', '8845885.57'],
  ])('Linyi 2022, %s: standard = weight × rate in all 610 rows', (_name, column, rate, sum) => {
    const rows = rowsOf('data/weights/linyi-2022.tsv').filter(([, , weight]) => weight !== '');
    expect(rows.length).toBe(610);
    expect(rows.filter(row => !new Decimal(row[2]!).times(rate).eq(row[column]!))).toEqual([]);
    expect(total(rows.map(row => row[column]!))).toBe(sum);
  });

  it('Linyi 2022: 629 rows, 610 with a weight, Σ 1,040.57 with 0000', () => {
    const file = 'data/weights/linyi-2022.tsv';
    const table = readWeights(readFileSync(file, 'utf8'), file);
    expect([table.listed, table.weighted]).toEqual([629, 610]);
    expect(total(rowsOf(file).flatMap(([, , weight]) => weight || []))).toBe('1040.57');
  });
});

it('a table that cannot be used is refused with its code', () => {
  expect(() => readWeights('drg\tname\n', 'w.tsv')).toThrowError(expect.objectContaining({ code: 'WEIGHTS_INVALID' }));
});
