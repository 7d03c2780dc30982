/** Texts of a length that nobody meant: whatever looks at one from each of its letters takes minutes, and the test its time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { profilesFor } from '../../../src/app/profiles.ts';
import { UserError } from '../../../src/errors.ts';
import { numbered, plain, unitOf } from '../../../src/files/column-names.ts';
import { jsonReader } from '../../../src/files/formats/json/json-value.ts';
import { readMap } from '../../../src/files/mapping.ts';
import { readProfile } from '../../../src/files/profile.ts';
import { projectText } from '../../../src/files/project-text.ts';
import { readWritten } from '../../../src/policy/written.ts';
import { readFilter } from '../../../src/ui/table/written-filter.ts';
import { small } from '../../ui/table/small-sheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-long-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const installation = { root: process.cwd(), snapshots: undefined };

/** What a reader says: the code of the mistake, or that it read. */
function said(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

describe('names of columns', () => {
  const million = 1_000_000;

  it('with marks behind them, and marks in the middle', () => {
    expect([plain(`总费用${':'.repeat(million)}`), plain(`*${'*:'.repeat(million)}x`).length]).toEqual(['总费用', 2 * million]);
    expect([unitOf(`总费用（元）${':'.repeat(million)}`), unitOf(`${'*'.repeat(million)}x`)]).toEqual(['yuan', undefined]);
  });

  it('that look like many', () => {
    const long = '1'.repeat(million);
    expect([numbered(`${long}x`).length, numbered(`${'1..'.repeat(10_000)}x`).length, numbered(`JBDM${long}..${long}`).length]).toEqual([
      1, 1, 1,
    ]);
    expect([numbered('JBDM9..11'), numbered('JBDM1..999999999'), numbered('JBDM3..1')]).toEqual([
      ['JBDM9', 'JBDM10', 'JBDM11'],
      ['JBDM1..999999999'],
      ['JBDM3..1'],
    ]);
  });

  it.each(['a', '=', ',', ':', '+', '1', ' ', ',dx', '1..', '((a+)+'])('--map of 50,000 letters: %j', part => {
    const text = part.repeat(50_000 / part.length);
    expect(said(() => readMap([text]))).toBe('USAGE');
    expect(said(() => readMap([`dx=${text}!`]))).toBe('read');
  });
});

it('a number of JSON with a million decimals', () => {
  const number = `1.${'0'.repeat(1_000_000)}1e2`;
  expect(jsonReader()(`{"a": ${number}}`)).toEqual(new Map([['a', number]]));
});

describe('a filter of 50,000 letters', () => {
  // the last are patterns that would be slow, and wrong, if anything took them for patterns
  const parts = ['a', '>', '=', ':', '!', ' ', 'a b ', '总费用', 'total>', 'department:', '..', '1..', '(a+)+$', '[', '\\', '.*'];
  it.each(parts)('of %j', part => {
    const text = part.repeat(50_000 / part.length);
    expect(said(() => readFilter(text, small))).toMatch(/^(?:STEP_INVALID|read)$/);
    expect(said(() => readFilter(`x${text}x`, small))).toBe('STEP_INVALID');
  });

  it('and one of 1,000 is looked for', () => {
    expect(readFilter('骨'.repeat(1_000), small)).toEqual({ is: 'has', text: '骨'.repeat(1_000), inverse: false });
    expect(said(() => readFilter('骨'.repeat(1_001), small))).toBe('STEP_INVALID');
  });
});

describe('YAML', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi'].map((key, i) => `${key}: &${key} [${`*${'abcdefghi'[i]}, `.repeat(9)}]\n`).join('')}`;
  const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}:\n`).join('');
  const deep = '['.repeat(100_000);

  it.each([
    ['a bomb of aliases', bomb],
    ['an alias of itself', '&a [*a]'],
    ['100,000 keys', keys(100_000)],
    ['a key twice', 'id: a\nid: b\n'],
    ['100,000 levels', deep],
    ['another kind of object', 'id: !!js/function "x"\n__proto__: {a: 1}\n'],
  ])('%s is no profile', (_, text) => {
    expect(said(() => readProfile(text, 'x.yaml'))).toBe('PARAMETER_INVALID');
  });

  it.each([
    ['a bomb of aliases', bomb, 'PARAMETER_INVALID'],
    ['a key twice', 'id: a\nid: b\n', 'SCENARIO_INVALID'],
    ['100,000 levels', deep, 'SCENARIO_INVALID'],
    ['100,000 keys', keys(100_000), 'read'],
  ])('%s is no policy and no scenario', (_, text, code) => {
    expect(said(() => readWritten(text, 'x.yaml', 'SCENARIO_INVALID'))).toBe(code);
  });

  it('of 5 MB is not read at all, wherever one is named', () => {
    const path = join(folder, 'x.yaml');
    writeFileSync(path, keys(600_000));
    expect([said(() => profilesFor(installation, path)), said(() => projectText(installation)(path))]).toEqual([
      'PARAMETER_INVALID',
      'FILE_TOO_LARGE',
    ]);
  });
});
