import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, mergeLoads, unidentified } from '../../src/stay/merge-loads.ts';
import { type SmallLines, type SmallLoad, type SmallRow, smallLoad, smallRows, smallWaiting } from './small-load.ts';

const merged = (...loads: readonly SmallLoad[]) => smallRows(mergeLoads(loads.map(load => ({ table: smallLoad(load), inForce: true }))));

/** What the last of the loads changed. */
const changed = (...loads: readonly SmallLoad[]) => {
  const after = loads.map(() => true);
  const { months, ...changes } = changesOf(loads.map(smallLoad), after.with(-1, false), after);
  return { ...changes, months: Object.fromEntries(months) };
};

const january: SmallLoad = {
  file: 'jan.csv',
  rows: [
    { key: 'k1', total: 100, dx: ['I21.0'], discharged: '2025-01-31' },
    { key: 'k2', total: 200, dx: ['J18.9', 'I10'], discharged: '2025-01-05' },
  ],
};

describe('a later load', () => {
  it('adds the settlements that were not there, behind those that were', () => {
    const february = { file: 'feb.csv', rows: [{ key: 'k3', total: 300, discharged: '2025-02-01' }] };
    expect(merged(january, february)).toEqual([
      { ...january.rows[0], from: 'jan.csv:2' },
      { ...january.rows[1], from: 'jan.csv:3' },
      { ...february.rows[0], from: 'feb.csv:2' },
    ]);
    expect(changed(january, february)).toEqual({
      ...{ added: 1, removed: 0, corrected: 0, fields: {}, list: [] },
      months: { '2025-02': { added: 1, removed: 0, corrected: 0 } },
    });
  });

  it('that says the same leaves everything where it was', () => {
    const again = { file: 'again.csv', rows: [...january.rows].reverse() };
    expect(merged(january, again)).toEqual(merged(january));
    expect(changed(january, again)).toEqual({ added: 0, removed: 0, corrected: 0, fields: {}, list: [], months: {} });
  });

  it('corrects an amount and a diagnosis in their place, field by field', () => {
    const correction = { file: 'fix.csv', rows: [{ key: 'k1', total: 12_345, dx: ['I21.0', 'E11.9'], discharged: '2025-01-31' }] };
    expect(merged(january, correction)).toEqual([
      { ...correction.rows[0], from: 'fix.csv:2' },
      { ...january.rows[1], from: 'jan.csv:3' },
    ]);
    expect(changed(january, correction)).toEqual({
      ...{ added: 0, removed: 0, corrected: 1, fields: { dx: 1, total: 1 } },
      list: [
        { key: 'k1', field: 'dx', before: 'I21.0', after: 'I21.0|E11.9' },
        { key: 'k1', field: 'total', before: '1.00', after: '123.45' },
      ],
      months: { '2025-01': { added: 0, removed: 0, corrected: 1 } },
    });
  });

  it('that moves a discharge is in both months, and says what it no longer has', () => {
    const moved = { file: 'fix.csv', rows: [{ key: 'k1', dx: ['I21.0'], discharged: '2025-02-01' }] };
    expect(changed(january, moved)).toEqual({
      ...{ added: 0, removed: 0, corrected: 1, fields: { discharged: 1, total: 1 } },
      list: [
        { key: 'k1', field: 'discharged', before: '2025-01-31', after: '2025-02-01' },
        { key: 'k1', field: 'total', before: '1.00', after: '' },
      ],
      months: { '2025-01': { added: 0, removed: 0, corrected: 1 }, '2025-02': { added: 0, removed: 0, corrected: 1 } },
    });
  });

  it('with a column that the earlier one lacks is a correction, not with one it lacks itself and nobody filled', () => {
    const withFund = { file: 'fix.csv', rows: [{ ...january.rows[0], fund: 60 }, january.rows[1]!] };
    expect(changed(january, withFund)).toMatchObject({ corrected: 1, fields: { fund: 1 } });
    expect(changed({ ...january, rows: january.rows.map(row => ({ ...row, settled: '2025-02-02' })) }, january)).toMatchObject({
      corrected: 2,
      fields: { settled: 2 },
    });
  });
});

