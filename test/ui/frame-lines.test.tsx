import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { hintSpans, messageRule, titleSpans, wayRule } from '../../src/ui/frame-lines.ts';
import type { Span } from '../../src/ui/lines.ts';
import type { WorkbenchState } from '../../src/ui/store/workbench.ts';
import { desk } from './desk-fixture.ts';
import { type Drawing, frameOf, open } from './frame.tsx';

const text = (spans: readonly Span[]): string => spans.map(span => span.text).join('');
const drawn = (line: (state: WorkbenchState) => readonly Span[], drawing: Drawing): string => text(line(open(drawing).getState()));
const title = (drawing: Drawing): string => drawn(titleSpans, drawing);
const ENTER = '\r';

describe('the title', () => {
  it('tells data, period, stays, catalogue, policy and the screens, as many as fit', () => {
    expect(['140x30', '110x30', '90x24', '80x24', '60x16'].map(size => title({ size }).replace(/ +/g, ' ').split('[')[0]?.trim())).toEqual([
      'casemix 示范医院（合成） 2025-01..02 · 8 例 · DRG 2.0 · wuhan（示例）',
      'casemix 示范医院（合成） 2025-01..02 · 8 例 · DRG 2.0 · wuhan（示例）',
      'casemix 示范医院（合成） 8 例 · DRG 2.0（示例）',
      'casemix 示范医院（合成） DRG 2.0（示例）',
      'casemix 示范医院（合成） DRG 2.0（示例）',
    ]);
  });

  it('marks what is illustrative of the scenario looked at only', () => {
    // fee for service has no catalogue and no illustrative number
    expect(title({ keys: '[[' }).includes('（示例）')).toBe(false);
  });

  it('has the current screen in brackets and moves nothing when another one is', () => {
    const all = ['1', '2', '3', '4', '5', '0', '?'];
    expect(all.map(keys => title({ keys, size: '80x24' }).split('示例）')[1])).toEqual([
      '[1总览]2病例 3病组 4科室 5情景 0数据 ? ',
      ' 1总览[2病例]3病组 4科室 5情景 0数据 ? ',
      ' 1总览 2病例[3病组]4科室 5情景 0数据 ? ',
      ' 1总览 2病例 3病组[4科室]5情景 0数据 ? ',
      ' 1总览 2病例 3病组 4科室[5情景]0数据 ? ',
      ' 1总览 2病例 3病组 4科室 5情景[0数据]? ',
      ' 1总览 2病例 3病组 4科室 5情景 0数据[?]',
    ]);
    expect(new Set(all.map(keys => title({ keys }).indexOf('1总览'))).size).toBe(1);
  });

  it('keeps a blank between a name and the tabs, and needs none after a full-width bracket', () => {
    const plain = { ...desk, synthetic: false, title: 'a'.repeat(60) };
    const unmarked = { ...plain, runs: desk.runs.map(run => ({ ...run, result: { ...run.result, notes: [] } })) };
    // 80 - 9 of the program - 19 of the tabs = 52: with a blank 50 letters and the mark of the cut; without it, and with 8 of the bracket, 43
    expect(
      [title({ desk: unmarked, size: '80x24' }), title({ desk: plain, size: '80x24' })].map(line => line.slice(' casemix '.length)),
    ).toEqual([`${'a'.repeat(50)}… [1总览]2 3 4 5 0 ? `, `${'a'.repeat(43)}…（示例）[1总览]2 3 4 5 0 ? `]);
  });

  it('names only the current screen where there is no room for all', () => {
    expect(title({ size: '80x24', language: 'en', keys: '3' }).slice(-21)).toBe(' 1 2[3Groups]4 5 0 ? ');
  });

  it.each(['60x16', '80x24', '200x60'])('is exactly as wide as the terminal: %s', size => {
    const columns = Number(size.split('x')[0]);
    const lines = (['zh', 'en'] as const).flatMap(language =>
      ['1', `2${ENTER}`, '2?', '5'].flatMap(keys => {
        const state = open({ size, language, keys }).getState();
        return [titleSpans(state), wayRule(state), messageRule(state)].map(text);
      }),
    );
    expect(lines.filter(line => stringWidth(line) !== columns)).toEqual([]);
  });
});

