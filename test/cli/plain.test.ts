import { describe, expect, it } from 'vitest';
import { casemix } from './program.ts';

const steps = (...lines: readonly string[]) => ({ input: lines.map(line => `${line}\n`).join('') });

describe('the workbench line by line, from a script', () => {
  it('answers the group that loses most, a stay of it and why, without an escape sequence', () => {
    const { status, out, err } = casemix(['open', '--plain'], steps('go groups', 'open #1', 'open #1', 'quit', 'go stays'));
    expect([status, err, /[\u0000-\u0009\u000b-\u001f]/.test(out)]).toEqual([0, '', false]);
    const ways = out.split('\n').filter(line => /^(总览|病组)( › .*)?$/.test(line));
    expect([ways.map(way => way.split(' › ').length), /^ {2}怎样入组/m.test(out)]).toEqual([[1, 1, 2, 3], true]);
  });

  it('opens without being named, in English and in ASCII', () => {
    const { status, out } = casemix(['--plain', '--lang', 'en', '--ascii'], steps('go departments'));
    expect([status, out.startsWith('casemix Sample hospital (synthetic) 2025-01..12'), /^Departments$/m.test(out)]).toEqual([
      0,
      true,
      true,
    ]);
    // names of departments and groups are data; every other character is ASCII
    expect(out.replace(/[\p{Script=Han}（），。／、；：≥]/gu, '').match(/[^\x20-\x7e\n]/gu)).toBeNull();
  });

  it('tells a mistake apart from the results and goes on; a file that is not there ends it', () => {
    const [mistaken, missing] = [casemix(['open', '--plain'], steps('foo')), casemix(['open', '--plain', 'no-such-file.csv'])];
    expect([mistaken.status, mistaken.err.startsWith('! 没有“foo”这个命令'), missing.status, missing.code]).toEqual([
      0,
      true,
      3,
      'FILE_NOT_FOUND',
    ]);
  });

  it.each([
    ['an unknown theme', ['open', '--theme', 'pink']],
    ['an unknown kind of chart', ['open', '--graph', 'ink']],
  ])('%s is refused', (_, words) => {
    expect(casemix(words).status).toBe(2);
  });
});
