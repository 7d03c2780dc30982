import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { suggestionsOf } from '../../../src/ui/palette/suggestions.ts';
import { sheetOf, viewOf } from '../../../src/ui/sheets/sheets.ts';
import type { Workbench } from '../../../src/ui/store/workbench.ts';
import { closedOffice, frame, frameOf, open, type } from '../frame.tsx';

const ENTER = '\r';
const ESC = '\u001b';
const TAB = '\t';
const UP = '\u001b[A';
const DOWN = '\u001b[B';

const typing = (store: Workbench) => {
  const now = store.getState().typing;
  return now && { text: now.text, cursor: now.cursor ?? now.text.length };
};
const walk = (store: Workbench) => store.getState().path.map(({ screen }) => screen);
const suggested = (text: string, keys = '') => suggestionsOf(open({ keys }).getState(), text).map(one => one.text);
/** A step that fails says so after the key press is over. */
const told = async (store: Workbench) => {
  await new Promise(resolve => setImmediate(resolve));
  return store.getState().message?.text;
};

describe('suggestions', () => {
  it.each([
    ['pinyin initials', 'bz', 'go groups'],
    ['pinyin initials of a verb', 'px', 'sort'],
    ['Chinese', '科室', 'go departments'],
    ['a Chinese word in the middle', '描述', 'describe'],
    ['English', 'dep', 'go departments'],
    ['the verb', 'filt', 'filter'],
    ['a scenario by its name', 'DRG 2', 'scenario drg20'],
    ['letters here and there', 'lng', 'language'],
    ['the name of a command of the line', 'catal', 'catalogue'],
  ])('%s: %s finds %s', (_, text, wanted) => {
    expect(suggested(text)[0]).toBe(wanted);
  });

  it('are prefixes first, then beginnings of words, then the rest', () => {
    // scenario, `go scenarios`, scenarios by id ... all contain it; `scenario` itself is the same text
    expect(suggested('scenario')[0]).toBe('scenario');
    expect(suggested('go').slice(0, 6)).toEqual(['go', 'go overview', 'go stays', 'go groups', 'go departments', 'go scenarios']);
  });

  it('are values behind a verb, found by their names too, and behind a comma one more of them', () => {
    expect([suggested('go bz'), suggested('go=科'), suggested('sort 差额'), suggested('sort -margin,days', '2')]).toEqual([
      ['go groups'],
      ['go=departments'],
      ['sort margin', 'sort -margin'],
      ['sort -margin,days', 'sort -margin,-days'],
    ]);
  });

  it('leave out what does nothing here', () => {
    expect([suggested('unfilter').includes('unfilter'), suggested('unfilter', `2/骨${ENTER}`).includes('unfilter')]).toEqual([false, true]);
  });

  it('begin with what was typed before, the latest first', () => {
    expect(suggested('', `:go stays${ENTER}:sort -days${ENTER}:go stays${ENTER}`).slice(0, 3)).toEqual([
      'go stays',
      'sort -days',
      'go overview',
    ]);
  });
});

