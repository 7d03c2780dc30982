import { describe, expect, it } from 'vitest';
import { helpLines } from '../../src/ui/help-lines.ts';
import { keyMap, keyName } from '../../src/ui/key-map.ts';
import type { Where } from '../../src/ui/keys/binding.ts';
import { whereIs } from '../../src/ui/press.ts';
import { verbs } from '../../src/ui/verbs/index.ts';
import { type Drawing, frame, open } from './frame.tsx';

const ENTER = '\r';
/** Keys that lead to each kind of place; the ones made from a table are opened by the test of those. */
const ways: readonly (readonly [Where, Drawing])[] = [
  ['overview', { keys: '1' }],
  ['stays', { keys: '2' }],
  ['groups', { keys: '3' }],
  ['departments', { keys: '4' }],
  ['scenarios', { keys: '5' }],
  ['rows', { keys: ENTER }],
  ['stay', { keys: `2${ENTER}` }],
  ['loading', { desk: undefined }],
];

/** Wide enough that nothing is cut. */
const helpOf = (drawing: Drawing) =>
  helpLines(open({ size: '200x60', ...drawing }).getState()).map(spans => spans.map(({ text }) => text).join(''));

describe('the help', () => {
  it.each(ways)('of %s tells every key of the place and of the text field, and every verb', (where, drawing) => {
    expect(whereIs(open(drawing).getState())).toBe(where);
    const text = helpOf(drawing).join('\n');
    const bindings = keyMap.filter(binding => binding.where.some(place => [where, 'typing', 'command'].includes(place)));
    const missing = bindings.filter(
      ({ keys, does }) => !text.includes(keys.map(keyName).join(' ').slice(0, 15)) || !text.includes(does.zh),
    );
    expect([missing.map(({ keys }) => keys), bindings.length > 10]).toEqual([[], true]);
    const told = verbs.filter(({ verb }) => verb !== 'prompt');
    expect(told.filter(({ verb, title }) => !text.includes(verb) || !text.includes(title.zh.slice(0, 8)))).toEqual([]);
  });

  it('has no key of another place', () => {
    expect([helpOf({ keys: '2' }), helpOf({ keys: '5' })].map(lines => lines.some(line => line.includes('换维度：')))).toEqual([
      false,
      true,
    ]);
  });

  it('stands in groups', () => {
    const headings = helpOf({ keys: '2' }).filter(line => /^ \S/.test(line));
    expect(headings).toEqual([' 移动', ' 表格', ' 画面', ' 工作台', ' 输入筛选和命令时', ' 命令（: 之后输入）']);
  });

  it.each(['60x16', '80x24', '120x40'])('cuts no text of a key in %s', size => {
    const told = (['zh', 'en'] as const).flatMap(language => {
      const text = helpOf({ keys: '2', size, language }).join('\n');
      return keyMap.filter(({ where, does }) => where.includes('stays') && !text.includes(does[language])).map(({ keys }) => keys);
    });
    expect(told).toEqual([]);
  });

  it('is in English as well', () => {
    expect(helpOf({ keys: '2', language: 'en' }).filter(line => /\p{Script=Han}/u.test(line))).toEqual([]);
  });

  it('can be read while loading, and scrolls', () => {
    const screen = frame({ desk: undefined, keys: '?jj' });
    expect([screen.split('\n')[2]?.startsWith('── 总览 › 帮助 ─'), /第 3–21 行/.test(screen)]).toEqual([true, true]);
  });
});