describe('the same paper', () => {
  const one: SmallRow = { key: 'k1', total: 100, discharged: '2025-01-31' };

  it('is one of the same kind: a list and a settlement of one stay both stay', () => {
    const list: SmallLoad = { file: 'list.csv', document: 'list', rows: [{ key: 'k1', dx: ['I21.0'] }] };
    const bill: SmallLoad = { file: 'bill.csv', document: 'settlement', rows: [one] };
    expect(merged(list, bill).map(({ from }) => from)).toEqual(['list.csv:2', 'bill.csv:2']);
  });

  it('is no reversal, which has a negative total under the same number', () => {
    const reversal = { file: 'back.csv', rows: [{ ...one, total: -100 }] };
    expect(merged({ rows: [one] }, reversal).map(({ total }) => total)).toEqual([100, -100]);
  });

  it('of two in one file with the same number is told by the order', () => {
    const twice = { rows: [one, { ...one, total: 150 }] };
    expect(merged(twice, { file: 'b.csv', rows: [one, { ...one, total: 160 }] }).map(({ total }) => total)).toEqual([100, 160]);
  });

  it('without a number is known by patient, admission and discharge; without those by nothing', () => {
    const known = { patient: 'p1', admitted: '2025-01-01', discharged: '2025-01-09', total: 1 };
    const again = (row: SmallRow) => merged({ rows: [row] }, { file: 'b.csv', rows: [{ ...row, total: 2 }] }).map(({ total }) => total);
    expect([again(known), again({ ...known, discharged: undefined! }), again({ ...known, patient: undefined! })]).toEqual([
      [2],
      [1, 2],
      [1, 2],
    ]);
    expect([known, { ...known, patient: undefined! }].map(row => unidentified(smallLoad({ rows: [row] })))).toEqual([0, 1]);
  });
});

describe('item lines', () => {
  const bill = (total: number, lines?: readonly number[]) => ({ key: 'k1', total, ...(lines ? { lines } : {}) });

  it('stay when a bill comes again without them, and change with those that come', () => {
    const first = { rows: [bill(30, [10, 20]), { key: 'k2', total: 5, lines: [5] }] };
    const lines = (...loads: readonly SmallLoad[]) => merged(first, ...loads).map(row => row.lines);
    expect([lines({ rows: [bill(31)] }), lines({ rows: [bill(30, [10, 25])] })]).toEqual([
      [[10, 20], [5]],
      [[10, 25], [5]],
    ]);
    expect(changed(first, { rows: [bill(30, [1000, 25])] })).toMatchObject({
      corrected: 1,
      list: [{ key: 'k1', field: 'charges', before: '2: 0.30', after: '2: 10.25' }],
    });
    expect(changed(first, { rows: [bill(30, [10, 20])] })).toMatchObject({ corrected: 0 });
  });
});

it('a paper without a date is of the month of the other papers of its stay', () => {
  const list: SmallLoad = { document: 'list', rows: [{ key: 'k1', visit: 'v1', discharged: '2025-03-31' }] };
  const months = (row: SmallRow) => Object.keys(changed(list, { document: 'settlement', rows: [row] }).months);
  expect([months({ key: 'k1', total: 1 }), months({ key: 'k9', visit: 'v1' }), months({ key: 'k9' })]).toEqual([
    ['2025-03'],
    ['2025-03'],
    [''],
  ]);
  expect(months({ key: 'k9', settled: '2025-04-01' })).toEqual(['2025-04']);
});

it('of no load in force nothing is left, and the table is still one', () => {
  const table = mergeLoads([{ table: smallLoad(january), inForce: false }]);
  expect([table.count, table.dx.offsets, table.files]).toEqual([0, Uint32Array.of(0), []]);
});

