import { describe, expect, it } from 'vitest';
import { toFen } from '../../../src/money.ts';
import {
  cmiColumn,
  countColumn,
  differenceColumn,
  meanColumn,
  meanCostColumn,
  shareColumn,
  totalColumn,
} from '../../../src/ui/sheets/figure-columns.ts';

const named = { key: 'x', title: 'x', width: 10 };
const amounts = [toFen('12345.67'), toFen('-50'), 0, Number.NaN];
const of = (row: number) => amounts[row] ?? Number.NaN;
const rows = (...all: number[]) => Uint32Array.from(all);
const each = (column: { text(row: number, width: number): string; exact?(row: number): string }) =>
  amounts.map((_, row) => [column.text(row, 10), column.exact?.(row)]);

describe('columns of figures', () => {
  it('show totals in ten-thousands of yuan, half away from zero, and give files the fen', () => {
    // 12,345.67 yuan are 1.234567; 50 yuan are 0.005
    expect(each(totalColumn(named, of))).toEqual([
      ['1.23', '12345.67'],
      ['−0.01', '-50.00'],
      ['0.00', '0.00'],
      ['–', ''],
    ]);
    expect(each(differenceColumn(named, of))[0]).toEqual(['+1.23', '12345.67']);
  });

  it('know what a person types: 1.23 of ten-thousand yuan, 12 %, a mean in yuan', () => {
    const quotient = { of, by: () => 2 };
    expect([totalColumn(named, of).unit, shareColumn(named, quotient).unit, meanCostColumn(named, quotient).unit]).toEqual([
      1_000_000, 0.01, 100,
    ]);
  });

  it('tell a gain from a loss by a sign, and by a tone where it is one', () => {
    const toned = [differenceColumn(named, of), differenceColumn(named, of, { toned: false })];
    expect(toned.map(({ tone }) => amounts.map((_, row) => tone?.(row)))).toEqual([
      ['gain', 'loss', 'plain', 'plain'],
      [undefined, undefined, undefined, undefined],
    ]);
  });

  it('divide the sums of rows together, never their means', () => {
    // 100 yuan by one stay and 500 by three: 600 / 4 = 150, not (100 + 166.67) / 2
    const cost = [toFen('100'), toFen('500'), 0];
    const stays = [1, 3, 0];
    const quotient = { of: (row: number) => cost[row]!, by: (row: number) => stays[row]! };
    const mean = meanCostColumn(named, quotient);
    const days = meanColumn(named, { of: row => [3, 10, 0][row]!, by: quotient.by });
    expect([mean.text(1, 10), mean.exact?.(1), mean.text(2, 10), mean.exact?.(2)]).toEqual(['166.67', '166.67', '–', '']);
    expect([mean.together?.(rows(0, 1, 2)), mean.together?.(rows(2)), days.together?.(rows(0, 1))]).toEqual(['150.00', '', '3.3']);
    // 10 of 100 and 90 of 300: 100 of 400, not (10 % + 30 %) / 2
    const share = shareColumn(named, { of: row => [10, 90][row]!, by: row => [100, 300][row]! }, { toned: true });
    expect([share.text(1, 10), share.exact?.(1), share.together?.(rows(0, 1))]).toEqual(['+30.0%', '0.300000', '+25.0%']);
  });

  it('make a CMI from exact sums of weights', () => {
    // 0.1 x 1 + 0.2 x 1: sums of doubles would be 0.30000000000000004; (0.1 + 0.2) / 2 = 0.15
    const weights = ['0.1', '0.2', ''];
    const cmi = cmiColumn(named, { weight: row => weights[row]!, priced: row => (row < 2 ? 1 : 0) });
    expect([cmi.text(0, 10), cmi.text(2, 10), cmi.exact?.(2), cmi.together?.(rows(0, 1, 2)), cmi.together?.(rows(2))]).toEqual([
      '0.1000',
      '–',
      '',
      '0.1500',
      '',
    ]);
  });

  it('count plainly, and say what is unknown', () => {
    const column = countColumn(named, row => [12_345, Number.NaN][row]!);
    expect([column.text(0, 10), column.exact?.(0), column.text(1, 10), column.exact?.(1)]).toEqual(['12,345', '12345', '–', '']);
  });
});
