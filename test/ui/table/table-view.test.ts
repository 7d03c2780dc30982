import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marking, noneMarked, rowsMarked } from '../../../src/ui/table/marked.ts';
import type { Sheet } from '../../../src/ui/table/sheet.ts';
import {
  arranged,
  arrangedAtOnce,
  asking,
  carriedOver,
  columnsOf,
  currentColumn,
  going,
  isArranging,
  moveColumn,
  moveTo,
  openTable,
  type TableView,
  topOf,
  withoutRows,
} from '../../../src/ui/table/table-view.ts';
import { readFilter } from '../../../src/ui/table/written-filter.ts';
import { atOnce } from '../../../src/ui/work.ts';
import { columns, small, spec } from './small-sheet.ts';

const open = openTable(small);
const shown = ({ shown: rows }: Pick<TableView, 'shown'>) => [...rows];
const keys = (view: TableView) => columnsOf(view).map(({ key }) => key);
const byTotal = spec({ sorts: [{ key: 'total', descending: true }] }); // 0 1 4 3 5 2
const bones = [readFilter('科', small)]; // 0 1 3 5

describe('arranging', () => {
  it('a new order begins at its first row', () => {
    expect(arrangedAtOnce(moveTo(open, 3, 2), byTotal)).toMatchObject({ cursor: 0, top: 0 });
  });

  it('a filter keeps the order and the row under the cursor; without it the rows are back in their order', () => {
    const onFive = moveTo(arrangedAtOnce(open, byTotal), 4, 10); // row 5
    const filtered = arrangedAtOnce(onFive, { ...byTotal, filters: bones });
    const back = arrangedAtOnce(filtered, byTotal);
    expect([shown(filtered), filtered.shown[filtered.cursor], shown(back), back.shown[back.cursor]]).toEqual([
      [0, 1, 3, 5],
      5,
      [0, 1, 4, 3, 5, 2],
      5,
    ]);
  });

  it('hiding and widening leave the rows alone', () => {
    const view = arrangedAtOnce(moveTo(open, 3, 2), byTotal);
    const wide = arrangedAtOnce(moveTo(view, 2, 10), { ...byTotal, hidden: ['days'], widths: { total: 20 } });
    expect([wide.shown, wide.ordered, wide.cursor]).toEqual([view.shown, view.ordered, 2]);
  });

  it('is told before its rows are there', () => {
    const asked = asking(open, byTotal);
    expect([isArranging(asked), shown(asked), isArranging(atOnce(arranged(asked)))]).toEqual([true, [0, 1, 2, 3, 4, 5], false]);
  });

  it('in slices is the same as at once, whatever was arranged before', () => {
    const specs = fc.record({
      sorts: fc.array(fc.record({ key: fc.constantFrom('total', 'share', 'department'), descending: fc.boolean() }), { maxLength: 2 }),
      filters: fc.subarray(['科', '!D001', 'total>1000', 'share=12.5'].map(text => readFilter(text, small))),
    });
    fc.assert(
      fc.property(specs, specs, (first, second) => {
        const view = arrangedAtOnce(open, spec(first));
        const again = arrangedAtOnce(open, spec(second));
        expect(shown(arrangedAtOnce(view, spec(second)))).toEqual(shown(again));
      }),
    );
  });
});

describe('carried over to another sheet', () => {
  const withKeys = (ids: readonly string[], from: Sheet = small): Sheet => {
    const rows = ids.map(id => from.rowOf(id)!);
    return {
      ...from,
      count: ids.length,
      columns: from.columns.map(({ values: _, ...column }) => ({
        ...column,
        text: (row: number, width: number) => column.text(rows[row]!, width),
        value: (row: number) => column.value(rows[row]!),
        ...(column.words ? { words: { ...column.words, codeOf: (row: number) => column.words!.codeOf(rows[row]!) } } : {}),
      })),
      key: row => ids[row] ?? '',
      rowOf: key => (ids.includes(key) ? ids.indexOf(key) : undefined),
    };
  };
  const carried = (view: TableView, sheet: Sheet) => atOnce(carriedOver(view, sheet));

  it('keeps the selected row by its key when rows come in another order', () => {
    const other = withKeys(['s6', 's5', 's4', 's3', 's2', 's1']);
    const view = carried(moveTo(open, 1, 10), other); // s2
    expect([view.of, view.cursor, other.key(view.shown[view.cursor]!)]).toEqual([other, 4, 's2']);
  });

  it('sorts and filters by what the other sheet says', () => {
    const view = carried(arrangedAtOnce(open, { ...byTotal, filters: bones }), withKeys(['s6', 's4', 's2']));
    // s2 50,000, s4 1,000, s6 999.99
    expect(shown(view)).toEqual([2, 1, 0]);
  });

  it('begins at the first row when the selected one is gone, and forgets marks of rows that are gone', () => {
    const marked = marking(noneMarked, [0, 3], { on: true, count: 6 });
    const view = carried({ ...moveTo(open, 0, 10), marked }, withKeys(['s5', 's4']));
    expect([view.cursor, [...rowsMarked(view.marked)]]).toEqual([0, [1]]);
  });

  it('finds no row where keys are numbers of other stays, and keeps the arrangement', () => {
    const [here, there] = [{}, {}];
    const of = { ...small, keysOf: here };
    const marked = marking(noneMarked, [0, 3], { on: true, count: 6 });
    const view: TableView = { ...moveTo(arrangedAtOnce(openTable(of), { ...byTotal, filters: bones }), 2, 10), marked };
    const [other, same] = [carried(view, { ...small, keysOf: there }), carried(view, { ...small, keysOf: here })];
    // by cost 0 1 3 5
    expect([shown(other), other.cursor, other.marked.size]).toEqual([[0, 1, 3, 5], 0, 0]);
    expect([shown(same), same.cursor, same.marked.size]).toEqual([[0, 1, 3, 5], 2, 2]);
  });

  it('without its rows finds them again by their keys, or begins anew where keys are numbers of other stays', () => {
    const marked = marking(noneMarked, [0, 3], { on: true, count: 6 });
    const view: TableView = { ...moveTo(arrangedAtOnce(open, byTotal), 3, 10), marked, column: 'days' }; // row 3
    const bare = withoutRows(view);
    const back = carried(bare, { ...small });
    expect([bare.of.columns, bare.of.count, bare.spec, bare.column]).toEqual([[], 2, byTotal, 'days']);
    expect([shown(back), back.cursor, [...rowsMarked(back.marked)]]).toEqual([[0, 1, 4, 3, 5, 2], 3, [0, 3]]);
    const patients = withoutRows({ ...view, of: { ...small, keysOf: {} } });
    expect([patients.of.count, patients.shown.length, patients.marked.size, patients.spec, patients.column]).toEqual([
      0,
      0,
      0,
      byTotal,
      'days',
    ]);
  });

  it('keeps every mark where rows are known by the same keys', () => {
    const marked = marking(noneMarked, [0, 3], { on: true, count: 6 });
    expect(carried({ ...open, marked }, { ...small }).marked).toBe(marked);
  });
});

