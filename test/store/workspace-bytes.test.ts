import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableSource } from '../../src/store/column-source.ts';
import { writeImage } from '../../src/store/image/write-image.ts';
import { insertTableRows } from '../../src/store/insert.ts';
import { type Database, openDatabase } from '../../src/store/sqlite.ts';
import { importWorkspace, openWorkspace } from '../../src/store/workspace.ts';
import { workspaceBytes } from '../../src/store/workspace-bytes.ts';
import { fillWorkspace, insertTable } from './row-by-row.ts';
import { sampleFilling } from './sample-load.ts';

const check = (database: Database) => database.exec('PRAGMA integrity_check')[0]?.values;
const all = (database: Database, table: string) => database.exec(`SELECT * FROM ${table}`)[0]?.values ?? [];

async function emptyTable(sql: string) {
  const database = await openDatabase();
  database.run(sql);
  const roots = new Map([['t', Number(database.exec("SELECT rootpage FROM sqlite_master WHERE name = 't'")[0]!.values[0]![0])]]);
  return { database, roots };
}

/** The same table by SQLite and as pages; rows that were left are inserted afterwards. */
async function bothWays(sql: string, sources: readonly TableSource[]) {
  const { database, roots } = await emptyTable(sql);
  const { image, left } = writeImage(database.export(), roots, sources);
  for (const source of sources) insertTable(database, source);
  const pages = await openDatabase(image);
  for (const { source, rows } of left) insertTableRows(pages, source, rows);
  return { inserted: database, pages, left: left.flatMap(({ rows }) => rows) };
}

