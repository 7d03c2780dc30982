import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/store/ask.ts';
import { oneStatement } from '../../src/store/one-statement.ts';
import { workspaceBytes } from '../../src/store/workspace-bytes.ts';
import { sampleFilling } from './sample-load.ts';

let image: Uint8Array;
beforeAll(async () => {
  image = await workspaceBytes(sampleFilling);
});

const question = (sql: string, rowLimit = 100) => ask({ image, sql, timeLimitMs: 5_000, rowLimit });

describe('a question in SQL', () => {
  it('is answered with columns and rows', async () => {
    expect(await question('SELECT department AS 科室, total_fen FROM v_stay ORDER BY 2')).toEqual({
      columns: ['科室', 'total_fen'],
      rows: [
        [null, 100_001],
        ['儿科', 300_000],
        ['骨科', 5_231_000],
      ],
      truncated: false,
    });
  });

  it.each([
    [2, 2, true],
    [3, 3, false],
  ])('with a limit of %i rows gives %i and says whether there are more: %s', async (limit, given, truncated) => {
    const answer = await question('WITH s AS (SELECT stay_id FROM v_stay) SELECT * FROM s', limit);
    expect([answer.rows.length, answer.truncated]).toEqual([given, truncated]);
  });

  it('without rows still names its columns', async () => {
    expect(await question('SELECT stay_id FROM v_stay WHERE age > 200')).toEqual({ columns: ['stay_id'], rows: [], truncated: false });
  });

  it('that SQLite does not understand fails with its words', async () => {
    await expect(question('SELECT salary FROM v_stay')).rejects.toMatchObject({
      code: 'SQL_FAILED',
      message: 'SQLite says: no such column: salary',
    });
  });

  it('that never ends is stopped', async () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
    await expect(ask({ image, sql: endless, timeLimitMs: 200, rowLimit: 1 })).rejects.toMatchObject({
      code: 'SQL_TIMEOUT',
      message: 'stopped after 0.2 seconds',
    });
  });

  it('about bytes that are no database fails', async () => {
    const broken = ask({
      image: new TextEncoder().encode('no database'.repeat(100)),
      sql: 'SELECT 1 FROM v_stay',
      timeLimitMs: 5_000,
      rowLimit: 1,
    });
    await expect(broken).rejects.toMatchObject({ code: 'SQL_FAILED', message: 'SQLite says: file is not a database' });
  });
});

describe('one reading statement', () => {
  it.each([
    'SELECT 1',
    'select 1;',
    '  -- why\n SELECT ";" , \';\', [;], `;` /* ; */ ;;',
    'WITH a AS (SELECT 1) SELECT replace(1, 2, 3) FROM a',
    "SELECT 'an open text; PRAGMA x",
    "WITH a AS (SELECT 'delete') SELECT * FROM a -- delete",
  ])('%s passes', sql => {
    expect(oneStatement(sql)).toBe(sql);
  });

  it.each([
    ['', 'there is no statement'],
    [' -- nothing', 'there is no statement'],
    ['SELECT 1; SELECT 2', 'one statement at a time'],
    ['SELECT 1; /* x */ DROP TABLE stay', 'one statement at a time'],
    ['PRAGMA query_only = OFF', 'read only: PRAGMA is not carried out'],
    ["ATTACH 'x' AS y", 'read only: ATTACH is not carried out'],
    ['delete from stay', 'read only: delete is not carried out'],
    ['EXPLAIN SELECT 1', 'read only: EXPLAIN is not carried out'],
    ['WITH a AS (SELECT 1) DELETE FROM stay', 'read only: DELETE is not carried out'],
    ['WITH a AS (SELECT 1) insert into stay SELECT * FROM a', 'read only: INSERT is not carried out'],
  ])('%s is refused: %s', (sql, message) => {
    expect(() => oneStatement(sql)).toThrow(expect.objectContaining({ code: 'SQL_REFUSED', message }));
  });
});