describe('the way', () => {
  it.each([
    ['', ''],
    ['2', ''],
    [`2${ENTER}`, '病例 › S0000001'],
    [`${ENTER}`, '总览 › 消化内科'],
    [`${ENTER}${ENTER}`, '总览 › 消化内科 › GD29 胆囊切除手术'],
    [`${ENTER}${ENTER}${ENTER}`, '总览 › 消化内科 › GD29 胆囊切除手术 › S0000007'],
    ['?', '总览 › 帮助'],
  ])('after %j is %j', (keys, way) => {
    const line = drawn(wayRule, { keys });
    expect(line).toBe(way === '' ? '─'.repeat(80) : `── ${way} ${'─'.repeat(80 - 4 - stringWidth(way))}`);
  });

  it('keeps what is nearest when it is too long', () => {
    const path = [
      { screen: 'overview' },
      { screen: 'rows', within: [{ by: 'department', key: 'a', label: '一'.repeat(15) }], by: 'group' },
      { screen: 'part', within: [{ by: 'group', key: 'b', label: '二'.repeat(15) }] },
    ] as const;
    const store = open({ size: '60x16' });
    store.getState().walk(path);
    expect(text(wayRule(store.getState()))).toBe(`── … › ${'二'.repeat(15)} ${'─'.repeat(60 - 3 - 4 - 30 - 1)}`);
  });
});

describe('the message line', () => {
  const messages = (change: (state: WorkbenchState) => void, drawing: Drawing = {}): string => {
    const store = open(drawing);
    change(store.getState());
    return text(messageRule(store.getState())).replace(/─+$/, '');
  };
  const cancel = () => {};

  it.each([
    ['a warning', { text: '没有这一行', tone: 'warning' }, '── ! 没有这一行 '],
    ['something done', { text: '已复制 12 行', tone: 'accent' }, '── ✓ 已复制 12 行 '],
    ['something said', { text: '没有可撤销的', tone: 'quiet' }, '── 没有可撤销的 '],
  ] as const)('tells %s by a sign', (_, message, line) => {
    expect(messages(state => state.say(message))).toBe(line);
  });

  it('shows how far work is, and what is said over it', () => {
    const errand = { text: '读取 412,000 行（41%）', share: 0.41, cancel };
    // 3 + 33 + 1 columns before the rule of 80 - 37 = 43, 41 % of it thick: 17; then 3 + 22 + 1, half of 54
    expect(messages(state => state.send(errand))).toBe(`── 读取 412,000 行（41%） · Esc 取消 ${'━'.repeat(17)}`);
    expect(messages(state => state.working(0.5))).toBe(`── 整理中 50% · Esc 取消 ${'━'.repeat(27)}`);
    expect(
      messages(state => {
        state.send(errand);
        state.say({ text: '没有这一行', tone: 'warning' });
      }),
    ).toBe('── ! 没有这一行 ');
  });

  it('tells the keys of the text field', () => {
    expect(
      [drawn(messageRule, { keys: '2/' }), drawn(messageRule, { keys: ':', language: 'en' })].map(line => line.replace(/─+$/, '')),
    ).toEqual(['── ↵ 保留 · Esc 取消 ', '── ↵ run · Tab complete · ↓ choose · Esc close ']);
  });

  it('neither comes nor goes with a jump, and goes with the next key', () => {
    const store = open({ keys: '2' });
    const before = frameOf(store);
    store.getState().say({ text: '没有这一行', tone: 'warning' });
    const during = frameOf(store);
    const changed = during.flatMap((line, i) => (line === before[i] ? [] : [i]));
    const moved = open({ keys: '2' });
    moved.getState().say({ text: '没有这一行', tone: 'warning' });
    expect([during.length, changed]).toEqual([23, [21]]);
  });

  it('stands over the lower part of the screen where it is too long for the line, whole', () => {
    const store = open({ keys: '2' });
    const before = frameOf(store);
    // 3 + 2 columns of the sign, then 74 columns hold 36 characters after the sign and 37 without it
    store.getState().say({ text: '长'.repeat(60), tone: 'warning' });
    const during = frameOf(store);
    expect([during.slice(0, 18), during.slice(18)]).toEqual([
      before.slice(0, 18),
      ['─'.repeat(80), `   ! ${'长'.repeat(36)}`, `   ${'长'.repeat(24)}`, '─'.repeat(80), before[22]],
    ]);
    // one that just fits: 72 columns and the sign
    expect(messages(state => state.say({ text: '长'.repeat(36), tone: 'warning' }))).toBe(`── ! ${'长'.repeat(36)} `);
  });
});

describe('the hints', () => {
  it('are cut whole, and the way to the rest always stays', () => {
    const lines = ['60x16', '80x24', '200x60'].map(size => drawn(hintSpans, { keys: '2', size }).trimEnd());
    expect(lines.map(line => [line.startsWith('  ↵ 为什么'), line.endsWith('  : 命令  ? 帮助  q 退出')])).toEqual(
      Array(3).fill([true, true]),
    );
    expect(lines.filter((line, i) => stringWidth(line) > [60, 80, 200][i]!)).toEqual([]);
  });
});