describe('a command being typed', () => {
  it('runs as it is typed', () => {
    const store = open({ keys: `2:sort -days${ENTER}` });
    expect([viewOf(store.getState()).spec.sorts, typing(store)]).toEqual([[{ key: 'days', descending: true }], undefined]);
  });

  it('runs the first suggestion where it is no command by itself', () => {
    expect(walk(open({ keys: `:bz${ENTER}` }))).toEqual(['groups']);
  });

  it('is completed by Enter when it still takes a value, and run with nothing by the next Enter', () => {
    const store = open({ keys: `2/骨${ENTER}:unfilter${ENTER}` });
    const completed = typing(store)?.text;
    type(store, ENTER);
    expect([completed, viewOf(store.getState()).spec.filters, typing(store)]).toEqual(['unfilter ', [], undefined]);
  });

  it('is chosen with the arrows and completed with Tab', () => {
    const store = open({ keys: `:go ${DOWN}${DOWN}${TAB}` });
    const chosen = typing(store)?.text;
    type(store, `${ENTER}:${DOWN}${UP}${UP}${DOWN}`);
    const round = store.getState().typing;
    expect([chosen, walk(store), round]).toMatchObject(['go stays', ['stays'], { chosen: 0 }]);
  });

  it('is edited in the middle', () => {
    const store = open({ keys: ':go stay\u0001\u001b[C\u001b[C\u001b[3~\u000b\u0017' });
    // beginning, two right, Delete takes the blank, Ctrl-K the rest, Ctrl-W the word
    const emptied = typing(store);
    type(store, 'go \u001b[200~gro\nups\u001b[201~\u001b[D\u001b[D\u001b[D\u007f');
    expect([emptied, typing(store)]).toEqual([
      { text: '', cursor: 0 },
      { text: 'go groups', cursor: 6 },
    ]);
  });

  it('closes with Esc or an empty Enter and leaves everything as it was', () => {
    const [escaped, entered] = [open({ keys: `2j:go${ESC}` }), open({ keys: `2j:${ENTER}` })];
    expect([walk(escaped), typing(escaped), walk(entered), typing(entered)]).toEqual([['stays'], undefined, ['stays'], undefined]);
  });

  it('stays in the line with the reason when it cannot be run', async () => {
    const store = open({ keys: `2:go nowhere${ENTER}` });
    const reason = await told(store);
    expect([reason, typing(store)?.text]).toEqual([
      'go 不能用“nowhere”；可用：overview、stays、groups、departments、scenarios、data',
      'go nowhere',
    ]);
    type(store, '\u0017groups\r');
    expect([walk(store), store.getState().message]).toEqual([['groups'], undefined]);
  });

  it('gives only the reason when the person has gone on meanwhile', async () => {
    const store = open({ keys: '2' });
    const failing = new UserError('FILE_NOT_FOUND', { zh: '没有这个文件', en: 'no such file' }, { hint: { zh: '检查路径', en: 'check' } });
    store.setState({ office: { ...closedOffice, open: () => ({ done: Promise.reject(failing), cancel: () => {} }) } });
    type(store, `:load x.csv${ENTER}jj`);
    expect([await told(store), typing(store), viewOf(store.getState()).cursor]).toEqual(['没有这个文件；检查路径', undefined, 2]);
  });

  it('keeps a command that is refused at once: keys typed ahead go on in the line', () => {
    const store = open({ keys: `2:go nowhere${ENTER}jj` });
    expect([typing(store)?.text, viewOf(store.getState()).cursor]).toEqual(['go nowherejj', 0]);
  });

  it('comes back also when what it began fails later, and nobody has gone on', async () => {
    const store = open({ keys: '2' });
    const failing = new UserError(
      'FILE_NOT_FOUND',
      { zh: '没有这个文件', en: 'no such file' },
      { hint: { zh: '检查路径', en: 'check' }, at: 'x.csv' },
    );
    store.setState({ office: { ...closedOffice, open: () => ({ done: Promise.reject(failing), cancel: () => {} }) } });
    type(store, `:load x.csv${ENTER}`);
    expect([typing(store), store.getState().errand !== undefined]).toEqual([undefined, true]);
    expect([await told(store), typing(store)?.text, store.getState().errand]).toEqual([
      'x.csv: 没有这个文件；检查路径',
      'load x.csv',
      undefined,
    ]);
  });

  it('opens a stay by its number from anywhere, past a filter that hides it; logs do not name it', async () => {
    // S0000004 is of 心内科
    const store = open({ keys: `2/骨${ENTER}1:explain s0000004${ENTER}` });
    await told(store);
    const { path, log } = store.getState();
    expect([
      path.map(({ screen }) => screen),
      sheetOf(store.getState()).key(viewOf(store.getState()).shown[viewOf(store.getState()).cursor] ?? 9),
    ]).toEqual([['stays', 'stay'], 'S0000004']);
    expect(log.at(-1)).toEqual({ verb: 'explain', value: '#4' });
  });

  it('says which command to use where there is no screen', async () => {
    const store = open({ keys: `:synth${ENTER}` });
    expect(await told(store)).toBe('synth 没有画面；在终端用 casemix synth --stays 1000 --seed 1 -o DIR');
  });

  it('changes the theme at once', () => {
    expect(open({ keys: `:theme=high-contrast${ENTER}` }).getState().theme).toBe('high-contrast');
  });
});

describe('whole frames', () => {
  it('lie over the lower part of the screen, which stays where it is', () => {
    const [under, over] = [frameOf(open({ keys: '2' })), frameOf(open({ keys: '2:bz' }))];
    const changed = over.map((line, i) => (line === under[i] ? '' : line)).filter(line => line !== '');
    expect([over.length, changed]).toEqual([
      23,
      [
        '────────────────────────────────────────────────────────────────────────────────',
        '▌ go groups                 病组',
        '  help                      帮助',
        '  group                     分组：各病组',
        '  dip                       建立病种目录库（命令行）',
        '  log                       保存操作日志        文件名 .yaml',
        '── ↵ 执行 · Tab 补全 · ↓ 选择 · Esc 关闭 ───────────────────────────────────────',
        ' :bz',
      ],
    ]);
  });

  it('are ASCII in ASCII mode', () => {
    const lines = frameOf(open({ keys: '2:zl', ascii: true, language: 'en' })).slice(-6);
    expect(lines.filter(line => /[^\x20-\x7e]/.test(line))).toEqual([]);
  });

  it('fit the smallest terminal', () => {
    expect(frame({ keys: ':', size: '60x16' }).split('\n').slice(1, -1).length).toBe(15);
  });
});
