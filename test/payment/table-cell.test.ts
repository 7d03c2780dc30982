import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellText, tableCell } from '../../src/payment/table-cell.ts';

it('marks what a spreadsheet would run, and nothing else', () => {
  const texts = ['=1+1', '+SUM(A1)', '-cmd', '@x', ' =1', '测试, 置换术', '1.5', '-0.25', "'绝对'", ''];
  expect(texts.map(tableCell)).toEqual(["'=1+1", "'+SUM(A1)", "'-cmd", "'@x", "' =1", '测试, 置换术', '1.5', '-0.25', "'绝对'", '']);
});

it('reads back as it was written, whatever it begins with', () => {
  const text = fc.array(fc.constantFrom("'", '=', '+', '-', '@', ' ', '1', '.', 'A', '测'), { maxLength: 8 }).map(all => all.join(''));
  fc.assert(fc.property(text, name => cellText(tableCell(name)) === name));
});

it('is one cell of one line', () => {
  expect(tableCell('a\tb\r\nc')).toBe('a b c');
});
