import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keyMap } from '../../src/ui/key-map.ts';
import { verbs } from '../../src/ui/verbs/index.ts';
import { desk } from './desk-fixture.ts';
import { frameOf, open } from './frame.tsx';

const ENTER = '\r';
const ui = fileURLToPath(new URL('../../src/ui', import.meta.url));
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Keys that lead to every screen and to what opens over it. */
const everywhere = [
  '',
  '2',
  `2${ENTER}`,
  '3',
  `3${ENTER}`,
  '4',
  `4${ENTER}`,
  `${ENTER}${ENTER}`,
  '5',
  '5d',
  '5dd',
  '5ddd',
  '5dddd',
  ':',
  ':sort ',
  '2/x',
  '2?',
  '5?',
];

/** What the files say is in the language of the files: names of departments, groups, codes, insurances, scenarios without an English title. */
const data: readonly string[] = [
  desk.title,
  ...Object.values(desk.stays.words).flatMap(({ words }) => words),
  ...desk.runs.flatMap(({ result, grouping }) => [
    result.title,
    ...Object.values(result.by).flatMap(rows => rows.map(({ label }) => label)),
    ...(grouping?.groups ?? []).map(({ name }) => name),
  ]),
  ...desk.stays.dx.words.map(code => desk.nameOf(code)),
  ...desk.stays.px.words.map(code => desk.nameOf(code)),
  // groups that came close
  ...[...JSON.stringify(desk.explain(0).traces).matchAll(/"name":"([^"]*)"/g)].map(([, name]) => name ?? ''),
].filter(isChinese);

/** A name may be broken over two lines, and a cell may cut it. */
function withoutData(lines: readonly string[]): string {
  let left = lines.join('\n');
  for (const name of [...data].sort((a, b) => b.length - a.length)) {
    left = left.replace(new RegExp([...name].map(literal).join('\\s*'), 'gu'), '');
    for (let kept = name.length - 1; kept > 0; kept--) left = left.replaceAll(`${name.slice(0, kept)}…`, '');
  }
  return left;
}

const literal = (character: string): string => character.replace(/[.*+?^${}()|[\]\\/-]/, '\\$&');

describe('both languages are whole', () => {
  it.each(everywhere)('the English screen after %j has no Chinese but that of the data', keys => {
    const lines = frameOf(open({ keys, language: 'en', size: '120x40' }));
    expect(withoutData(lines).split('\n').filter(isChinese)).toEqual([]);
  });

  it.each(everywhere)('no screen after %j has a word nobody filled in', keys => {
    const lines = (['zh', 'en'] as const).flatMap(language => frameOf(open({ keys, language, size: '120x40' })));
    expect(lines.filter(line => /\{\w+\}|undefined|NaN|\[object/.test(line))).toEqual([]);
  });

  it('keys and verbs have words in both', () => {
    const told = [
      ...keyMap.flatMap(({ does, hint }) => [does, hint ?? does]),
      ...verbs.flatMap(({ title, takes }) => [title, takes ?? title]),
    ];
    expect(told.filter(({ zh, en }) => zh.trim() === '' || en.trim() === '' || isChinese(en))).toEqual([]);
    expect(keyMap.filter(({ does }) => !isChinese(does.zh))).toEqual([]);
  });

  it('L changes every word at once, and back', () => {
    const [chinese, english] = [frameOf(open({ keys: '2' })), frameOf(open({ keys: '2', language: 'en' }))];
    expect([frameOf(open({ keys: '2L' })), frameOf(open({ keys: '2LL' }))]).toEqual([english, chinese]);
  });

  it('no Chinese word stands in the program outside of a dictionary', () => {
    const wrong = readdirSync(ui, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name) && !known.includes(name))
      .flatMap(name => strays(readFileSync(join(ui, name), 'utf8')).map(stray => `${name}: ${stray}`));
    expect(wrong).toEqual([]);
  });

  it('finds such a word', () => {
    const source = [
      "const a = { zh: '甲', en: 'a' }; // 乙",
      "const b = bilingual({ zh: { x: '丙', y: '丁' }, en: {} });",
      "const c = '戊';",
      "const d = language === 'zh' ? '己' : 'f';",
    ];
    expect(strays(source.join('\n'))).toEqual(["const c = '戊';"]);
  });
});

/** Readings of characters, and units as people type them: taken in, not said. */
const known = ['palette/pinyin.ts', 'table/typed-number.ts', 'table/this-cell.ts'];

/** Lines with a Chinese character that is neither in a comment nor the Chinese half of a pair. */
function strays(source: string): readonly string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[\s;{(,])\/\/.*$/gm, '$1')
    .replace(/\bzh:\s*(?:'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)/g, 'zh')
    .replace(/=== 'zh'[^?\n]*\?\s*(?:'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)/g, 'zh')
    .replace(/\bzh:\s*[{[][\s\S]*?[\]}],?(?=\s*en:)/g, 'zh');
  return code
    .split('\n')
    .filter(isChinese)
    .map(line => line.trim());
}
