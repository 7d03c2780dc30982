import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterRows } from '../../../src/ui/table/filter.ts';
import { marking, noneMarked } from '../../../src/ui/table/marked.ts';
import { numberColumn, type Sheet, wordColumn } from '../../../src/ui/table/sheet.ts';
import type { Filter } from '../../../src/ui/table/spec.ts';
import { arrangedAtOnce, moveTo, openTable } from '../../../src/ui/table/table-view.ts';
import { cellFilter } from '../../../src/ui/table/this-cell.ts';
import { typedNumber } from '../../../src/ui/table/typed-number.ts';
import { readFilter, writtenFilter } from '../../../src/ui/table/written-filter.ts';
import { columns, dictionary, kept, small, spec } from './small-sheet.ts';

const all = [0, 1, 2, 3, 4, 5];

describe('the rows a filter keeps', () => {
  it.each([
    // plain text: every word in some word column, or at the beginning of the id
    ['骨', [0, 3]],
    ['科 心', [1, 5]],
    ['骨 d003', [3]],
    ['icu', [4]],
    ['ＩＣＵ', [4]],
    ['s3', [2]],
    ['3', [3, 4]], // D003; an id is found by how it begins, so s3 is not
    ['没有', []],
    ['', all],
    ['!', all],
    // the inverse: a missing word is the empty text
    ['!骨', [1, 2, 4, 5]],
    ['!s3', [0, 1, 3, 4, 5]],
    ['!没有', all],
    // one column
    ['department:科', [0, 1, 3, 5]],
    ['department:D001', []],
    ['!department:科', [2, 4]],
    ['id:s2', [1]],
    ['days:1', [0, 5]], // the text that is shown: 12 and 1
    // exactly
    ['department=心内科', [1]],
    ['department=icu', [4]], // nothing is exactly so: case and width do not matter then
    ['!department=心内科', [0, 2, 3, 4, 5]],
    ['department=', [2]],
    ['!department=', [0, 1, 3, 4, 5]],
    ['id=s4', [3]],
    // numbers, both sides of each bound; row 2 is missing and in none of them
    ['total>50000', [0]],
    ['total>49999.99', [0, 1]],
    ['total>=50000', [0, 1]],
    ['total>=50000.01', [0]],
    ['total<1000', [5]],
    ['total<1000.01', [3, 5]],
    ['total<=1000', [3, 5]],
    ['total<=999.98', []],
    ['!total>50000', [1, 3, 4, 5]],
    ['!total<=1000', [0, 1, 4]],
    ['total=1000..2000', [3, 4]],
    ['total=1000.01..1999.99', []],
    ['total=2000..1000', [3, 4]],
    ['!total=1000..2000', [0, 1, 5]],
    ['total=50000', [1]],
    ['total=50,000.00', [1]],
    ['total=50000.01', []],
    ['!total=50000', [0, 3, 4, 5]],
    ['total=', [2]],
    ['!total=', [0, 1, 3, 4, 5]],
    // as people write them
    ['总费用>5万', [0]],
    ['Cost>=5万元', [0, 1]],
    ['total>５００００', [0]],
    ['total<0.1万', [5]],
    ['total<0.0001亿', [3, 4, 5]],
    // shown in ten-thousands: 5.2310, 5, 0.1, 0.2, 0.099999
    ['wan>5', [0]],
    ['wan>=5', [0, 1]],
    ['wan>5万', [0]],
    ['wan>50000元', [0]],
    ['wan=0.10', [3, 5]], // both are shown as 0.10
    ['wan=999.99元', [5]], // yuan are exact
    // percent: 12.5, 8, 12.5, -3, 0
    ['share>8', [0, 3]],
    ['share>=8%', [0, 2, 3]],
    ['share<0', [4]],
    ['share=-3', [4]],
    ['share=−3.0%', [4]],
    ['share=12.5', [0, 3]],
    ['days=12', [0]],
    ['days=1..6', [1, 2, 5]],
  ])('%s keeps %j', (text, rows) => {
    expect(kept([text])).toEqual(rows);
  });

  it('several filters hold together, in the order of the rows', () => {
    expect(kept(['科', 'total>=1000', '!doctor=D002'])).toEqual([0, 3]);
  });

  it('of a column that another scenario does not have find it missing in every row', () => {
    const keeps = (filter: Omit<Filter, 'column'>) => [
      ...arrangedAtOnce(openTable(small), spec({ filters: [{ ...filter, column: 'gone' }] })).shown,
    ];
    expect([
      keeps({ is: '>', text: '1', inverse: false }),
      keeps({ is: '>', text: '1', inverse: true }),
      keeps({ is: 'has', text: 'a', inverse: false }),
      keeps({ is: 'has', text: 'a', inverse: true }),
      keeps({ is: 'is', text: '', inverse: false }),
      keeps({ is: 'is', text: '', inverse: true }),
    ]).toEqual([[], [], [], all, all, []]);
  });

  it('marked rows', () => {
    const marked = marking(noneMarked, [1, 4], { on: true, count: 6 });
    const view = { ...openTable(small), marked };
    expect([kept(['marked'], view), kept(['!marked'], view), kept(['marked', '科'], view)]).toEqual([[1, 4], [0, 2, 3, 5], [1]]);
  });

  it('keeps the row under the cursor, and goes to the first row when it is gone', () => {
    const onFourth = moveTo(openTable(small), 3, 10);
    const filters = (text: string) => spec({ filters: [readFilter(text, small)] });
    expect([arrangedAtOnce(onFourth, filters('骨')), arrangedAtOnce(onFourth, filters('心'))]).toMatchObject([
      { cursor: 1, top: 0 },
      { cursor: 0, top: 0 },
    ]);
  });
});

