import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberColumn, type Sheet, wordColumn } from '../../../src/ui/table/sheet.ts';
import { sortRows } from '../../../src/ui/table/sort.ts';
import { arranged, filterBy, moveColumn, moveTo, openTable, sortByColumn, topOf } from '../../../src/ui/table/table-view.ts';

/** A sheet whose row r has the number `numbers[r]` and the word `words[codes[r]]`. */
function sheetOf(numbers: readonly number[], codes: readonly number[], words: readonly string[]): Sheet {
  return {
    count: numbers.length,
    columns: [
      wordColumn({
        key: 'word',
        title: 'word',
        width: 8,
        words: { count: words.length, word: code => words[code] ?? '', codeOf: row => codes[row] ?? 0 },
      }),
      numberColumn({ key: 'number', title: 'number', width: 8, value: row => numbers[row] ?? Number.NaN, text: String }),
    ],
    idBegins: text => (text === 's3' ? [2, 2] : undefined),
  };
}

const small = sheetOf([30, 10, Number.NaN, 20, 10], [1, 2, 0, 1, 3], ['', '骨科', '心内科', 'ICU']);
const open = openTable(small);
const shown = (view: { readonly shown: Uint32Array }) => [...view.shown];

describe('sorting', () => {
  it('shows the largest number first, then turns; ties stay in order and missing numbers last', () => {
    const once = sortByColumn(moveColumn(open, 1, small), small);
    expect([shown(once), shown(sortByColumn(once, small))]).toEqual([
      [0, 3, 1, 4, 2],
      [1, 4, 3, 0, 2],
    ]);
  });
  it('shows words from the first, in reading order: ICU, 骨科 (gǔ), 心内科 (xīn), then the missing one', () => {
    expect(shown(sortByColumn(open, small)).slice(-1)).toEqual([2]);
    expect(shown(sortByColumn(open, small)).indexOf(0)).toBeLessThan(shown(sortByColumn(open, small)).indexOf(1));
  });
  it('is the order of any numbers, stable', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, -1, 2 ** 31, -(2 ** 31)))),
        fc.boolean(),
        (numbers, descending) => {
          const rows = Uint32Array.from(numbers.keys());
          const rank = (row: number) => (Number.isNaN(numbers[row]) ? 1 : 0);
          const wanted = [...rows].sort(
            (a, b) => rank(a) - rank(b) || (rank(a) ? 0 : compare(numbers[a]!, numbers[b]!) * (descending ? -1 : 1)) || a - b,
          );
          // An infinite number sorts where it belongs, except that the worst one meets the missing ones.
          fc.pre(!numbers.includes(descending ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY));
          expect([...sortRows(rows, row => numbers[row]!, descending)]).toEqual(wanted);
        },
      ),
    );
  });
});

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

describe('filtering', () => {
  it.each([
    ['骨', [0, 3]],
    ['!骨', [1, 2, 4]],
    ['！骨', [1, 2, 4]],
    ['科 心', [1]],
    ['icu', [4]],
    ['ＩＣＵ', [4]],
    ['s3', [2]],
    ['!s3', [0, 1, 3, 4]],
    ['', [0, 1, 2, 3, 4]],
    ['!', [0, 1, 2, 3, 4]],
    ['没有', []],
    ['!没有', [0, 1, 2, 3, 4]],
  ])('%s keeps %j', (text, rows) => {
    expect(shown(filterBy(open, small, text))).toEqual(rows);
  });
  it('keeps the order and the row under the cursor', () => {
    const sorted = sortByColumn(moveColumn(open, 1, small), small); // 0 3 1 4 2
    const onThird = moveTo(sorted, 1, 10); // row 3
    const filtered = filterBy(onThird, small, '骨');
    expect([shown(filtered), filtered.shown[filtered.cursor]]).toEqual([[0, 3], 3]);
    expect(filterBy(filtered, small, '').cursor).toBe(1);
  });
  it('goes to the first row when the row under the cursor is gone', () => {
    expect(filterBy(moveTo(open, 4, 3), small, '骨')).toMatchObject({ cursor: 0, top: 0 });
  });
});

describe('arranging anew', () => {
  it('sorts and filters by the changed figures', () => {
    const view = filterBy(sortByColumn(moveColumn(open, 1, small), small), small, '骨');
    const other = sheetOf([1, 10, 3, 20, 10], [1, 2, 0, 1, 3], ['', '骨科', '心内科', 'ICU']);
    expect(shown(arranged(view, other))).toEqual([3, 0]);
  });
});

describe('moving', () => {
  const tall = openTable(sheetOf(Array<number>(100).fill(0), [], ['']));
  it('moves the window as little as possible', () => {
    let view = tall;
    const steps = [5, 9, 10, 50, 45, 41, 40, 1_000, 0, -5].map(to => {
      view = moveTo(view, to, 10);
      return { cursor: view.cursor, top: view.top };
    });
    expect(steps).toEqual([
      { cursor: 5, top: 0 },
      { cursor: 9, top: 0 },
      { cursor: 10, top: 1 },
      { cursor: 50, top: 41 },
      { cursor: 45, top: 41 },
      { cursor: 41, top: 41 },
      { cursor: 40, top: 40 },
      { cursor: 99, top: 90 },
      { cursor: 0, top: 0 },
      { cursor: 0, top: 0 },
    ]);
  });
  it('keeps the cursor in sight when the screen grows or shrinks', () => {
    const last = moveTo(tall, 99, 10);
    expect([topOf(last, 5), topOf(last, 30), topOf(last, 200), topOf(last, 0)]).toEqual([95, 70, 0, 99]);
  });
  it('does not leave an empty table', () => {
    const none = filterBy(open, small, '没有');
    expect([moveTo(none, 3, 5), moveColumn(none, 9, small).column, moveColumn(none, -9, small).column]).toMatchObject([
      { cursor: 0, top: 0 },
      1,
      0,
    ]);
  });
});
