/** A workspace that somebody else has put something into: whatever is asked of it, nothing of that is run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite.ts';
import { ran, workplace } from '../../privacy/running.ts';

const { input, output } = workplace();
const january = input('jan.csv', 'stay_id,dx,total,discharged\nA1,I10.x00x002,5.00,2025-01-05\n');
const february = input('feb.csv', 'stay_id,dx,total,discharged\nA2,I10.x00x002,6.00,2025-02-05\n');
const w = join(output, 'W.casemix');

beforeAll(async () => {
  expect((await ran(['load', january, '--save', w])).status).toBe(0);
});

it.each([
  ['a trigger', 'CREATE TRIGGER evil AFTER INSERT ON stay BEGIN DELETE FROM change_log; END'],
  ['a view in the place of ours', 'DROP VIEW v_stay; CREATE VIEW v_stay AS SELECT 666 AS stay_id'],
  ['a table', 'CREATE TABLE mine AS SELECT 666 AS a'],
])('%s', async (_, sql) => {
  const database = await openDatabase(new Uint8Array(readFileSync(w)));
  database.exec(sql);
  const bytes = database.export();
  const foreign = input('foreign.casemix', bytes);
  const said = [
    await ran(['sql', foreign, 'SELECT * FROM v_stay']),
    await ran(['load', february, '--into', foreign]),
    await ran(['load', foreign]),
    await ran(['view', 'stays', '--data', foreign]),
    await ran(['group', foreign]),
    await ran(['workspace', 'show', foreign]),
    await ran(['workspace', 'close', foreign, '--month', '2025-01']),
    await ran(['verify', foreign]),
  ];
  const refused = [...Array(7).fill('3 WORKSPACE_DAMAGED'), '4 VERIFY_FAILED'];
  expect(said.map(({ status, err }) => `${status} ${/\[([A-Z_]+)\]\n$/.exec(err)?.[1]}`)).toEqual(refused);
  expect(said.filter(({ out }) => out.includes('666'))).toEqual([]);
  // and the file is as it was
  expect(Buffer.from(bytes).equals(readFileSync(foreign))).toBe(true);
});

it('the same file without it is asked', async () => {
  expect((await ran(['sql', w, 'SELECT total_fen FROM v_stay', '--format', 'csv'])).out).toBe('total_fen\r\n500\r\n');
});