describe('the filter of a cell', () => {
  const written = (key: string, row: number) => {
    const filter = cellFilter(columns.find(one => one.key === key)!, row, false);
    return filter && writtenFilter(filter);
  };
  it.each([
    ['department', 0, 'department=骨科', [0, 3]],
    ['department', 2, 'department=', [2]],
    ['id', 3, 'id=s4', [3]],
    ['total', 0, 'total=52310.00', [0]],
    ['total', 5, 'total=999.99', [5]],
    ['total', 2, 'total=', [2]],
    ['wan', 5, 'wan=999.99元', [5]],
    ['share', 4, 'share=-3.0%', [4]],
    ['share', 0, 'share=12.5%', [0, 3]],
    ['days', 4, 'days=9', [4]],
  ])('%s of row %i is %s', (key, row, text, rows) => {
    expect([written(key, row), kept([text])]).toEqual([text, rows]);
  });

  it('is none where a cell is only drawn', () => {
    expect(cellFilter({ ...columns[1]!, drawn: true }, 0, false)).toBeUndefined();
  });

  it('finds what is shown of a quotient: 1.3689 stands as 1.37', () => {
    const ratios = [1.3689, 1.3651, 1.375, 1.365, 1.37, Number.NaN];
    const sheet: Sheet = {
      ...small,
      columns: [
        numberColumn({
          key: 'ratio',
          title: '倍率',
          width: 6,
          value: row => ratios[row]!,
          text: row => ['1.37', '1.37', '1.38', '1.37', '1.37', '–'][row]!,
        }),
      ],
    };
    const view = openTable(sheet);
    expect([kept(['ratio=1.37'], view), kept(['ratio=1.370'], view), kept(['!ratio=1.37'], view)]).toEqual([
      [0, 1, 3, 4],
      [0, 1, 3, 4],
      [2],
    ]);
  });

  it('is the cell that differs in nothing, when others differ in case only', () => {
    const sheet: Sheet = {
      ...small,
      columns: [wordColumn({ key: 'code', title: '编码', width: 4, words: dictionary(['x1', 'X1', 'x1', 'X1', 'y', 'Ｘ1']) })],
    };
    const view = openTable(sheet);
    expect([kept(['code=x1'], view), kept(['code=X1'], view), kept(['code=Y'], view)]).toEqual([[0, 2], [1, 3], [4]]);
  });
});

