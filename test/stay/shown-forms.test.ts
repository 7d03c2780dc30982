import { describe, expect, it } from 'vitest';
import { rejectCell } from '../../src/report/reject-cell.ts';
import { shownCode } from '../../src/stay/checks/shown-code.ts';
import { isAmount, isCode, isDate } from '../../src/stay/shown-forms.ts';

const moved = { holds: 'code', fit: 'moved', words: undefined } as const;

describe('what plainly is a code', () => {
  it.each(['I10.x00', 'A01.0+J17.0*', '39.6100x004', '54.5101', 'M8140/3', 'M80000/0', 'C22.101M81600/3', '310', 'C50.900x00101', '4019'])(
    '%s is shown',
    code => {
      expect([isCode(code), shownCode(code), rejectCell(code, moved)]).toEqual([true, code, code]);
    },
  );

  it.each([
    ['张三', 2],
    ['138123', 6],
    ['138.1234.5678', 13],
    ['138/1234/5678', 13],
    ['138*1234*5678', 13],
    ['1zhangsan', 9],
    ['3_zhang', 7],
    ['1ABCDEFGHIJKLMNOPQRSTU', 22],
  ])('%s is not: its letters are counted', (text, letters) => {
    const masked = `***(${letters})`;
    expect([isCode(text), shownCode(text), rejectCell(text, moved)]).toEqual([false, masked, masked]);
  });
});

describe('what plainly is an amount or a date', () => {
  it('has decimals, or signs between its parts', () => {
    expect(['12.5', '-1,234.50', '￥99999999.99', '123456789.00', '12'].map(isAmount)).toEqual([true, true, true, false, false]);
    expect(['2025-01-15', '2025/1/5 08:30', '2025年1月5日', '2025-01-15 13812345678', '20250115', '1234-56-78'].map(isDate)).toEqual([
      ...[true, true, true],
      ...[false, false, false],
    ]);
  });
});
