import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { brokenEntry, type ChainedEntry, withEntry } from '../../src/store/change-log.ts';
import { openWorkspace } from '../../src/store/workspace.ts';

const entries = ['one', 'two', 'three'].map(details => ({ at: '2026-01-02T03:04:05Z', what: 'load', details }));
const log = entries.reduce<readonly ChainedEntry[]>(withEntry, []);

describe('the change log', () => {
  it('begins at zeros and is sound as written', () => {
    const zeros = '0'.repeat(64);
    const first = createHash('sha256').update(`["${zeros}","2026-01-02T03:04:05Z","load","one"]`).digest('hex');
    expect([log[0], log[1]?.previous, brokenEntry(log)]).toEqual([{ ...entries[0], previous: zeros, hash: first }, first, undefined]);
  });

  it('of nothing is sound', () => {
    expect(brokenEntry([])).toBe(undefined);
  });

  it.each([
    ['a changed text', log.map((entry, i) => (i === 1 ? { ...entry, details: 'TWO' } : entry)), 2],
    ['a changed time', log.map((entry, i) => (i === 2 ? { ...entry, at: '2026-01-02T03:04:06Z' } : entry)), 3],
    ['a changed hash', log.map((entry, i) => (i === 0 ? { ...entry, hash: 'x' } : entry)), 1],
    ['a first entry taken out', log.slice(1), 1],
    ['a middle entry taken out', log.filter((_, i) => i !== 1), 2],
    ['two entries changed round', [log[0]!, log[2]!, log[1]!], 2],
  ])('shows %s', (_, changed, entry) => {
    expect(brokenEntry(changed)).toBe(entry);
  });

  it.each(['UPDATE change_log SET details = 1', 'DELETE FROM change_log'])('of a workspace cannot be changed by %s', async sql => {
    const { database } = await openWorkspace();
    const { at, what, details, previous, hash } = log[0]!;
    database.run('INSERT INTO change_log VALUES (1, ?, ?, ?, ?, ?)', [at, what, details, previous, hash]);
    expect(() => database.run(sql)).toThrow('the change log is append only');
  });
});