describe('item lines of a load without their stays', () => {
  const stays: SmallLoad = {
    rows: [
      { key: 'k1', visit: 'v1', total: 30, discharged: '2025-01-31' },
      { key: 'k2', visit: 'v2', total: 5 },
    ],
  };
  const brought = (...waiting: readonly SmallLines[]): SmallLoad => ({ file: 'lines.csv', rows: [], waiting });
  const linesOf = (...loads: readonly SmallLoad[]) => {
    const table = mergeLoads(loads.map(load => ({ table: smallLoad(load), inForce: true })));
    return [smallRows(table).map(row => row.lines), smallWaiting(table)];
  };
  const byKey = { key: 'k1', lines: [10, 20] };
  const byVisit = { visit: 'v1', lines: [7, 8, 9] };

  it('find it by its settlement or by its visit; others wait', () => {
    const unknown = { key: 'k9', lines: [1] };
    expect(linesOf(stays, brought(unknown, byKey, { visit: 'v2', lines: [5] }))).toEqual([[[10, 20], [5]], [unknown]]);
    expect(changed(stays, brought(byKey))).toEqual({
      ...{ added: 0, removed: 0, corrected: 1, fields: { charges: 1 } },
      list: [{ key: 'k1', field: 'charges', before: '', after: '2: 0.30' }],
      months: { '2025-01': { added: 0, removed: 0, corrected: 1 } },
    });
  });

  it('find a stay that a later load brings, and one that comes again', () => {
    expect(linesOf(brought(byKey), stays)).toEqual([[[10, 20], undefined], []]);
    expect(linesOf(stays, brought(byKey), { rows: [{ key: 'k1', visit: 'v1', total: 31 }] })).toEqual([[[10, 20], undefined], []]);
  });

  it('replace those of the stay as a whole, whichever way it was named', () => {
    expect(linesOf(stays, brought(byKey), brought(byVisit))).toEqual([[[7, 8, 9], undefined], []]);
    expect(linesOf(stays, brought(byVisit), brought(byKey))).toEqual([[[10, 20], undefined], []]);
    expect(changed(stays, brought(byKey), brought(byKey))).toMatchObject({ corrected: 0 });
  });

  it('of one of two bills of a visit leave those of the other; of the visit they are of both', () => {
    const bills: SmallLoad = { rows: ['k1', 'k2'].map(key => ({ key, visit: 'v1', total: 1 })) };
    const first = brought({ key: 'k1', lines: [1] });
    const second = brought({ key: 'k2', lines: [2] });
    expect(linesOf(bills, first, second)).toEqual([[[1], [2]], []]);
    expect(linesOf(bills, first, second, brought(byVisit))).toEqual([[[7, 8, 9], undefined], []]);
    expect(linesOf(bills, brought(byVisit), second)).toEqual([[[2], undefined], []]);
  });

  it('stand on one paper of a stay that has several, and stay on it', () => {
    const list: SmallLoad = { document: 'list', rows: [{ key: 'k1' }] };
    const bill: SmallLoad = { document: 'settlement', rows: [{ key: 'k1', total: 30, lines: [30] }] };
    expect(linesOf(list, bill, brought(byKey))).toEqual([[undefined, [10, 20]], []]);
    expect(changed(list, bill, brought({ key: 'k1', lines: [30] }))).toMatchObject({ corrected: 0 });
    expect(linesOf({ ...list, rows: [{ key: 'k1', lines: [4] }] }, bill)).toEqual([[undefined, [30]], []]);
  });

  it('are never those of a reversal', () => {
    const reversal: SmallLoad = { rows: [{ key: 'k1', total: -30 }] };
    expect(linesOf(reversal, brought(byKey))).toEqual([[undefined], [byKey]]);
    expect(linesOf(stays, reversal, brought(byKey))).toEqual([[[10, 20], undefined, undefined], []]);
  });

  it('that name one stay in two ways are both kept: the second waits', () => {
    expect(linesOf(stays, brought(byKey, byVisit))).toEqual([[[10, 20], undefined], [byVisit]]);
  });
});

// The slow witness: a list of rows, walked load by load; then the item lines, load by load.
type Walked = { readonly id: string; row: SmallRow; lines?: readonly number[]; by?: number };

