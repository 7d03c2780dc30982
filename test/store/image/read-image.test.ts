import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, imageOf, Misfit, rowsAt, schemaOf } from '../../../src/store/image/read-image.ts';
import { writeImage } from '../../../src/store/image/write-image.ts';
import { type Database, openDatabase } from '../../../src/store/sqlite.ts';

const read = (bytes: Uint8Array, table: string) => {
  const image = imageOf(bytes);
  return Array.from(rowsAt(image, schemaOf(image).find(({ name }) => name === table)!.root), ({ number, cells }) => [
    number,
    ...cells.slice(1),
  ]);
};

async function database(sql: string): Promise<Database> {
  const made = await openDatabase();
  made.exec(sql);
  return made;
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    0,
    1,
    127,
    128,
    -128,
    -129,
    2 ** 31,
    -(2 ** 31) - 1,
    2 ** 47,
    2 ** 47 - 1,
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => (Number.isInteger(value) ? 0.5 : value)),
  fc.string({ unit: 'binary', maxLength: 6_000 }).map(text => text.replaceAll('\0', '')),
  fc.uint8Array({ maxLength: 12_000 }),
);

describe('a database read without SQLite', () => {
  it('has the rows that SQLite wrote, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 30 }), async rows => {
        const made = await database('CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)');
        for (const [a, b] of rows) made.run('INSERT INTO t (a, b) VALUES (?, ?)', [a, b]);
        const expected = made.exec('SELECT id, a, b FROM t ORDER BY id')[0]?.values ?? [];
        expect(read(made.export(), 't')).toEqual(expected);
        made.close();
      }),
      { numRuns: 40 },
    );
  });

  // 40 000 rows need pages above pages
  it('has many rows in order, and those of a table without row numbers', async () => {
    const made = await database(`CREATE TABLE t (id INTEGER PRIMARY KEY, a); CREATE TABLE k (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) INSERT INTO t SELECT i, i * 3 FROM n;
      INSERT INTO k SELECT printf('%06d', id), 'v' || id FROM t`);
    const bytes = made.export();
    const image = imageOf(bytes);
    const root = schemaOf(image).find(({ name }) => name === 'k')!.root;
    expect(read(bytes, 't')).toEqual(Array.from({ length: 40_000 }, (_, i) => [i + 1, 3 * (i + 1)]));
    expect(Array.from(rowsAt(image, root), ({ cells }) => cells)).toEqual(
      Array.from({ length: 40_000 }, (_, i) => [String(i + 1).padStart(6, '0'), `v${i + 1}`]),
    );
    made.close();
  });

  it('ends in a misfit or in rows, whatever bytes were changed', async () => {
    const made = await database("CREATE TABLE t (id INTEGER PRIMARY KEY, a); INSERT INTO t (a) VALUES (zeroblob(9000)), ('x'), (NULL)");
    const bytes = made.export();
    made.close();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), changes => {
        const other = bytes.slice();
        for (const [at, byte] of changes) other[at] = byte;
        try {
          read(other, 't');
        } catch (error) {
          if (!(error instanceof Misfit || error instanceof RangeError || error instanceof TypeError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('rows written as records', () => {
  const table = 'CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)';
  const written = async (rows: readonly (readonly Cell[])[]) => {
    const made = await database(table);
    const base = made.export();
    made.close();
    const { image } = writeImage(base, new Map([['t', schemaOf(imageOf(base))[0]!.root]]), [], [{ table: 't', rows }]);
    const whole = await openDatabase(image);
    const said = [whole.exec('PRAGMA integrity_check')[0]?.values, whole.exec('SELECT * FROM t ORDER BY id')[0]?.values ?? []];
    whole.close();
    return said;
  };
  const numbered = (rows: readonly (readonly Cell[])[]) => rows.map((cells, i) => [i + 1, ...cells]);

  // the last payload that stays on a page, the first that does not, and whole pages of 4 092 bytes behind it
  it.each([0, 1, 4_054, 4_055, 4_056, 4_057, 4_058, 4_092, 8_184, 8_185, 100_000])(
    'a blob of %i bytes is what SQLite finds',
    async length => {
      const rows = [[1.5, Uint8Array.from({ length }, (_, i) => i)]];
      expect(await written(rows)).toEqual([[['ok']], numbered(rows)]);
    },
  );

  it.each([0, 1, 2, 5_000])('%i rows are sound', async count => {
    const rows = Array.from({ length: count }, (_, i) => [
      i % 7 === 0 ? '字'.repeat(i % 50) : i,
      i % 999 === 0 ? new Uint8Array(9_000) : null,
    ]);
    expect(await written(rows)).toEqual([[['ok']], numbered(rows)]);
  });

  it('whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), async rows => {
        expect(await written(rows)).toEqual([[['ok']], numbered(rows)]);
      }),
      { numRuns: 40 },
    );
  });
});
