import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mistakes } from '../report/conforms.ts';
import { casemix } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-profile-'));
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const exported = file('export.csv', '测试医院\n单位：万元\n流水|科别|姓名|主诊|总额\n1|内科|张三|I10.x00|1.5\n2|外科|李四|J18.900|0.25\n');
const map = 'stay_id=流水,department=科别,dx=主诊,total=总额';

describe('casemix profile', () => {
  it('lists what there is, for people and for scripts', () => {
    const { status, out } = casemix(['profile', 'list', '--format', 'json']);
    const list = JSON.parse(out);
    expect([status, mistakes(list, 'profile-list')]).toEqual([0, []]);
    expect(list.profiles.find(({ id }: { id: string }) => id === 'common')).toEqual({
      id: 'common',
      title: '常用列名 / Usual column names',
      document: 'stay',
      basis: 'assumption',
      place: null,
    });
    expect(casemix(['profile', 'list', '--lang', 'en']).out).toMatch(
      /^common {2,}常用列名 \/ Usual column names {2,}stays {2,}assumption, unverified {2,}built in$/m,
    );
  });

  it('shows one, and says which there are when it is none', () => {
    expect(casemix(['profile', 'show', 'opendrg-web']).out).toMatch(/^total {2,}总费用 {2,}元$/m);
    expect(casemix(['profile', 'show', 'nothing'])).toMatchObject({ status: 2, code: 'USAGE' });
    expect(casemix(['profile', 'show'])).toMatchObject({ status: 2, code: 'USAGE' });
  });

  it('tries a file: what is not understood is said, and becomes a profile once the person has said it', () => {
    expect(casemix(['profile', 'try', exported])).toMatchObject({ status: 3, code: 'HEADER_UNKNOWN' });
    const home = mkdtempSync(join(tmpdir(), 'casemix-profile-home-'));
    const run = (...words: string[]) => casemix(words, { home });
    const tried = run('profile', 'try', exported, '--map', map, '--save-profile', 'his', '--format', 'json');
    expect([tried.status, mistakes(JSON.parse(tried.out), 'profile-try')]).toEqual([0, []]);
    const saved = join(home, 'casemix', 'profiles', 'his.yaml');
    const yaml = readFileSync(saved, 'utf8');
    expect(['张三', '李四', 'I10', '内科', '姓名'].filter(cell => yaml.includes(cell))).toEqual([]);

    // read without a word about its columns: 1.50 and 0.25 ten thousand yuan
    const loaded = JSON.parse(run('load', exported, '--format', 'json').out);
    expect([loaded.loaded, loaded.files[0].profile]).toEqual([2, 'his']);
    const group = run('group', exported);
    expect([
      group.status,
      group.out
        .split('\n')
        .slice(1, 3)
        .map(line => line.split(',')[0]),
    ]).toEqual([0, ['1', '2']]);

    expect(run('profile', 'try', exported, '--map', map, '--save-profile', 'his')).toMatchObject({ status: 2, code: 'OUTPUT_EXISTS' });
    expect(run('profile', 'try', exported, '--map', map, '--save-profile', '../his')).toMatchObject({ status: 2, code: 'USAGE' });
    expect(run('profile', 'try', exported, '--map', map, '--save-profile', 'casemix')).toMatchObject({ status: 2, code: 'USAGE' });
  });

  it('takes a profile file and a mapping in every command that reads stays', () => {
    const byMap = casemix(['load', exported, '--map', map, '--format', 'json']);
    expect([byMap.status, JSON.parse(byMap.out).loaded]).toEqual([0, 2]);
    const profile = file(
      'mine.yaml',
      '{id: mine, title: 我的, match: [], source: assumption, columns: {stay_id: {from: [流水]}, total: {from: [总额]}}, lists: {dx: {from: [主诊]}}}',
    );
    const byFile = casemix(['load', exported, '--profile', profile, '--format', 'json']);
    expect([byFile.status, JSON.parse(byFile.out).files[0].profile]).toEqual([0, 'mine']);
    expect(casemix(['load', exported, '--profile', join(folder, 'none.yaml')])).toMatchObject({ status: 3, code: 'FILE_NOT_FOUND' });
    expect(casemix(['load', exported, '--profile', file('bad.yaml', '{id: x')])).toMatchObject({ status: 3, code: 'PARAMETER_INVALID' });
    expect(casemix(['load', exported, '--map', 'colour=主诊'])).toMatchObject({ status: 2, code: 'USAGE' });
    expect(existsSync(join(folder, 'casemix'))).toBe(false);
  });
});