describe('a number as it is typed', () => {
  it.each([
    ['5万', 100, 5_000_000],
    ['5 万元', 100, 5_000_000],
    ['50,000', 100, 5_000_000],
    ['50000元', 100, 5_000_000],
    ['1.1亿', 100, 11_000_000_000],
    ['0.07', 100, 7], // 0.07 × 100 is 7.000000000000001 in floating point
    ['-3', 100, -300],
    ['−3', 100, -300],
    ['+3', 100, 300],
    ['.5', 100, 50],
    ['5', 1_000_000, 5_000_000],
    ['5万', 1_000_000, 5_000_000],
    ['50000元', 1_000_000, 5_000_000],
    ['12.5%', 0.01, 0.125],
    ['12.5', 0.01, 0.125],
    ['3万', 1, 30_000],
    ['-0', 1, 0],
  ])('%s in units of %d is %d', (text, unit, value) => {
    expect(typedNumber(text, { unit })).toBe(value);
  });
  it.each(['', 'abc', '1.2.3', '5%', '1e5', '5万万', '元', '--1', '1-2'])('%j is none', text => {
    expect(typedNumber(text, { unit: 100 })).toBeUndefined();
  });
});

describe('filtering in slices', () => {
  it('gives what filtering in one go gives, for any rows and filters', () => {
    const count = 200;
    const sheet: Sheet = {
      ...small,
      count,
      columns: [
        wordColumn({
          key: 'word',
          title: 'word',
          width: 4,
          words: { count: 7, word: code => ['', 'a', 'b', 'ab', 'A', 'bb', 'c'][code]!, codeOf: row => (row * 5) % 7 },
        }),
        numberColumn({
          key: 'n',
          title: 'n',
          width: 4,
          value: row => (row % 11 === 0 ? Number.NaN : row % 13),
          text: row => String(row % 13),
        }),
      ],
    };
    const texts = fc.array(fc.constantFrom('a', '!a', 'a b', 'word=a', 'word:b', 'n>5', '!n>5', 'n=3..7', 'n=', 'n=4', '!n=4', 'marked'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(texts, fc.array(fc.nat(count - 1)), (written, rows) => {
        const filters = written.map(text => readFilter(text, sheet));
        const marked = marking(noneMarked, [3, 5, 8, 120], { on: true, count });
        const work = filterRows(Uint32Array.from(rows), { sheet, filters, marked });
        let step = work.next();
        while (!step.done) {
          expect(step.value).toBeGreaterThanOrEqual(0);
          expect(step.value).toBeLessThanOrEqual(1);
          step = work.next();
        }
        expect([...step.value]).toEqual(rows.filter(row => written.every(text => agrees(row, text))));
      }),
    );
  });
});

/** The definitions again, one row at a time. */
function agrees(row: number, text: string): boolean {
  const word = ['', 'a', 'b', 'ab', 'A', 'bb', 'c'][(row * 5) % 7]!;
  const n = row % 11 === 0 ? undefined : row % 13;
  switch (text) {
    case 'a':
      return /a/i.test(word);
    case '!a':
      return !/a/i.test(word);
    case 'a b':
      return word === 'ab';
    case 'word=a':
      return word === 'a';
    case 'word:b':
      return word.includes('b');
    case 'n>5':
      return n !== undefined && n > 5;
    case '!n>5':
      return n !== undefined && n <= 5;
    case 'n=3..7':
      return n !== undefined && n >= 3 && n <= 7;
    case 'n=':
      return n === undefined;
    case 'n=4':
      return n === 4;
    case '!n=4':
      return n !== undefined && n !== 4;
    default:
      return [3, 5, 8, 120].includes(row);
  }
}
