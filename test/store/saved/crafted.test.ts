import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workspaceFile } from '../../../src/app/saved-loads.ts';
import { withEntry } from '../../../src/store/change-log.ts';
import { readSaved } from '../../../src/store/saved/read-saved.ts';
import type { Saved, SavedLoad, StoredColumn } from '../../../src/store/saved/saved.ts';
import { hashOfLoad } from '../../../src/store/saved/stored-load.ts';
import { inProcess } from '../../cli/in-process.ts';
import { sampleFilling } from '../sample-load.ts';
import { savedSample } from './saved-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-crafted-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file that somebody made who knows how: every hash in it is right, and its first load is not. */
function fileOf(saved: Saved): Promise<Uint8Array> {
  const { table } = savedSample();
  return workspaceFile({ ...savedSample(), ...saved }, { ...sampleFilling, stays: table });
}

const sample = savedSample();
const [first, second] = sample.loads as [SavedLoad, SavedLoad];
const withLoad = (changed: Partial<SavedLoad>): Saved => {
  const load = { ...first, ...changed };
  return { ...sample, loads: [{ ...load, sha256: hashOfLoad(load) }, second] };
};
const withColumn = (name: string, changed: Partial<StoredColumn>): Saved => {
  expect(first.columns.map(column => column.name)).toContain(name);
  return withLoad({ columns: first.columns.map(column => (column.name === name ? { ...column, ...changed } : column)) });
};
const u32 = (...values: number[]) => ({ bytes: new Uint8Array(Uint32Array.from(values).buffer) });
const i32 = (...values: number[]) => ({ bytes: new Uint8Array(Int32Array.from(values).buffer) });
const f64 = (...values: number[]) => ({ bytes: new Uint8Array(Float64Array.from(values).buffer) });
const text = (value: string) => ({ bytes: new TextEncoder().encode(value) });
const said = (details: string): Saved => ({
  ...sample,
  log: withEntry(sample.log, { at: '2026-01-02T03:04:05Z', what: 'close', details }),
});
const anything = (value: unknown) => value as never;
const without = (name: string): Saved => withLoad({ columns: first.columns.filter(column => !column.name.startsWith(name)) });

