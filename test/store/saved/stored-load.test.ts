import { expect, it } from 'vitest';
import type { StayTable } from '../../../src/stay/stay-table.ts';
import { hashOfLoad, storedLoad, tableOfLoad } from '../../../src/store/saved/stored-load.ts';
import { sampleFilling, sampleStays } from '../sample-load.ts';
import { readStays } from './saved-file.ts';

const stored = (table: StayTable) => storedLoad({ load: 1, at: '2026-01-02T03:04:05Z', findings: sampleFilling.findings, table });

const none: StayTable = {
  count: 0,
  words: { department: { codes: new Uint32Array(), words: [''] } },
  sex: new Uint8Array(),
  age: new Int16Array(),
  ageDays: new Int16Array(),
  birthWeight: new Int32Array(),
  dx: { offsets: Uint32Array.of(0), codes: new Uint32Array(), words: [] },
  px: { offsets: Uint32Array.of(0), codes: new Uint32Array(), words: [] },
  days: new Int32Array(),
  money: {},
  files: [],
  sourceFile: new Uint16Array(),
  sourceRow: new Uint32Array(),
};

it.each([
  ['few columns', sampleStays],
  ['every column there is, item lines and missing marks', readStays],
  ['no rows', none],
  [
    'words beyond the first plane',
    { ...sampleStays, words: { department: { codes: Uint32Array.of(1, 2, 0), words: ['', '𠮷科', '"\\\u0001'] } } },
  ],
])('a load of %s comes back as it was', (_, table) => {
  expect(tableOfLoad(stored(table))).toEqual(table);
});

it('room behind the codes in use is not kept', () => {
  const { dx } = sampleStays;
  const roomy = { ...sampleStays, dx: { ...dx, codes: Uint32Array.of(...dx.codes, 9, 9) } };
  expect(tableOfLoad(stored(roomy))).toEqual(sampleStays);
});

it('any byte of a column, and anything said about the load, is in its hash', () => {
  const load = stored(readStays);
  const others = [
    ...load.columns.map((_, i) => ({
      ...load,
      columns: load.columns.map((column, j) =>
        i === j ? { ...column, bytes: column.bytes.map((byte, k) => (k === 0 ? byte ^ 1 : byte)) } : column,
      ),
    })),
    { ...load, columns: load.columns.slice(1) },
    { ...load, rows: load.rows + 1 },
    { ...load, at: '2026-01-02T03:04:06Z' },
    { ...load, findings: { ...load.findings, counts: {} } },
    { ...load, files: [] },
  ];
  expect([hashOfLoad(load), new Set(others.map(hashOfLoad)).size, others.map(hashOfLoad).includes(load.sha256)]).toEqual([
    load.sha256,
    others.length,
    false,
  ]);
});
