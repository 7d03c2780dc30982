import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { fillMerges, type Merge } from '../../../src/files/formats/merges.ts';
import { endRow, newSheetText, putCell, sheetBytes } from '../../../src/files/formats/sheet-text.ts';

function written(rows: readonly (readonly string[])[], merges: readonly Merge[] = []): string | undefined {
  const text = newSheetText('a.xlsx');
  for (const row of rows) {
    row.forEach((cell, column) => {
      putCell(text, column, cell);
    });
    endRow(text);
  }
  const bytes = sheetBytes(fillMerges(text, merges));
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Rows and columns to the last one with text, each row as wide. */
function trimmed(rows: readonly (readonly string[])[]): string[][] {
  const height = rows.findLastIndex(row => row.some(cell => cell !== '')) + 1;
  const width = Math.max(0, ...rows.map(row => row.findLastIndex(cell => cell !== '') + 1));
  return rows.slice(0, height).map(row => Array.from({ length: width }, (_, i) => row[i] ?? ''));
}

const parsed = (text: string | undefined) =>
  text === undefined ? [] : Papa.parse<string[]>(text.slice(0, -1), { delimiter: ',', newline: '\n' }).data;

describe('cells as delimited text', () => {
  it('keep gaps and blank rows, lose blank margins, and are quoted where they must be', () => {
    const rows = [[], ['', 'a', ''], ['b,c', '', 'd"e', '', ''], [], ['f\ng', '\ufeffh'], ['', ''], []];
    // three columns; rows 1 and 4 are blank, 6 and 7 are margin
    expect(written(rows)).toBe(',,\n,a,\n"b,c",,"d""e"\n,,\n"f\ng","\ufeffh",\n');
  });

  it('without any text are no sheet', () => {
    expect([written([]), written([['', ''], []])]).toEqual([undefined, undefined]);
  });

  it('are read back the same', () => {
    const cell = fc.oneof(
      fc.constant(''),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('"', ',', '\r\n', '\n', '医保,"甲"'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), rows => {
        // text has no halves of letters
        const whole = rows.map(row => row.map(text => Buffer.from(text).toString()));
        expect(parsed(written(whole))).toEqual(trimmed(whole));
      }),
    );
  });
});

describe('merged cells', () => {
  it('show their value all over: two levels of a header, and a department over its rows', () => {
    const rows = [
      ['病案号', '费用', '', '科室'],
      ['', '西药', '床位', ''],
      ['1', '2', '3', '内科,东区'],
      ['4', '5', '6', ''],
    ];
    const merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 1, right: 3 },
      { top: 2, left: 3, bottom: 3, right: 3 },
    ];
    expect(written(rows, merges)).toBe('病案号,费用,费用,科室\n病案号,西药,床位,科室\n1,2,3,"内科,东区"\n4,5,6,"内科,东区"\n');
  });

  it('do not widen a sheet beyond its text: a title over all columns there are', () => {
    expect(written([['月报'], ['a', 'b']], [{ top: 0, left: 0, bottom: 0, right: 16_383 }])).toBe('月报,月报\na,b\n');
  });

  it('without a value leave the others alone', () => {
    expect(written([['', 'b'], ['c']], [{ top: 0, left: 0, bottom: 1, right: 0 }])).toBe(',b\nc,\n');
  });

  it('that overlap are damage', () => {
    const all = { top: 0, left: 0, bottom: 1, right: 1 };
    expect(() =>
      written(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        [all, { ...all }],
      ),
    ).toThrow(UserError);
  });

  it('are filled as a grid would be', () => {
    const grid = fc.array(fc.array(fc.constantFrom('', 'a', 'b,c', '"'), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    // one area in each third of the columns cannot overlap another
    const area = fc.record({ top: fc.nat(6), more: fc.nat(4) });
    fc.assert(
      fc.property(grid, area, area, (rows, first, second) => {
        const merges = [
          { top: first.top, left: 0, bottom: first.top + first.more, right: 1 },
          { top: second.top, left: 3, bottom: second.top + second.more, right: 4 },
        ];
        const expected = trimmed(rows);
        for (const { top, left, bottom, right } of merges) {
          const value = expected[top]?.[left] ?? '';
          if (value === '') continue;
          for (let row = top; row <= Math.min(bottom, expected.length - 1); row++) {
            for (let column = left; column <= Math.min(right, expected[0]!.length - 1); column++) expected[row]![column] = value;
          }
        }
        expect(parsed(written(rows, merges))).toEqual(expected);
      }),
    );
  });
});