/** The sample has three rows, three item lines and one that waits. */
const crafted: readonly (readonly [what: string, saved: () => Saved])[] = [
  ['a column of five bytes where cells have four', () => withColumn('admitted', { bytes: new Uint8Array(5) })],
  ['a column that is too short', () => withColumn('total', f64(1, 2))],
  ['a column that is too long', () => withColumn('sex', { bytes: new Uint8Array(4) })],
  ['a column of another width', () => withColumn('sex', { kind: 'u32', ...u32(1, 2, 1) })],
  ['a column of a kind there is not', () => withColumn('sex', { kind: anything('toString') })],
  ['a column that no stay has', () => withColumn('sex', { name: 'constructor' })],
  ['no column of sexes', () => without('sex')],
  ['no diagnoses', () => without('dx')],
  ['no words of a column', () => withLoad({ columns: first.columns.filter(({ name }) => name !== 'department/words') })],
  ['a code behind the words', () => withColumn('department/codes', u32(0, 1, 4_000_000))],
  ['codes of one row too few', () => withColumn('department/codes', u32(0, 1))],
  ['a dictionary that is no JSON', () => withColumn('department/words', text('["'))],
  ['a dictionary that is no list', () => withColumn('department/words', text('{"length":9}'))],
  ['a dictionary of numbers', () => withColumn('department/words', text('[1,2,3,4,5,6]'))],
  ['a dictionary of nothing', () => withColumn('department/words', text('null'))],
  ['offsets that go back', () => withColumn('dx/offsets', u32(0, 3, 1, 4))],
  ['offsets that end behind the codes', () => withColumn('dx/offsets', u32(0, 1, 2, 4_000_000))],
  ['offsets that begin late', () => withColumn('dx/offsets', u32(1, 1, 2, 4))],
  ['too few offsets', () => withColumn('dx/offsets', u32(0))],
  ['a day that no calendar has', () => withColumn('discharged', i32(0, 0, 2_147_483_647))],
  ['half a fen', () => withColumn('total', f64(1, 2, 0.5))],
  ['money without an end', () => withColumn('total', f64(1, 2, Number.POSITIVE_INFINITY))],
  ['a row of a file that is not there', () => withColumn('source_file', { bytes: new Uint8Array(Uint16Array.of(0, 0, 99).buffer) })],
  ['lines of a stay that is not there', () => withColumn('charges.stay', u32(0, 1, 3))],
  ['lines out of order', () => withColumn('charges.stay', u32(2, 1, 0))],
  ['waiting lines of a stay that nobody names', () => withColumn('waiting.stay', u32(1))],
  ['names of stays of different length', () => withColumn('named.visit_id/codes', u32(1, 1))],
  ['more rows than columns have', () => withLoad({ rows: 4 })],
  ['half a row', () => withLoad({ rows: 2.5 })],
  ['fewer lines than columns have', () => withLoad({ lines: 0 })],
  ['loads that are not counted from one', () => ({ ...sample, loads: [{ ...first, load: 7, sha256: hashOfLoad({ ...first, load: 7 }) }] })],
  ['files that are none', () => withLoad({ files: anything(null) })],
  ['a file without a name', () => withLoad({ files: anything([{ ...first.files[0], name: undefined }]) })],
  ['a reading without columns', () => withLoad({ files: anything([{ ...first.files[0], reading: { format: 'text' } }]) })],
  ['findings that are none', () => withLoad({ findings: anything([]) })],
  ['a finding of no rule', () => withLoad({ findings: { list: [], counts: anything({ nonsense: 1 }), listedPerRule: 1 } })],
  ['a list of findings that is none', () => withLoad({ findings: { list: anything({}), counts: {}, listedPerRule: 1 } })],
  ['rules that are none', () => ({ ...sample, rules: anything({ sameDay: 'x' }) })],
  ['an entry of the log that is no JSON', () => said('{')],
  ['an entry of the log that is nothing', () => said('null')],
  ['an entry of the log whose month is a number', () => said('{"month":3}')],
  ['an entry of the log whose counts are words', () => said('{"load":1,"added":"x"}')],
  ['a closed month that is none', () => ({ ...sample, closed: [{ month: '\u001b[2J', at: '' }] })],
];

describe('a crafted workspace whose hashes are right', () => {
  it('is read when nothing else was changed', async () => {
    expect(readSaved(await fileOf(withLoad({})), 'w.casemix').loads.length).toBe(2);
  });

  it.each(crafted)('with %s is refused', async (_, saved) => {
    const bytes = await fileOf(saved());
    expect(() => readSaved(bytes, 'w.casemix')).toThrowError(expect.objectContaining({ code: 'WORKSPACE_DAMAGED' }));
  });

  it('ends every command with its code, and never as a bug', async () => {
    const path = join(folder, 'w.casemix');
    const ended: unknown[] = [];
    for (const [, saved] of [crafted[0]!, crafted[16]!, crafted[31]!, crafted[38]!]) {
      writeFileSync(path, await fileOf(saved()));
      for (const words of [
        ['workspace', 'show', path],
        ['workspace', 'log', path],
        ['verify', path],
        ['load', path],
      ]) {
        const { status, code } = await inProcess(words, { home: folder });
        ended.push([words[0], status, code]);
      }
    }
    const refused = [3, 'WORKSPACE_DAMAGED'];
    const each = [
      ['workspace', ...refused],
      ['workspace', ...refused],
      ['verify', 4, 'VERIFY_FAILED'],
      ['load', ...refused],
    ];
    expect(ended).toEqual([...each, ...each, ...each, ...each]);
  });
});
