import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { layoutToSave, profilesFor } from '../../src/app/profiles.ts';
import { layoutsOf, triedFile } from '../../src/app/tried-file.ts';
import { UserError } from '../../src/errors.ts';
import { isAmount } from '../../src/files/amount-units.ts';
import { findInstallation } from '../../src/files/installation.ts';
import { profileJson, profileListJson, profileListText, profileShown } from '../../src/report/profile-list.ts';
import { triedJson, triedText } from '../../src/report/profile-tried.ts';
import type { OwnColumn } from '../../src/stay/own-layout.ts';
import { mistakes } from '../report/conforms.ts';

const installation = findInstallation(join(process.cwd(), 'src'));
const folder = mkdtempSync(join(tmpdir(), 'casemix-tried-'));
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const titled = file(
  'a.csv',
  '测试医院,,,,,,,\n单位：万元,,,,,,,\n住院号;科室;姓名;主要诊断编码;其他诊断编码1;医疗总费用;统筹支付;总费甲\n1;内科;张三;I10.x00;;1;2;3\n',
);

it('a file is shown as it would be read: header, units, the meaning of every column, what is not read', async () => {
  const [tried] = triedJson(await triedFile(installation, titled, { map: ['own_pay=总费甲:yuan'] })).sheets;
  const { others, ...reading } = tried!.reading!;
  expect({ ...tried, reading }).toEqual({
    sheet: 'a.csv',
    format: 'text',
    mistake: null,
    reading: {
      encoding: 'utf-8',
      separator: ';',
      header_row: 3,
      profile: 'common',
      document: 'stay',
      basis: 'assumption',
      score: 1,
      lacking: [],
      columns: [
        { field: 'stay_id', from: ['住院号'], unit: null },
        { field: 'department', from: ['科室'], unit: null },
        { field: 'total', from: ['医疗总费用'], unit: 'wan' },
        { field: 'own_pay', from: ['总费甲'], unit: 'yuan' },
        { field: 'fund', from: ['统筹支付'], unit: 'wan' },
        { field: 'dx', from: ['主要诊断编码', '其他诊断编码1'], unit: null },
      ],
      unused: [],
      dropped: ['姓名'],
    },
  });
  expect(others.every(({ fits }) => !fits)).toBe(true);
});

it('what is shown is as its schema says, in text names nobody and stands on lines of its own', async () => {
  const tried = await triedFile(installation, titled, { map: [] });
  expect(mistakes(triedJson(tried), 'profile-try')).toEqual([]);
  expect(mistakes(profileListJson(profilesFor(installation)), 'profile-list')).toEqual([]);
  for (const language of ['zh', 'en'] as const) {
    const text = triedText(tried, language);
    expect([text.includes('张三'), text.includes('I10.x00'), text.includes('医疗总费用'), text.endsWith('\n')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  }
});

it.each(profilesFor(installation).map(({ id }) => id))('%s is laid open in both languages, and as its schema says', id => {
  const profile = profilesFor(installation).find(one => one.id === id)!;
  const { profile: shown } = JSON.parse(JSON.stringify(profileJson(profile)));
  expect(mistakes(shown, 'profile')).toEqual([]);
  for (const language of ['zh', 'en'] as const) {
    const text = profileShown(profile, language, field => isAmount(field as OwnColumn));
    const fields = [...Object.keys(profile.columns), ...Object.keys(profile.lists)];
    expect(fields.filter(field => !text.split('\n').some(line => line.startsWith(`${field} `)))).toEqual([]);
  }
});

it('the list says what is verified', () => {
  const lines = profileListText(profilesFor(installation), 'zh').split('\n');
  expect(lines.find(line => line.startsWith('common '))).toMatch(/推定，未核对/);
  expect(lines.find(line => line.startsWith('casemix '))).toMatch(/官方 /);
});

it('a file that no profile fits is refused with the reason', async () => {
  await expect(triedFile(installation, file('b.csv', '甲,乙\n1,2\n'), { map: [] })).rejects.toMatchObject({ code: 'HEADER_UNKNOWN' });
});

it('the mapping of one sheet is saved, not of several', async () => {
  const one = await triedFile(installation, titled, { map: [] });
  expect(layoutToSave(layoutsOf(one), titled).profile.id).toBe('common');
  expect(() => layoutToSave(layoutsOf([...one, ...one]), titled)).toThrow(UserError);
});
