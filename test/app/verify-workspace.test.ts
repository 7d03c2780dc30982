import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOfSaved } from '../../src/app/load-stays.ts';
import { addLoad, closeMonth, undoLoad, workspaceFile } from '../../src/app/saved-loads.ts';
import { verifyWorkspace, workspaceChecks } from '../../src/app/verify-workspace.ts';
import { findInstallation } from '../../src/files/installation.ts';
import { seal } from '../../src/files/sealed.ts';
import { imageOf, schemaOf } from '../../src/store/image/read-image.ts';
import { stampHash } from '../../src/store/saved/file-hash.ts';
import { openDatabase } from '../../src/store/sqlite.ts';
import { smallLoad } from '../stay/small-load.ts';

const installation = findInstallation(process.cwd());
const folder = mkdtempSync(join(tmpdir(), 'casemix-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = '2026-01-02T03:04:05Z';
const findings = { list: [], counts: {}, listedPerRule: 20 };
const load = (file: string, total: number) => ({
  table: smallLoad({ file, rows: [{ key: 'k1', total, dx: ['I10.x00x002'], discharged: '2025-01-31', lines: [total] }] }),
  findings,
});

/** Three loads, the last undone, a month closed: the second corrects the first. */
let sound: Uint8Array = new Uint8Array();
beforeAll(async () => {
  const first = addLoad(undefined, load('a.csv', 100), { at, rules: { sameDay: 1, codes: 'insurance' } }).saved;
  const second = addLoad(first, load('b.csv', 150), { at }).saved;
  const third = undoLoad(addLoad(second, load('c.csv', 200), { at }).saved, 3, { at }).saved;
  const saved = closeMonth(third, '2025-01', { at });
  sound = await workspaceFile(saved, { stays: loadOfSaved(installation, saved).table, findings, groupings: [], runs: [] });
});

async function verdictOf(bytes: Uint8Array, passphrase?: string) {
  const path = join(folder, 'w.casemix');
  writeFileSync(path, bytes);
  const { passed, wrong } = await verifyWorkspace(installation, path, { passphrase });
  return wrong ? [passed.length, wrong.check, wrong.what.en] : passed;
}

/** Somebody who knows how the file is made: rows changed, its hash written anew. */
async function forged(sql: string): Promise<Uint8Array> {
  const database = await openDatabase(sound);
  const [triggers] = database.exec("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
  for (const [name] of triggers!.values) database.run(`DROP TRIGGER ${name}`);
  database.exec(sql);
  for (const [, text] of triggers!.values) database.run(String(text));
  const bytes = database.export();
  database.close();
  stampHash(bytes, schemaOf(imageOf(bytes)).find(({ name }) => name === 'workspace')!.root);
  return bytes;
}

describe('a workspace file', () => {
  it('as it was written passes every check, encrypted too', async () => {
    expect([await verdictOf(sound), await verdictOf(seal(sound, 'p'), 'p')]).toEqual([workspaceChecks, workspaceChecks]);
  });

  it('with a changed byte is not what it says', async () => {
    const inLoad = Buffer.from(sound).lastIndexOf('I10.x00x002');
    const other = sound.map((byte, i) => (i === inLoad ? byte ^ 1 : byte));
    expect(await verdictOf(other)).toEqual([1, 'bytes', 'the hash of the file is not what it says']);
  });

  it.each([
    ["UPDATE change_log SET details = replace(details, 'a.csv', 'x.csv') WHERE entry = 1", 'log', 'entry 1 of the change log'],
    ['DELETE FROM change_log WHERE entry = 2', 'log', 'entry 2 of the change log'],
    ["UPDATE load_column SET data = x'0000000000000000' WHERE load = 2 AND name = 'total'", 'loads', 'the data of load 2'],
    ["UPDATE load SET state = 'in_force' WHERE load = 3", 'state', 'load 3 is not what the change log says'],
    ['DELETE FROM load WHERE load = 3', 'state', 'a load of the change log is not in the file'],
    ["UPDATE workspace SET value = '{}' WHERE key = 'rules'", 'state', 'the rules of the workspace are not those of the change log'],
    ['DELETE FROM closed_month', 'state', 'the closed months are not those of the change log'],
    ["UPDATE change SET before = '0.99' WHERE change = 1", 'changes', 'the corrected fields of entry 2 of the change log'],
    ['UPDATE stay SET total_fen = 151', 'tables', 'total_fen of row 1 of table stay is not what the loads say'],
    ['UPDATE settlement SET total_fen = 151', 'tables', 'total_fen of row 1 of table settlement is not what the loads say'],
    ["UPDATE diagnosis SET code = 'I11.900'", 'tables', 'code of row 1 of table diagnosis is not what the loads say'],
    ['DELETE FROM charge', 'tables', 'table charge has 0 rows, its loads make 1'],
    ['INSERT INTO procedure VALUES (1, 1, 1, 38.9300)', 'tables', 'table procedure has more rows than the 0 of its loads'],
  ] as const)('with %s fails at the check of %s', async (sql, check, what) => {
    expect(await verdictOf(await forged(sql))).toEqual([workspaceChecks.indexOf(check), check, what]);
  });

  it('with a foreign object fails before anything else is looked at', async () => {
    expect(await verdictOf(await forged('CREATE VIEW v_mine AS SELECT 1'))).toEqual([
      0,
      'schema',
      'the workspace has a table, view or trigger that casemix did not write, or lacks one: v_mine; nothing of it was run',
    ]);
  });

  it('that is none is refused', async () => {
    await expect(verdictOf(new TextEncoder().encode('stay_id,total\r\n'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