describe('a workspace written as pages', () => {
  it('has the rows of one that was filled row by row', async () => {
    const slow = await openWorkspace();
    fillWorkspace(slow, sampleFilling);
    const fast = await importWorkspace(await workspaceBytes(sampleFilling), 'w');
    const [tables] = slow.database.exec("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    const names = tables!.values.map(String);
    expect(names.map(name => [name, all(fast.database, name)])).toEqual(names.map(name => [name, all(slow.database, name)]));
    expect(check(fast.database)).toEqual([['ok']]);
  });

  it('can be written to afterwards like any other', async () => {
    const { database } = await importWorkspace(await workspaceBytes(sampleFilling), 'w');
    database.run("INSERT INTO diagnosis (stay, seq, code) VALUES (3, 2, 'X')");
    database.run('DELETE FROM payment WHERE run = 1');
    expect([check(database), database.exec('SELECT count(*) FROM payment')[0]?.values]).toEqual([[['ok']], [[3]]]);
  });

  it('keeps a stay that is too long for a page', async () => {
    const long = '很'.repeat(2_000); // 6 000 bytes
    const words = { ...sampleFilling.stays.words, hospital: { codes: Uint32Array.of(0, 1, 0), words: ['', long] } };
    const fast = await importWorkspace(await workspaceBytes({ ...sampleFilling, stays: { ...sampleFilling.stays, words } }), 'w');
    expect(fast.database.exec('SELECT stay_id, length(hospital) FROM v_stay ORDER BY stay_id')[0]?.values).toEqual([
      ['S0000001', null],
      ['S0000002', 2_000],
      ['S0000003', null],
    ]);
    expect(check(fast.database)).toEqual([['ok']]);
  });
});

describe('a table as pages', () => {
  const table = 'CREATE TABLE t (id INTEGER PRIMARY KEY, whole INTEGER, part REAL, word TEXT, text TEXT, same TEXT)';
  const sourceOf = (
    first: number,
    rows: readonly (readonly [number, number, number])[],
    words: readonly (string | null)[],
  ): TableSource => ({
    table: 't',
    first,
    count: rows.length,
    columns: {
      id: { kind: 'rowid' },
      whole: { kind: 'integer', values: rows.map(([whole]) => whole), missing: -1 },
      part: { kind: 'real', values: rows.map(([, part]) => part) },
      word: { kind: 'word', codes: rows.map(([, , word]) => word % words.length), words },
      text: { kind: 'text', at: row => `第${row}行` },
      same: { kind: 'same', value: 'x' },
    },
  });

  // Both sides of every width of a whole number, the missing mark, and numbers that are not known.
  it('keeps every width of number', async () => {
    const powers = [7, 15, 23, 31, 47].flatMap(bits => [2 ** bits - 1, 2 ** bits, -(2 ** bits), -(2 ** bits) - 1]);
    const wholes = [0, 1, 2, -1, -2, 127, 128, ...powers, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.NaN];
    const rows = wholes.map((whole, i) => [whole, i % 3 === 0 ? Number.NaN : whole / 8, i] as const);
    const { inserted, pages } = await bothWays(table, [sourceOf(1, rows, ['', null, '骨科'])]);
    const values = all(pages, 't').map(row => row[1]);
    expect(values).toEqual(wholes.map(whole => (whole === -1 || Number.isNaN(whole) ? null : whole)));
    expect([all(pages, 't'), check(pages)]).toEqual([all(inserted, 't'), [['ok']]]);
  });

  // A page holds some 130 of these rows, a page above some 340 of those: 50 000 rows need three levels.
  it.each([0, 1, 130, 1_000, 50_000])('of %i rows is sound and finds its rows', async count => {
    const rows = Array.from({ length: count }, (_, i) => [i * 7_919, i / 4, i] as const);
    const { inserted, pages } = await bothWays(table, [sourceOf(1, rows, ['a', 'b', null])]);
    const sums = 'SELECT count(*), sum(whole), sum(part), count(word), sum(length(text)), max(id) FROM t';
    expect([check(pages), pages.exec(sums)]).toEqual([[['ok']], inserted.exec(sums)]);
    for (const id of [1, 2, 131, Math.ceil(count / 2), count]) {
      const one = `SELECT * FROM t WHERE id = ${id}`;
      expect(pages.exec(one)).toEqual(inserted.exec(one));
    }
  });

  it('of several parts is one table', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => [i, i, i] as const);
    const { inserted, pages } = await bothWays(table, [sourceOf(1, rows, ['a']), sourceOf(301, rows, ['b']), sourceOf(601, [], ['c'])]);
    expect([all(pages, 't'), check(pages)]).toEqual([all(inserted, 't'), [['ok']]]);
  });

  // The page holds 4 061 bytes of a record. Here the types take 8 bytes (length, id, whole, part, 2 for a long word, text, same) and
  // beside the word the body has 7 (第0行) and 1 (x): 4 061 - 8 - 8 = 4 045 bytes of word fit.
  it.each([
    [4_045, []],
    [4_046, [0]],
  ])('a word of %i bytes leaves rows %j to SQLite', async (length, rows) => {
    const { inserted, pages, left } = await bothWays(table, [sourceOf(1, [[0, Number.NaN, 0]], ['w'.repeat(length)])]);
    expect([left, all(pages, 't'), check(pages)]).toEqual([rows, all(inserted, 't'), [['ok']]]);
  });

  it('with columns enough for a long header is read the same', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `c${i}`);
    const columns = Object.fromEntries(names.map((name, i) => [name, { kind: 'same', value: i } as const]));
    const wide: TableSource = { table: 't', first: 1, count: 50, columns: { id: { kind: 'rowid' }, ...columns } };
    const { inserted, pages } = await bothWays(
      `CREATE TABLE t (id INTEGER PRIMARY KEY, ${names.map(name => `${name} INTEGER`).join(', ')})`,
      [wide],
    );
    expect([all(pages, 't'), check(pages)]).toEqual([all(inserted, 't'), [['ok']]]);
  });

  it('is what SQLite would have stored, whatever the rows', async () => {
    const row = fc.tuple(fc.maxSafeInteger(), fc.double({ noDefaultInfinity: true }), fc.nat(4));
    const word = fc.option(
      fc.string({ unit: 'binary', maxLength: 3_000 }).map(text => text.replaceAll('\0', '')),
      { nil: null },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 60 }),
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 2 ** 40 }),
        async (rows, words, first) => {
          const { inserted, pages } = await bothWays(table, [sourceOf(first, rows, words)]);
          expect([all(pages, 't'), check(pages)]).toEqual([all(inserted, 't'), [['ok']]]);
          pages.close();
          inserted.close();
        },
      ),
      { numRuns: 40 },
    );
  });
});
