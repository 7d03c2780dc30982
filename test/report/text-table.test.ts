import { describe, expect, it } from 'vitest';
import { cut, pad } from '../../src/report/cell-width.ts';
import { markdownTable } from '../../src/report/markdown-table.ts';
import { printable } from '../../src/report/printable.ts';
import { textTable } from '../../src/report/text-table.ts';

const table = {
  columns: [{ head: '科室', align: 'left', widest: 9 } as const, { head: 'stays', align: 'right' } as const],
  rows: [
    ['骨科', '7'],
    ['神经外科二病区', '12'],
  ],
  footer: [['合计', '19']],
};

describe('a table in plain text', () => {
  // 9 columns hold four Chinese characters and the mark: 神经外科… is 8 + 1
  it('counts a Chinese character as two columns and cuts with a mark', () => {
    expect(textTable(table)).toBe(
      ['科室       stays', '────────────────', '骨科           7', '神经外科…     12', '────────────────', '合计          19'].join('\n'),
    );
  });

  // 9 - 3 leaves six columns: three characters and three dots
  it('uses only ASCII marks when asked', () => {
    expect(textTable({ ...table, footer: [] }, { ascii: true })).toBe(
      ['科室       stays', '----------------', '骨科           7', '神经外...     12'].join('\n'),
    );
  });

  it('puts a head of two lines beside heads of one', () => {
    const columns = [table.columns[0]!, { head: '差额\nA', align: 'right' } as const];
    expect(textTable({ columns, rows: [['骨科', '7']], footer: [] })).toBe(
      ['      差额', '科室     A', '──────────', '骨科     7'].join('\n'),
    );
  });

  it('has a head and no rows when there are none', () => {
    expect(textTable({ columns: table.columns, rows: [], footer: [] })).toBe('科室  stays\n───────────');
  });
});

describe('text in columns', () => {
  it.each([
    ['骨科', 4, '骨科'],
    ['骨科一', 5, '骨科…'],
    ['骨科一', 4, '骨…'], // 骨科… would be five: the odd column stays empty
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
  ])('%s in %i columns is %s', (text, width, shown) => {
    expect(cut(text, width)).toBe(shown);
  });

  it('pads by columns, not by characters', () => {
    expect([pad('骨科', 6, 'left'), pad('骨科', 6, 'right'), pad('骨科', 3, 'left')]).toEqual(['骨科  ', '  骨科', '骨科']);
  });
});

describe('what may be shown', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['a\u0007b\u0000c\u009bd', 'abcd'],
    ['two\r\nlines\tand', 'two lines and'],
    ['\u202egnp.exe\u2066', 'gnp.exe'],
    ['骨科 −1', '骨科 −1'],
  ])('%j is shown as %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});

it('a Markdown table escapes what would become layout', () => {
  expect(markdownTable({ columns: table.columns, rows: [['a|b <i>*_`', '1']], footer: [['', '2']] })).toBe(
    ['| 科室 | stays |', '| --- | ---: |', '| a\\|b \\<i\\>\\*\\_\\` | 1 |', '|  | **2** |'].join('\n'),
  );
});
