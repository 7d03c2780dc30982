import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { whole } from '../../../src/app/saved-loads.ts';
import { UserError } from '../../../src/errors.ts';
import { imageOf, schemaOf } from '../../../src/store/image/read-image.ts';
import { readSaved } from '../../../src/store/saved/read-saved.ts';
import { knownSchema } from '../../../src/store/saved/schema.ts';
import { openDatabase } from '../../../src/store/sqlite.ts';
import { exportWorkspace, importWorkspace, openWorkspace } from '../../../src/store/workspace.ts';
import { fillWorkspace } from '../row-by-row.ts';
import { sampleFilling } from '../sample-load.ts';
import { savedSample, savedSampleBytes } from './saved-file.ts';

let bytes: Uint8Array = new Uint8Array();
beforeAll(async () => {
  bytes = await savedSampleBytes();
});

const opened = (other: Uint8Array) => {
  try {
    return whole(readSaved(other, 'w.casemix'));
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
};

/** The file after somebody worked on it with SQLite. */
async function worked(sql: string): Promise<Uint8Array> {
  const database = await openDatabase(bytes);
  database.exec(sql);
  const other = database.export();
  database.close();
  return other;
}

describe('a saved workspace', () => {
  it('is read as it was saved', () => {
    expect(opened(bytes)).toEqual(savedSample());
  });

  it('has the tables of one that was filled row by row', async () => {
    const slow = await openWorkspace();
    fillWorkspace(slow, { ...sampleFilling, stays: savedSample().table });
    const { database } = await importWorkspace(bytes, 'w.casemix');
    const tables = [
      'stay',
      'settlement',
      'diagnosis',
      'procedure',
      'charge',
      'finding',
      'finding_count',
      'source_file',
      'grouping',
      'payment',
    ];
    for (const table of tables) expect(database.exec(`SELECT * FROM ${table}`)).toEqual(slow.database.exec(`SELECT * FROM ${table}`));
    expect(database.exec('PRAGMA integrity_check')[0]?.values).toEqual([['ok']]);
    expect(database.exec('SELECT load, state, rows, lines FROM load')[0]?.values).toEqual([
      [1, 'in_force', 3, 3],
      [2, 'undone', 3, 2],
    ]);
    expect(database.exec('SELECT entry, settlement_key, field, before, after FROM change WHERE entry = 2')[0]?.values).toEqual([
      [2, 'k1', 'cash', '10000.00', '0.01'],
      [2, 'k2', 'cash', '1000.00', '0.02'],
      [2, 'k3', 'cash', '', '0.03'],
    ]);
    expect(database.exec('SELECT month FROM closed_month')[0]?.values).toEqual([['2025-02']]);
  });

  it('with any byte changed is refused', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const other = bytes.slice();
        other[at] = other[at]! ^ by;
        expect(['WORKSPACE_DAMAGED', 'FILE_UNREADABLE']).toContain(opened(other));
      }),
      { numRuns: 150 },
    );
  });

  it.each([16, 99, 4_095, 4_096, 8_192])('cut to %i bytes is refused', length => {
    expect(opened(bytes.slice(0, length))).toBe('WORKSPACE_DAMAGED');
  });

  it('with something behind it is refused', () => {
    expect(opened(new Uint8Array(Buffer.concat([bytes, Uint8Array.of(0)])))).toBe('WORKSPACE_DAMAGED');
  });

  it.each([
    'CREATE TRIGGER evil AFTER INSERT ON stay BEGIN DELETE FROM change_log; END',
    'CREATE VIEW v_mine AS SELECT 1',
    'CREATE TABLE mine (a)',
    'CREATE INDEX mine ON stay (department)',
    'DROP VIEW v_month; CREATE VIEW v_month AS SELECT 1 AS month',
    'DROP VIEW v_month',
    'DROP TRIGGER change_log_is_kept',
  ])('in which somebody did %s is refused before SQLite sees it', async sql => {
    const other = await worked(sql);
    expect(opened(other)).toBe('WORKSPACE_DAMAGED');
    await expect(importWorkspace(other, 'w.casemix')).rejects.toMatchObject({ code: 'WORKSPACE_DAMAGED' });
  });

  it('in which somebody changed a row is refused', async () => {
    expect(opened(await worked("UPDATE stay SET total_fen = 1 WHERE stay = 1; UPDATE load SET state = 'in_force'"))).toBe(
      'WORKSPACE_DAMAGED',
    );
  });
});

it('a SQLite file of somebody else is no workspace', async () => {
  const other = await openDatabase();
  other.exec('CREATE TABLE t (a)');
  expect(opened(other.export())).toBe('FILE_UNREADABLE');
});

it('the objects that are known are those that SQLite keeps', async () => {
  expect(knownSchema(schemaOf(imageOf(exportWorkspace(await openWorkspace()))))).toEqual({ version: 2 });
});

/** Forty stays, saved by the program as it was when the format had version 1: see fixtures/SOURCE.md. */
describe('a file of format 1', () => {
  const old = gunzipSync(readFileSync(new URL('../fixtures/format-1.casemix.gz', import.meta.url)));

  it('is read as one load, with its log', async () => {
    const saved = whole(readSaved(old, 'old.casemix'));
    const { database } = await importWorkspace(old, 'old.casemix');
    const one = (sql: string) => database.exec(sql)[0]?.values;
    expect(saved.log.map(({ what }) => what)).toEqual(['load', 'migrate']);
    expect([saved.loads.length, saved.table.count, saved.closed]).toEqual([1, 40, []]);
    const { table } = saved;
    const rows = Array.from({ length: 40 }, (_, row) => [
      table.words.department!.words[table.words.department!.codes[row]!],
      table.sex[row],
      new Date(table.discharged![row]! * 86_400_000).toISOString().slice(0, 10),
      table.money.total![row],
      table.money.cash![row],
      table.sourceRow[row],
      Array.from(table.dx.codes.subarray(table.dx.offsets[row], table.dx.offsets[row + 1]), code => table.dx.words[code]).join('|'),
    ]);
    expect(rows).toEqual(
      one(`SELECT department, sex, discharged, total_fen, cash_fen, source_row,
        coalesce((SELECT group_concat(code, '|') FROM (SELECT code FROM diagnosis d WHERE d.stay = s.stay ORDER BY seq)), '') FROM stay s`),
    );
    expect(Object.entries(saved.findings.counts)).toEqual(one('SELECT * FROM finding_count'));
    expect(table.files).toEqual([
      {
        name: 'v1-40.csv',
        sha256: one('SELECT sha256 FROM source_file')![0]![0],
        encoding: 'utf-8',
        profile: 'casemix',
        read: 40,
        loaded: 40,
        refused: 0,
      },
    ]);
  });

  it('with a trigger in it is not read', async () => {
    const database = await openDatabase(old);
    database.exec('CREATE TRIGGER evil AFTER INSERT ON stay BEGIN DELETE FROM finding; END');
    expect(opened(database.export())).toBe('WORKSPACE_DAMAGED');
  });
});