function laidOver(loads: readonly SmallLoad[]): { readonly rows: readonly SmallRow[]; readonly waiting: readonly SmallLines[] } {
  const rows: Walked[] = [];
  const places = loads.map(({ rows: own, document = 'stay' }, n) => {
    const met = new Map<string, number>();
    return own.map((row, i) => {
      const by = row.key
        ? `key ${row.key}`
        : row.patient && row.admitted && row.discharged
          ? `${row.patient} ${row.admitted} ${row.discharged}`
          : '';
      const paper = `${document} ${by} ${(row.total ?? 0) < 0}`;
      const before = met.get(paper) ?? 0;
      met.set(paper, before + 1);
      const id = by === '' ? `load ${n} row ${i}` : `${paper} ${before}`;
      const known = rows.find(one => one.id === id);
      if (known) known.row = row;
      else rows.push({ id, row });
      return known ?? rows.at(-1)!;
    });
  });
  const keyOf = ({ row: { key, total = 0 } }: Walked) => (total < 0 ? undefined : key);
  const put = (place: Walked, lines: readonly number[], by: number) => {
    for (const other of rows) if (keyOf(place) && keyOf(other) === keyOf(place) && (other.by ?? by) < by) delete other.lines;
    Object.assign(place, { lines, by });
  };
  const waiting = loads.flatMap(({ rows: own, waiting: brought = [] }, n) => {
    for (const [i, { lines }] of own.entries()) if (lines) put(places[n]![i]!, lines, n);
    return brought.filter(({ key, lines }) => {
      const all = rows.filter(place => keyOf(place) === key);
      const place = all[0]?.lines ? all[0] : (all.find(one => one.lines && one.by! < n) ?? all[0]);
      if (place === undefined || place.by === n) return true;
      put(place, lines, n);
      return false;
    });
  });
  const said = rows.map(({ row: { lines: _, ...row }, lines }) => ({ ...row, ...(lines ? { lines } : {}) }));
  return {
    rows: said.map(row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as SmallRow),
    waiting,
  };
}

const row: fc.Arbitrary<SmallRow> = fc
  .record({
    key: fc.constantFrom(undefined, 'k1', 'k2', 'k3'),
    patient: fc.constantFrom(undefined, 'p1', 'p2'),
    total: fc.constantFrom(undefined, 100, 200, -100),
    department: fc.constantFrom(undefined, '骨科', '儿科'),
    dx: fc.constantFrom(undefined, ['I10'], ['I10', 'E11.9'], ['E11.9']),
    admitted: fc.constantFrom(undefined, '2025-01-01'),
    discharged: fc.constantFrom(undefined, '2025-01-31', '2025-02-01'),
    lines: fc.constantFrom(undefined, [100], [50, 50]),
  })
  .map(one => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as SmallRow);
const brought: fc.Arbitrary<readonly SmallLines[]> = fc.uniqueArray(
  fc.record({ key: fc.constantFrom('k1', 'k2', 'k3'), lines: fc.constantFrom([100], [50, 50], [25, 75]) }),
  {
    selector: ({ key }) => key,
    maxLength: 3,
  },
);
/** Lines whose stay is a row of the load are read as its own. */
const load: fc.Arbitrary<SmallLoad> = fc
  .record({
    document: fc.constantFrom('stay' as const, 'list' as const),
    rows: fc.array(row, { maxLength: 6 }),
    waiting: fc.oneof(fc.constant<readonly SmallLines[]>([]), brought),
  })
  .map(one => ({ ...one, waiting: one.waiting.filter(({ key }) => one.rows.every(own => own.key !== key)) }));

it('any loads are laid over each other as one by one', () => {
  fc.assert(
    fc.property(fc.array(load, { maxLength: 4 }), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (loads, inForce) => {
      const table = mergeLoads(loads.map((one, i) => ({ table: smallLoad(one), inForce: inForce[i]! })));
      // a single load in force is the table as it was read, its repeated numbers with it
      const expected = laidOver(loads.filter((_, i) => inForce[i]));
      expect(smallRows(table).map(({ from: _, ...said }) => said)).toEqual(expected.rows);
      expect(smallWaiting(table)).toEqual(expected.waiting);
    }),
  );
});

it('what changes leads from the table before to the table after', () => {
  fc.assert(
    fc.property(fc.array(load, { minLength: 1, maxLength: 3 }), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (loads, marks) => {
      const tables = loads.map(smallLoad);
      const before = loads.map((_, i) => marks[i]!);
      const after = loads.map((_, i) => marks[i + 3]!);
      const { added, removed, corrected, list } = changesOf(tables, before, after);
      const back = changesOf(tables, after, before);
      const rowsOf = (inForce: readonly boolean[]) => mergeLoads(tables.map((table, i) => ({ table, inForce: inForce[i]! }))).count;
      expect(rowsOf(after) - rowsOf(before)).toBe(added - removed);
      expect([back.added, back.removed, back.corrected]).toEqual([removed, added, corrected]);
      expect(back.list).toEqual(list.map(change => ({ ...change, before: change.after, after: change.before })));
    }),
  );
});
