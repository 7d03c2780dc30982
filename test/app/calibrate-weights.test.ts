/** `weights` from the words to the files, on a synthetic region whose costs are known, and on the worked vector as a file of stays. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWeights } from '../../src/payment/weights.ts';
import type { RegionTruth } from '../../src/synth/region-truth.ts';
import { inProcess } from '../cli/in-process.ts';
import { mistakes } from '../report/conforms.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-weights-'));
const at = (name: string): string => join(folder, name);
const run = (...words: string[]) => inProcess(words, { home: folder });
const files = [2024, 2025].map(year => at(`region/history-${year}.csv`));
const rows = (path: string): readonly (readonly string[])[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'));

let truth: RegionTruth;
beforeAll(async () => {
  const made = await run(
    'synth',
    '--history',
    '--hospitals',
    '3',
    '--years',
    '2',
    '--stays',
    '500',
    '--seed',
    '4',
    '-o',
    at('region'),
    '--lang',
    'en',
  );
  expect([made.status, made.err.split('\n')[2]]).toEqual([
    0,
    `A synthetic region history, no real person: 3 hospitals, 500 stays; the truth is in ${at('region')}/truth.json`,
  ]);
  truth = JSON.parse(readFileSync(at('region/truth.json'), 'utf8'));
}, 60_000);

describe('weights of the synthetic region', () => {
  it('are what was planted, untrimmed, group by group', async () => {
    const ran = await run('weights', ...files, '--trim', 'none', '-o', at('untrimmed'), '--lang', 'en', '--format', 'json');
    const found = JSON.parse(ran.out);
    expect([ran.status, mistakes(found, 'weights')]).toEqual([0, []]);
    expect(found.answer.en).toMatch(/^500 stays \(all years alike, 3 hospitals\) give weights to \d+ of 634 groups: RIV 0\.\d{4}, /);
    const measured = new Map<string, { cases: number; mean_cost: string }>(
      found.groups.flatMap((group: { drg: string; cases: number }) => (group.cases > 0 ? [[group.drg, group]] : [])),
    );
    // a case may land in another group than the one that was meant; where no case went astray the mean is the planted one to the fen
    const same = truth.groups.filter(({ drg, cases }) => measured.get(drg)?.cases === cases);
    expect(same.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(475);
    expect(same.map(({ drg }) => measured.get(drg)!.mean_cost)).toEqual(same.map(group => group.mean_cost));
    // every stay is kept, so the mean of all is the mean of the truth, and Σ W·n = n
    expect([found.mean_cost, found.cmi, found.stays.left_out.ungrouped]).toEqual([truth.mean_cost, '1.000000', 0]);
    const benchmarks = rows(at('untrimmed/benchmark.tsv'));
    expect(benchmarks[0]).toEqual(['drg', 'mean_cost', 'mean_days', 'cases']);
    expect(benchmarks.slice(1).map(([drg, mean, , cases]) => [drg, mean, Number(cases)])).toEqual(
      [...measured].map(([drg, group]) => [drg, group.mean_cost, group.cases]),
    );
  });

  it('come out the same when the files come in another order', async () => {
    const both = [files, [...files].reverse()];
    const out = await Promise.all(both.map(async own => JSON.parse((await run('weights', ...own, '--format', 'json')).out)));
    expect(out[1].groups).toEqual(out[0].groups);
  });

  it('are a table the program reads, stamped with its files, and with 自测 for the files it is to settle', async () => {
    const words = ['--borrow', 'adrg', '--years', '1,2', '--force', '--quiet'];
    const plain = await run('weights', ...files, ...words, '-o', at('plain'));
    expect([plain.status, plain.out.includes('自测')]).toEqual([0, false]);
    const self = await run('weights', ...files, ...words, '-o', at('self'), '--settles', files[1]!);
    expect(self.out.split('\n')[1]).toBe('  ! 自测，不可用于结算：权重来自将要结算的同一批文件');
    const [one, other] = ['plain', 'self'].map(name => readWeights(readFileSync(at(`${name}/weights.tsv`), 'utf8'), 'w.tsv'));
    expect([one!.stamp.selfTested, other!.stamp.selfTested, one!.stamp.calibratedFrom.length, one!.listed]).toEqual([false, true, 2, 634]);
    const sources = new Set(
      rows(at('plain/weights.tsv'))
        .slice(1)
        .map(row => row.slice(3, 5).join(' ').trim()),
    );
    expect(sources).toEqual(new Set(['computed', 'borrowed adrg', 'none']));
    expect(readFileSync(at('plain/weights.txt'), 'utf8')).toBe(plain.out);
  });
});

describe('what the words ask', () => {
  // 30 stays of one group at 10,000 yuan: W = 1, and 30 are expected to grow by 5 %
  const stays = ['stay_id,sex,age,discharged,dx,px,total,days,western_drug,treatment,hospital_level'];
  for (let i = 0; i < 30; i++)
    stays.push(`S${i},1,60,2025-03-0${1 + (i % 9)},I20.000,,10000.00,5,6000.00,4000.00,${i < 10 ? 'tertiary' : 'secondary'}`);
  const one = at('one.csv');
  writeFileSync(one, `${stays.join('\n')}\n`);

  it('a rate from a budget', async () => {
    const words = ['--budget', '220500', '--share', '0.7', '--expected-growth', '0.05', '--lang', 'en'];
    const { out } = await run('weights', one, ...words);
    // 220,500 / 0.7 = 315,000; 30 x 1.05 = 31.5
    expect(out).toContain(
      'rate (CNY per weight): 10000.00 = 315000.00 ÷ 31.5000\n  budgeted total cost (CNY): 220500.00 ÷ 0.7 = 315000.00\n',
    );
    expect(out).toContain('the history has 0 hospital(s) that can be told apart: not a region');
  });

  it('a rate under coefficients by level of hospital', async () => {
    const budget = ['--budget', '280000', '--lang', 'en', '--quiet'];
    const { out } = await run('weights', one, ...budget, '--coefficients', 'tertiary=1.2,secondary=0.8');
    // 10 x 1.2 + 20 x 0.8 = 28, on the fund basis
    expect(out).toContain('rate (CNY per weight): 10000.00 = 280000.00 ÷ 28.0000\n');
    expect((await run('weights', one, ...budget, '--coefficients', 'tertiary=1.2')).code).toBe('USAGE');
    expect((await run('weights', one, ...budget, '--expected-growth', '-1')).code).toBe('CALIBRATION_EMPTY');
  });

  it.each([
    [['--borrow', 'previous'], 'USAGE'],
    [['--years', '1,x'], 'USAGE'],
    [['--structure', 'drinks=0.5'], 'USAGE'],
    [['--budget', 'a lot'], 'USAGE'],
    [['--budget', '100', '--share', '0'], 'USAGE'],
    [['--borrow', 'reference', '--reference', 'no-such.tsv'], 'FILE_NOT_FOUND'],
  ])('%j cannot be used: %s', async (words, code) => {
    expect((await run('weights', one, ...words)).code).toBe(code);
  });

  it('a history in which nothing can be measured', async () => {
    writeFileSync(at('none.csv'), 'stay_id,sex,age,dx,total\nS1,1,60,I20.000,0.00\n');
    expect(await run('weights', at('none.csv'))).toMatchObject({ status: 3, code: 'CALIBRATION_EMPTY' });
    writeFileSync(at('costless.csv'), 'stay_id,sex,age,dx\nS1,1,60,I20.000\n');
    expect(await run('weights', at('costless.csv'))).toMatchObject({ status: 3, code: 'HEADER_UNKNOWN' });
  });

  it('a structure needs charges by category', async () => {
    writeFileSync(at('totals.csv'), 'stay_id,sex,age,dx,total\nS1,1,60,I20.000,10.00\n');
    expect((await run('weights', at('totals.csv'), '--structure', 'drugs=0.5')).code).toBe('HEADER_UNKNOWN');
    expect((await run('weights', one, '--structure', 'drugs=0.5')).status).toBe(0);
  });

  it('an existing file of the folder is not replaced', async () => {
    expect((await run('weights', one, '-o', at('twice'), '--quiet')).status).toBe(0);
    expect((await run('weights', one, '-o', at('twice'), '--quiet')).code).toBe('OUTPUT_EXISTS');
  });
});