describe('columns', () => {
  it('hidden ones are not drawn, frozen ones stand first in their order, widths are as chosen', () => {
    const view = arrangedAtOnce(open, spec({ hidden: ['doctor', 'wan'], frozen: ['days', 'total'], widths: { total: 20 } }));
    expect(columnsOf(view).map(({ key, width, fixed }) => [key, width, fixed])).toEqual([
      ['days', 4, 'left'],
      ['total', 20, 'left'],
      ['id', 4, 'left'],
      ['department', 10, undefined],
      ['share', 7, undefined],
    ]);
  });

  it('the current one stays when others change, and passes to its neighbour when it is hidden', () => {
    const onDoctor = { ...open, column: 'doctor' };
    const current = (hidden: readonly string[], frozen: readonly string[] = []) => asking(onDoctor, spec({ hidden, frozen })).column;
    expect([current(['total']), current([], ['days']), current(['doctor']), current(['doctor', 'total', 'wan', 'share', 'days'])]).toEqual([
      'doctor',
      'doctor',
      'total',
      'department',
    ]);
  });

  it('moves stop at both ends', () => {
    const last = moveColumn(open, 99);
    expect([last.column, moveColumn(last, -1).column, moveColumn(last, -99).column, currentColumn(open)?.key]).toEqual([
      'days',
      'share',
      'id',
      'id',
    ]);
    expect(keys(open)).toEqual(columns.map(({ key }) => key));
  });
});

describe('moving', () => {
  const tall = openTable({ ...small, count: 100 });
  it('moves the window as little as possible', () => {
    let view = tall;
    const steps = [5, 9, 10, 50, 45, 41, 40, 1_000, 0, -5].map(to => {
      view = moveTo(view, to, 10);
      return [view.cursor, view.top];
    });
    expect(steps).toEqual([
      [5, 0],
      [9, 0],
      [10, 1],
      [50, 41],
      [45, 41],
      [41, 41],
      [40, 40],
      [99, 90],
      [0, 0],
      [0, 0],
    ]);
  });

  it('keeps the cursor in sight when the screen grows or shrinks', () => {
    const last = moveTo(tall, 99, 10);
    expect([topOf(last, 5), topOf(last, 30), topOf(last, 200), topOf(last, 0)]).toEqual([95, 70, 0, 99]);
  });

  it('does not leave an empty table', () => {
    const none = arrangedAtOnce(open, spec({ filters: [readFilter('没有', small)] }));
    expect([moveTo(none, 3, 5), moveTo(none, Number.POSITIVE_INFINITY, 5)]).toMatchObject([
      { cursor: 0, top: 0 },
      { cursor: 0, top: 0 },
    ]);
  });

  it.each([
    ['two down', [2], 12],
    ['down and up', [2, -1], 11],
    ['up beyond the beginning, then down', [-50, 1], 1],
    ['to the end', [Number.POSITIVE_INFINITY], 99],
    ['to the end and one up', [Number.POSITIVE_INFINITY, -1], 98],
    ['to the beginning and two down', [Number.NEGATIVE_INFINITY, 2], 2],
    ['beyond the end', [1_000], 99],
  ])('%s goes the same way in rows that arrive later', (_, moves, cursor) => {
    // 1,000 rows are on the screen while 100 others are on their way; their cursor will stand at 10.
    let view: TableView = { ...moveTo(openTable({ ...small, count: 1_000 }), 500, 10), went: { cursor: 500, by: [] } };
    for (const by of moves) view = moveTo(view, view.cursor + by, 10);
    expect(going(moveTo(tall, 10, 10), view.went)).toMatchObject({ cursor, went: undefined });
  });
});

describe('marks', () => {
  it('are set and taken away, counted once', () => {
    const some = marking(noneMarked, [4, 1, 4], { on: true, count: 6 });
    const fewer = marking(some, [1, 2], { on: false, count: 6 });
    expect([some.size, [...rowsMarked(some)], fewer.size, [...rowsMarked(fewer)], some.has(1), fewer.has(1)]).toEqual([
      2,
      [1, 4],
      1,
      [4],
      true,
      false,
    ]);
  });
});
