import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { appendChange, brokenEntry } from '../../src/store/change-log.ts';
import { openWorkspace } from '../../src/store/workspace.ts';

const entries = ['one', 'two', 'three'].map(details => ({ at: '2026-01-02T03:04:05Z', what: 'load', details }));

async function logged() {
  const workspace = await openWorkspace();
  for (const entry of entries) appendChange(workspace, entry);
  return workspace;
}

const change = (sql: string) => async () => {
  const workspace = await logged();
  workspace.database.exec('DROP TRIGGER change_log_is_kept; DROP TRIGGER change_log_stays_as_written');
  workspace.database.run(sql);
  return brokenEntry(workspace);
};

describe('the change log', () => {
  it('begins at zeros and is sound as written', async () => {
    const workspace = await logged();
    const [log] = workspace.database.exec('SELECT previous, hash FROM change_log ORDER BY entry');
    const zeros = '0'.repeat(64);
    const first = createHash('sha256').update(`["${zeros}","2026-01-02T03:04:05Z","load","one"]`).digest('hex');
    expect([log?.values[0], log?.values[1]?.[0], brokenEntry(workspace)]).toEqual([[zeros, first], first, undefined]);
  });

  it.each(['UPDATE change_log SET details = 1', 'DELETE FROM change_log'])('%s is not possible', async sql => {
    const workspace = await logged();
    expect(() => workspace.database.run(sql)).toThrow('the change log is append only');
  });

  it.each([
    ["UPDATE change_log SET details = 'TWO' WHERE entry = 2", 2],
    ["UPDATE change_log SET hash = 'x' WHERE entry = 1", 1],
    ['DELETE FROM change_log WHERE entry = 1', 2],
    ['DELETE FROM change_log WHERE entry = 2', 3],
  ])('shows that somebody did %s', async (sql, entry) => {
    expect(await change(sql)()).toBe(entry);
  });
});
