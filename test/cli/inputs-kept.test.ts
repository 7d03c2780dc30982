/** `--force` replaces old results, never a file that the same line reads, whichever option or file names it. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../src/cli/deliver.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-inputs-'));
const home = join(folder, 'home');
mkdirSync(home);
const at = (name: string): string => join(folder, name);
const put = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};

const stays = put(
  'stays.csv',
  [
    'stay_id,hospital_level,insurance,sex,age_years,days,dx,px,total',
    'A1,tertiary,310,1,66,8,C34.900x006,87.4101,15000.00',
    'A2,tertiary,310,1,66,8,C34.900x006,87.4101,15000.00',
    '',
  ].join('\n'),
);
put('weights.tsv', readFileSync('data/weights/reference-2.0.tsv', 'utf8'));
const policy = put(
  'city.yaml',
  readFileSync('data/policies/wuhan-2024-illustrative.yaml', 'utf8')
    .replace(/\nknown_answers:[\s\S]*/, '\nknown_answers: none\n')
    .replace('data/weights/reference-2.0.tsv', at('weights.tsv')),
);

async function refused(target: string, ...words: readonly string[]) {
  const before = readFileSync(target, 'utf8');
  const { status, code } = await inProcess([...words, '--force'], { home });
  expect(readFileSync(target, 'utf8')).toBe(before);
  return [status === 0, code];
}
const isInput = [false, 'OUTPUT_IS_INPUT'];

describe('a file that is read', () => {
  it('is not replaced: stays, policy, the table that the policy names', async () => {
    expect(readFileSync(policy, 'utf8')).toContain(at('weights.tsv'));
    for (const target of [stays, policy, at('weights.tsv')])
      expect(await refused(target, 'settle', stays, '--policy', policy, '-o', target)).toEqual(isInput);
  });

  it('is not replaced: budget and benefit', async () => {
    const budget = put('budget.yaml', 'year: 2025\n');
    const benefit = put('benefit.yaml', 'id: 测试\n');
    expect(await refused(budget, 'clear', stays, '--policy', policy, '--budget', budget, '-o', budget)).toEqual(isInput);
    expect(await refused(benefit, 'settle', '--estimate', '--policy', policy, '--benefit', benefit, '-o', benefit)).toEqual(isInput);
  });

  it('is not replaced in the folder of results: the weights of last year, tables of a DIP catalogue', async () => {
    const made = at('made');
    mkdirSync(made);
    const previous = put('made/weights.tsv', 'drg\tname\tweight\nER15\t测试\t1.5\n');
    expect(await refused(previous, 'weights', stays, '--borrow', 'previous', '--previous', previous, '-o', made)).toEqual(isInput);
    const dip = at('dip');
    mkdirSync(dip);
    const kinds = put('dip/procedure-types.tsv', 'codes\ttype\n');
    expect(await refused(kinds, 'dip', 'build', stays, '--procedure-types', kinds, '-o', dip)).toEqual(isInput);
  });

  it('is not replaced: a shipped policy named by its id, a policy of a comparison', async () => {
    const shipped = 'data/policies/wuhan-2024-illustrative.yaml';
    expect(await refused(shipped, 'settle', stays, '--policy', 'wuhan-2024-illustrative', '-o', shipped)).toEqual(isInput);
    const comparison = put('comparison.yaml', `scenarios: [{policy: "${policy}"}]\n`);
    for (const target of [comparison, policy]) expect(await refused(target, 'compare', comparison, '-o', target)).toEqual(isInput);
  });

  it('is known by whatever word names it, also one that nobody has thought of yet', () => {
    expect(rulesOf({ 'some-new-option': stays, output: at('weights.tsv') }).inputs).toEqual([stays]);
  });
});

it('a command, a format or the id of what is made names no file, whatever folders there are', () => {
  expect(rulesOf({ _: ['made'], $0: stays, id: stays, format: stays, o: stays, output: stays }).inputs).toEqual([]);
});

it('an old result is replaced', async () => {
  const old = put('old.csv', 'old');
  const { status } = await inProcess(['settle', stays, '--policy', policy, '-o', old, '--force'], { home });
  expect([status, readFileSync(old, 'utf8').includes('A1')]).toEqual([0, true]);
});
