import { describe, expect, it } from 'vitest';
import { initialsOf, supported } from '../../../src/ui/palette/pinyin.ts';
import { rootScreens } from '../../../src/ui/place.ts';
import { verbs } from '../../../src/ui/verbs/index.ts';
import { speaker } from '../../../src/ui/words.ts';

describe('pinyin initials', () => {
  it('are known on this platform', () => {
    expect(supported).toBe(true);
  });

  // bìng zǔ, kē shì, zǒng lǎn, bìng lì, qíng jǐng, pái xù, shāi xuǎn, chà é, jiāo chā biǎo, xiāo huà nèi kē, ěr bí yān hóu kē, ōu, ń, shí, yī
  it.each([
    ['病组', 'bz'],
    ['科室', 'ks'],
    ['总览', 'zl'],
    ['病例', 'bl'],
    ['情景', 'qj'],
    ['排序', 'px'],
    ['筛选', 'sx'],
    ['差额', 'ce'],
    ['交叉表', 'jcb'],
    ['消化内科', 'xhnk'],
    ['耳鼻咽喉科', 'ebyhk'],
    ['欧', 'o'],
    ['嗯', 'n'],
    ['十', 's'],
    ['医', 'y'],
    ['按 DRG 2.0 付费', 'adrg20ff'],
    ['（示例）', 'sl'],
    ['', ''],
  ])('%s is %s', (text, initials) => {
    expect(initialsOf(text)).toBe(initials);
  });

  // 行 is háng in a row and xíng in to run; 重 is chóng in again and zhòng in weight; 长 keeps the commonest reading
  it.each([
    ['打开一行', 'dkyh'],
    ['执行', 'zx'],
    ['重做', 'cz'],
    ['权重', 'qz'],
  ])('%s is read as it is spoken: %s', (text, initials) => {
    expect(initialsOf(text)).toBe(initials);
  });

  it('give every Chinese character of the palette a letter', () => {
    const titles = [...verbs.map(({ title }) => title.zh), ...rootScreens.map(screen => speaker('zh')(screen))];
    const wrong = titles.filter(title => !/^[a-z0-9]*$/.test(initialsOf(title)) || initialsOf(title).length < hanIn(title));
    expect(wrong).toEqual([]);
  });
});

const hanIn = (text: string): number => [...text].filter(character => /\p{Script=Han}/u.test(character)).length;
