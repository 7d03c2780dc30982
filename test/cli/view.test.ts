import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casemix } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-view-'));
const stays = join(folder, 'stays.csv');
casemix(['synth', '--stays', '200', '--seed', '5', '-o', folder]);

const cells = (out: string) =>
  out
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(','));

describe('view', () => {
  it('prints the rows of a screen after steps: filtered, and sorted from the largest', () => {
    const ran = casemix(['view', 'stays', 'filter=骨科', 'sort=-total', '--data', stays, '--format', 'csv']);
    const [head = [], ...rows] = cells(ran.out);
    const totals = rows.map(row => Number(row[head.indexOf('总费用（元）')]));
    const departments = readFileSync(stays, 'utf8')
      .split('\n')
      .filter(line => line.includes('骨科')).length;
    expect([ran.status, rows.every(row => row.join().includes('骨科')), rows.length]).toEqual([0, true, departments]);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
  });

  it('prints how the files were understood, and what a check found', () => {
    const [head = [], file = [], ...more] = cells(casemix(['view', 'data', 'by=files', '--data', stays, '--format', 'csv']).out);
    const of = (title: string) => file[head.indexOf(title)];
    const sha256 = createHash('sha256').update(readFileSync(stays)).digest('hex').slice(0, 12);
    expect([of('文件'), of('读取'), of('载入'), of('拒收'), of('sha256'), more]).toEqual(['stays.csv', '200', '200', '0', sha256, []]);

    const broken = join(folder, 'broken.csv');
    const [header = '', first = '', second = ''] = readFileSync(stays, 'utf8').split('\n');
    // the second row ends too early: record 3 of the file
    writeFileSync(broken, `${[header, first, second.slice(0, 20)].join('\n')}\n`);
    const found = cells(casemix(['view', 'data', 'open=row_too_short', '--data', broken, '--format', 'csv']).out);
    expect(found.map(row => [row[0], row[1], row[4], row[5]])).toEqual([
      ['行号', '文件', '处理', '病例号'],
      ['3', 'broken.csv', '拒收', ''],
    ]);
  });

  it('explains one stay', () => {
    const ran = casemix(['view', 'stays', 'open=#1', '--data', stays]);
    expect([ran.status, ran.out.includes('怎样入组'), ran.out.includes('怎样付费')]).toEqual([0, true, true]);
  });

  it('sets a parameter: twice the rate, twice the standard of a tertiary hospital paid by rate', () => {
    const standards = (...steps: readonly string[]) => {
      const [head = [], ...rows] = cells(casemix(['view', 'stays', 'scenario=drg-1.1', ...steps, '--data', stays, '--format', 'csv']).out);
      return rows.map(row => row[head.indexOf('支付标准（元）')]).filter(text => text !== '');
    };
    const before = standards();
    const after = standards('set=price.rates.tertiary.employee:1');
    expect([before.length > 100, after.length]).toEqual([true, before.length]);
    // a rate of 1 yuan: the standard of an employee is the weight times the coefficient, far below 100 yuan
    expect(after.filter(text => Number(text) < 100).length).toBeGreaterThan(20);
    expect(after.filter((text, i) => text === before[i]).length).toBeGreaterThan(20);
  });

  it.each([
    [['view', 'nix'], 2, 'STEP_INVALID'],
    [['view', 'stays', 'sort=nix'], 2, 'STEP_INVALID'],
    [['view', 'stays', 'dance'], 2, 'STEP_UNKNOWN'],
    [['view', 'stays', 'open=#0'], 2, 'STEP_INVALID'],
    [['view', 'stays', 'open=#1', '--format', 'csv'], 2, 'VIEW_IS_TEXT'],
    [['view', 'stays', 'set=price.nix:1'], 3, 'PARAMETER_UNKNOWN'],
    [['view', 'stays', '--data', 'nix.csv'], 3, 'FILE_NOT_FOUND'],
  ])('%j ends with %d %s', (words, status, code) => {
    const ran = casemix(words.includes('--data') ? words : [...words, '--data', stays]);
    expect([ran.status, ran.code, ran.out]).toEqual([status, code, '']);
  });
});

describe('replay', () => {
  const sha256 = createHash('sha256').update(readFileSync(stays)).digest('hex');
  const log = (steps: string, hash = sha256) => {
    const file = join(
      folder,
      `${createHash('sha256')
        .update(steps + hash)
        .digest('hex')
        .slice(0, 8)}.yaml`,
    );
    writeFileSync(
      file,
      `schema: log/1\nprogram: casemix 0.1.0\nlanguage: zh\ncomparison: scenarios/compare-2025.yaml\ndata:\n  - ${stays}\nfiles:\n  - name: stays.csv\n    sha256: ${hash}\n    read: 200\n    loaded: 200\n    refused: 0\nsteps:\n${steps}`,
    );
    return file;
  };

  it('ends at the view that the same steps print', () => {
    const replayed = casemix(['replay', log('  - go: stays\n  - filter: 骨科\n  - sort: -total\n'), '--format', 'csv']);
    const viewed = casemix(['view', 'stays', 'filter=骨科', 'sort=-total', '--data', stays, '--format', 'csv']);
    expect([replayed.status, replayed.out]).toEqual([0, viewed.out]);
  });

  it('writes nothing but its own -o, and says so', () => {
    const [target, own] = [join(folder, 'out.csv'), join(folder, 'own.csv')];
    const ran = casemix([
      'replay',
      log(`  - go: stays\n  - export: ${target}\n  - overwrite: ${target}\n  - filter: 骨科\n`),
      '-o',
      own,
      '--format',
      'csv',
    ]);
    expect([ran.status, ran.err.includes('第 2、3 步'), existsSync(target)]).toEqual([0, true, false]);
    const viewed = casemix(['view', 'stays', 'filter=骨科', '--data', stays, '--format', 'csv']);
    expect(readFileSync(own, 'utf8').replace(/^\uFEFF/, '')).toBe(viewed.out.replace(/^\uFEFF/, ''));
  });

  it('stops at the first step that was left out, says what was not done, and ends with 4', () => {
    const file = log('  - go: stays\n  - sort: -total\n  - filter:\n      left_out: identifier\n  - open: "#1"\n  - back:\n');
    const ran = casemix(['replay', file, '--format', 'csv']);
    const viewed = casemix(['view', 'stays', 'sort=-total', '--data', stays, '--format', 'csv']);
    expect([ran.status, ran.err.includes('第 3 步'), ran.err.includes('其后 2 步'), ran.out]).toEqual([4, true, true, viewed.out]);
  });

  it('refuses other data unless they are given on purpose', () => {
    const file = log('  - go: stays\n', 'ab'.repeat(32));
    expect(casemix(['replay', file])).toMatchObject({ status: 3, code: 'LOG_OTHER_DATA' });
    expect(casemix(['replay', file, '--data', stays]).status).toBe(0);
  });
});
