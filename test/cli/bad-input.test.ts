import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casemix } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-bad-'));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const header = 'id,sex,age_years,age_days,weight_g,dept,los_days,discharge_way,dx,px';
const good = file('good.csv', `${header}\nA1,1,70,,,03,5,1,I63.900|I10.x00,\nA2,2,30,,,07,3,1,O80.000|Z37.000x001,\n`);
const oneBad = file('one-bad.csv', `${header}\nA1,1,70,,,03,5,1,I63.900,\nA1,2,30,,,07,3,1,O80.000,\n`);
const brokenCard = join(folder, 'catalogue');
cpSync('data/catalogue/chs-drg-2.0', brokenCard, { recursive: true });
writeFileSync(join(brokenCard, 'catalogue.json'), '{"id": ');

describe('what cannot be used ends with a code, a hint and its status', () => {
  it.each([
    ['a file that is not there', ['group', join(folder, 'none.csv')], 3, 'FILE_NOT_FOUND'],
    ['a folder', ['group', folder], 3, 'FILE_UNREADABLE'],
    ['0 bytes', ['group', file('zero.csv', '')], 3, 'FILE_EMPTY'],
    ['a header only', ['group', file('header.csv', `${header}\n`)], 3, 'NOTHING_LOADED'],
    ['an unknown header', ['group', file('other.csv', 'a,b,c\n1,2,3\n')], 3, 'HEADER_UNKNOWN'],
    [
      'bytes of no encoding',
      ['group', file('bytes.csv', new Uint8Array([...Buffer.from(`${header}\nA1,1,`), 0xff, 0xff, 0x0a]))],
      3,
      'FILE_ENCODING',
    ],
    ['a picture', ['group', file('picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))], 3, 'FILE_NOT_TEXT'],
    ['half an archive', ['group', file('half.csv', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2]))], 3, 'FILE_DAMAGED'],
    ['an unknown catalogue', ['group', good, '--catalogue', 'chs-drg-9'], 3, 'CATALOGUE_UNKNOWN'],
    ['an unknown policy', ['settle', good, '--policy', 'atlantis'], 3, 'POLICY_UNKNOWN'],
    ['costs that are not there', ['settle', good, '--policy', 'wuhan-2024-illustrative'], 3, 'HEADER_UNKNOWN'],
    [
      'a scenario that extends itself',
      ['scenario', 'check', file('self.yaml', 'schema: scenario/1\nid: self\ntitle: self\nextends: self.yaml\n')],
      3,
      'SCENARIO_CYCLE',
    ],
    [
      'a scenario outside the project',
      ['scenario', 'check', file('out.yaml', 'schema: scenario/1\nid: out\ntitle: out\nextends: ../../../etc/passwd\n')],
      3,
      'SCENARIO_OUTSIDE',
    ],
    ['an existing output file', ['group', good, '-o', oneBad], 2, 'OUTPUT_EXISTS'],
    ['the input as output, even with --force', ['group', good, '-o', good, '--force'], 2, 'OUTPUT_IS_INPUT'],
    ['a broken catalogue card', ['group', good, '--catalogue', brokenCard], 3, 'CATALOGUE_INVALID'],
    ['a number of rows that is none', ['compare', 'scenarios/compare-2025.yaml', '--top', '-1'], 2, 'USAGE'],
    ['an unknown stay', ['explain', 'data/samples/hospital-2025.csv.gz', '--stay', 'S9999999'], 3, 'STAY_UNKNOWN'],
    ['no stay at all', ['explain'], 2, 'USAGE'],
    ['a workbench without a terminal', ['open'], 2, 'NO_TERMINAL'],
    ['SQL that writes', ['sql', good, 'DELETE FROM stay'], 3, 'SQL_REFUSED'],
    ['a number that is none', ['synth', '--stays', 'many', '--seed', '1', '-o', join(folder, 's')], 2, 'USAGE'],
    ['a refused row under --strict', ['group', oneBad, '--strict'], 3, undefined],
  ])('%s', (_, words, status, code) => {
    const ran = casemix(words);
    expect({ status: ran.status, code: ran.code }).toEqual({ status, code });
  });

  it('a misspelt parameter is named with the nearest one, file and line', () => {
    const base = ['schema: scenario/1', 'id: typo', 'title: typo', 'policy: data/policies/wuhan-2024-illustrative.yaml', 'parameters:'];
    const path = join(process.cwd(), 'scenarios', '.typo-test.yaml');
    writeFileSync(path, [...base, '  outliers.low.treshold: {value: "0.3", unit: ratio, source: assumption}', ''].join('\n'));
    const ran = casemix(['scenario', 'check', 'scenarios/.typo-test.yaml', '--lang', 'en']);
    rmSync(path);
    expect(ran.status).toBe(3);
    expect(ran.code).toBe('PARAMETER_UNKNOWN');
    expect(ran.err.split('\n')[0]).toBe('scenarios/.typo-test.yaml:6: no parameter named "outliers.low.treshold"');
    expect(ran.err).toMatch(/outliers\.low\.threshold/);
  });

  it('words the line does not know are a usage error', () => {
    expect(casemix(['grup', good]).status).toBe(2);
    expect(casemix(['group', good, '--nonsense']).status).toBe(2);
    expect(casemix(['group']).status).toBe(2);
  });

  it('a write error leaves nothing behind', () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, 'a file where a folder is needed');
    const ran = casemix(['group', good, '-o', join(blocked, 'out.csv')]);
    expect({ status: ran.status, code: ran.code }).toEqual({ status: 1, code: 'OUTPUT_FAILED' });
    expect(readFileSync(blocked, 'utf8')).toBe('a file where a folder is needed');
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk behind standard output is explained', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `node dist/casemix.mjs group ${good} --lang en > /dev/full`], { encoding: 'utf8' });
    expect([status, stderr.split('\n').at(-3)]).toEqual([1, '-: writing failed: the disk is full']);
  });

  it('half a file loses no row silently', () => {
    const half = file('half.csv', `${header}\nA1,1,70,,,03,5,1,I63.900,\nA2,2,30,,,07`);
    const ran = casemix(['load', half, '--format', 'json']);
    const { read, loaded, refused } = JSON.parse(ran.out);
    expect({ status: ran.status, read, loaded, refused }).toEqual({ status: 0, read: 2, loaded: 1, refused: 1 });
  });
});

describe('output files', () => {
  it('are private, whole, and replaced only with --force', () => {
    const place = join(folder, 'place');
    mkdirSync(place);
    const out = join(place, 'out.csv');
    expect(casemix(['group', good, '-o', out]).status).toBe(0);
    const first = readFileSync(out, 'utf8');
    // I63.900 is in BR2's D1 and I10.x00 no complication; O80.000 enters MDCO, its other diagnosis Z37.000x001 is in OR1's D1
    expect(
      first
        .split('\r\n')
        .slice(1, 3)
        .map(line => line.split(',').slice(0, 4).join()),
    ).toEqual(['A1,MDCB,BR2,BR25', 'A2,MDCO,OR1,OR19']);
    expect(casemix(['group', oneBad, '-o', out]).code).toBe('OUTPUT_EXISTS');
    expect(readFileSync(out, 'utf8')).toBe(first);
    expect(casemix(['group', oneBad, '-o', out, '--force']).status).toBe(0);
    expect(readdirSync(place)).toEqual(['out.csv']);
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600);
  });
});
