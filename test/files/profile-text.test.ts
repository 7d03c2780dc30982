import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { profilesFor, savedProfilePath, saveProfile } from '../../src/app/profiles.ts';
import { UserError } from '../../src/errors.ts';
import { findInstallation } from '../../src/files/installation.ts';
import { type Layout, layoutOf, type Wanted } from '../../src/files/layout.ts';
import { readMap } from '../../src/files/mapping.ts';
import { readProfile } from '../../src/files/profile.ts';
import { profileText } from '../../src/files/profile-text.ts';
import { mistakes } from '../report/conforms.ts';
import { load, moneyOf, profiles } from './loading.ts';

const header = [
  '病案号',
  '次数',
  '性别',
  '年龄',
  '出院科室',
  '诊断编码',
  '次诊断',
  '手术操作编码',
  '总费用（万元）',
  '甲',
  '乙',
  '离院方式',
  '姓名',
];
const map = readMap(['stay_id=病案号+次数,dx=诊断编码+次诊断,fund=甲:yuan,cash=甲', 'cash=乙:fen']);
const layout = layoutOf(header, { profiles, map, at: 'x.csv' });

/** What a layout reads, by names. */
const read = ({ header: names, columns, more, units, lists }: Layout) => ({
  columns: Object.fromEntries(
    [...columns].map(([field, place]) => [field, [names[place], ...(more.get(field) ?? []).map(at => names[at])]]),
  ),
  units: Object.fromEntries(units),
  dx: lists.dx.map(place => names[place]),
  px: lists.px.map(place => names[place]),
});

describe('a saved mapping', () => {
  const yaml = profileText(layout, { id: 'his', title: 'HIS 导出' });
  const saved = { ...readProfile(yaml, 'his.yaml'), place: '/x/his.yaml' };

  it('is a profile in the form of data/profiles', () => {
    expect(mistakes(parse(yaml), 'profile')).toEqual([]);
    expect([saved.id, saved.title, saved.document, saved.source]).toEqual(['his', 'HIS 导出', 'stay', 'assumption']);
  });

  it('reads the same header as it was read, without the mapping, and before any other profile', () => {
    const again = layoutOf(header, { profiles: [...profiles, saved], at: 'y.csv' });
    expect([again.profile.id, read(again), again.profile.dictionary.discharge_way]).toEqual([
      'his',
      read(layout),
      layout.profile.dictionary.discharge_way,
    ]);
  });

  it('does so in any order of the columns, among others', () => {
    const again = layoutOf(['新列', ...header].reverse(), { profiles: [...profiles, saved], at: 'y.csv' });
    expect(read(again)).toEqual(read(layout));
  });

  it('follows the unit of a header or a title, but for one that the person gave', () => {
    const units = (names: readonly string[], more: Partial<Wanted> = {}) =>
      Object.fromEntries(layoutOf(names, { profiles: [saved], at: 'y', ...more }).units);
    const inYuan = header.map(name => (name === '总费用（万元）' ? '总费用(元)' : name));
    expect([
      units(inYuan),
      units(
        header.map(name => name.replace('（万元）', '')),
        { unit: 'wan' },
      ),
    ]).toEqual([
      { total: 'yuan', fund: 'yuan', cash: 'fen' },
      { total: 'wan', fund: 'yuan', cash: 'fen' },
    ]);
  });

  it('holds no name of a column that names a person', () => {
    expect(yaml).not.toContain('姓名');
  });
});

describe("the person's own profiles", () => {
  const installation = findInstallation(join(process.cwd(), 'src'));
  const before = process.env.XDG_DATA_HOME;
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'casemix-profiles-'));
    process.env.XDG_DATA_HOME = home;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.XDG_DATA_HOME;
    else process.env.XDG_DATA_HOME = before;
  });
  const failed = async (act: () => unknown) => {
    try {
      await act();
    } catch (error) {
      if (error instanceof UserError) return error.code;
      throw error;
    }
    return undefined;
  };

  it('are read after those that come with the program, and win where they fit', async () => {
    const path = await saveProfile(installation, layout, { id: 'his', force: false });
    expect([path, statSync(path).mode & 0o777]).toEqual([join(home, 'casemix', 'profiles', 'his.yaml'), 0o600]);
    const all = profilesFor(installation);
    expect([all.at(-1)?.id, all.at(-1)?.place, all.length]).toEqual(['his', path, profiles.length + 1]);
    const text = `${header.join(',')}\n1,2,男,60,内科,I10.x00,E11.900,,1.5,3,4,1,张三\n`;
    const { table, dropped } = load(text, { profiles: all });
    // 1.5 ten thousand yuan, 3 yuan, 4 fen
    expect([table.files[0]?.profile, moneyOf(table, 'total'), moneyOf(table, 'fund'), moneyOf(table, 'cash'), dropped]).toEqual([
      'his',
      [1_500_000],
      [300],
      [4],
      ['姓名'],
    ]);
  });

  it('are never written over, unless that is asked for', async () => {
    const path = await saveProfile(installation, layout, { id: 'his', force: false });
    const text = readFileSync(path, 'utf8');
    expect(await failed(() => saveProfile(installation, layout, { id: 'his', force: false }))).toBe('OUTPUT_EXISTS');
    await saveProfile(installation, layout, { id: 'his', force: true });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it.each(['../evil', 'a/b', 'a\\b', '', '.hidden', 'his.yaml', 'x'.repeat(65), 'casemix', 'a b', '\u202ex'])(
    'cannot be called %j',
    async id => {
      expect(await failed(() => savedProfilePath(installation, id))).toBe('USAGE');
      expect(existsSync(join(home, 'casemix'))).toBe(false);
    },
  );

  it('may lie anywhere when they are named by their path, and are chosen by it', async () => {
    const path = join(home, 'mine.yaml');
    // the same id as a profile of the program: the path says which one is meant
    writeFileSync(path, profileText(layout, { id: 'casemix', title: '我的' }));
    const all = profilesFor(installation, path);
    expect(layoutOf(header, { profiles: all, profile: path, at: 'x' }).profile.title).toBe('我的');
    expect(await failed(() => profilesFor(installation, join(home, 'none.yaml')))).toBe('FILE_NOT_FOUND');
    writeFileSync(path, 'x'.repeat((1 << 20) + 1));
    expect(await failed(() => profilesFor(installation, path))).toBe('PARAMETER_INVALID');
  });
});
