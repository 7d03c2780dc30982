import { describe, expect, it } from 'vitest';
import { sheetOf, viewOf } from '../../src/ui/sheets/sheets.ts';
import type { Workbench } from '../../src/ui/store/workbench.ts';
import { open, type } from './frame.tsx';

const ESC = '\u001b';
const ENTER = '\r';

const walk = (store: Workbench) => store.getState().path.map(({ screen }) => screen);
const rows = (store: Workbench) => [...viewOf(store.getState()).shown];
const cursor = (store: Workbench) => viewOf(store.getState()).cursor;

describe('keys', () => {
  it('Esc clears the filter, then walks back one level, and never quits', () => {
    const store = open({ keys: `${ENTER}/新${ENTER}` });
    const steps = [1, 2, 3].map(() => {
      type(store, ESC);
      return [walk(store), viewOf(store.getState()).spec.filters.length, store.getState().leaving];
    });
    expect(steps).toEqual([
      [['overview', 'rows'], 0, undefined],
      [['overview'], 0, undefined],
      [['overview'], 0, undefined],
    ]);
  });

  it('typed ahead in one chunk act one after the other', () => {
    const store = open({});
    type(store, '2jj/骨科\rjsG');
    // 骨科 has stays 1, 2, 3; the stay under the cursor was the third and stays under it; sorted by id, then the last.
    expect([rows(store), cursor(store), viewOf(store.getState()).spec.sorts]).toEqual([[0, 1, 2], 2, [{ key: 'stay', descending: false }]]);
  });

  it('a filter being typed works at once; Backspace takes a character, Esc brings the old filter back', () => {
    const store = open({ keys: '2/科\r/心' });
    const typed = store.getState().typing?.text;
    type(store, '\u007f骨科');
    const shown = rows(store);
    type(store, ESC);
    // every department has 科 in its name; 骨科 has stays 1, 2, 3
    expect([typed, shown, rows(store), store.getState().typing]).toEqual(['心', [0, 1, 2], [0, 1, 2, 3, 4, 5, 6, 7], undefined]);
  });

  it('/ opens empty and adds a filter: rows agree with both', () => {
    // 骨科 are stays 1, 2, 3; of all stays 1, 4 and 7 cost more than 20,000
    const store = open({ keys: '2/骨\r/总费用>2万\r' });
    expect([viewOf(store.getState()).spec.filters.map(({ is, text }) => [is, text]), rows(store)]).toEqual([
      [
        ['has', '骨'],
        ['>', '2万'],
      ],
      [0],
    ]);
  });

  it.each([
    ['Backspace', '\u007f'],
    ['Up', '\u001b[A'],
  ])('%s in the empty field brings the last filter back; it is replaced in one change and two steps of the log', (_, key) => {
    const store = open({ keys: `2/科\r/骨\r/${key}` });
    const brought = store.getState().typing?.text;
    type(store, '\u0015心\r');
    const texts = () => viewOf(store.getState()).spec.filters.map(({ text }) => text);
    const logged = () => store.getState().log.map(({ verb, value }) => `${verb}=${value}`);
    const replaced = texts();
    const steps = logged();
    type(store, 'u');
    // the log does in two steps what the person does in one, and takes both back
    expect([brought, replaced, steps, texts(), logged().slice(5)]).toEqual([
      '骨',
      ['科', '心'],
      ['go=stays', 'filter=科', 'filter=骨', 'unfilter=', 'filter=心'],
      ['科', '骨'],
      ['undo=', 'undo='],
    ]);
    type(store, '\u0012');
    expect([texts(), logged().slice(7)]).toEqual([
      ['科', '心'],
      ['redo=', 'redo='],
    ]);
  });

  it('an edited filter that was cleared is taken away by a step; one left as it was is no step; what is none leaves the old one', () => {
    const kept = (keys: string) => {
      const { log, done } = open({ keys: `2/骨\r/\u007f${keys}` }).getState();
      return [log.slice(2).map(({ verb }) => verb), done.length];
    };
    expect([kept('\u007f\r'), kept('\r'), kept('\u007ftotal>x\r')]).toEqual([
      [['unfilter'], 2],
      [[], 1],
      [[], 1],
    ]);
    const store = open({ keys: '2/骨\r/\u007f\u007f\ru' });
    expect([viewOf(store.getState()).spec.filters.map(({ text }) => text), rows(store)]).toEqual([['骨'], [0, 1, 2]]);
  });

  it('pastes into the text field on one line, and nowhere else', () => {
    const store = open({ keys: '2/' });
    type(store, '\u001b[200~骨\r\n科\u0007\u001b[201~');
    expect(store.getState().typing?.text).toBe('骨 科');
    type(store, `${ENTER}\u001b[200~q2\u001b[201~`);
    expect([walk(store), store.getState().leaving]).toEqual([['stays'], undefined]);
  });

  it('in a stay, up and down are its neighbours in the filtered and sorted list', () => {
    // By cost, largest first: 1 (52,310), 7 (40,000), 4 (31,000), 2, 5, 3, 6, 8; without 骨科: 7, 4, 5, 6, 8.
    const store = open({ keys: `2/!骨${ENTER}llllllsg${ENTER}` });
    const seen = ['', 'j', 'j', 'j', 'j', 'j', 'k'].map(key => {
      type(store, key);
      return rows(store)[cursor(store)];
    });
    expect(seen).toEqual([6, 3, 4, 5, 7, 7, 5]);
  });

  it('opens the stays of a group of a department, of an insurance and of a month, priced by the scenario looked at', () => {
    const parts = [ENTER + ENTER, `5dd${ENTER}`, `5ddddj${ENTER}`, `5dj${ENTER}`].map(keys => rows(open({ keys })));
    // GD29, the group of 消化内科 that loses most; 310; February; the second group IR29
    expect(parts).toEqual([[6], [0, 1, 2, 3, 4], [4, 5, 6, 7], [1, 2]]);
  });

  it('keeps the place in a table while the person looks elsewhere, and screens stand in their order', () => {
    const store = open({ keys: '2jjj' });
    const screens = ['\t', '\t', '\t', '5', '1', '2'].map(key => {
      type(store, key);
      return walk(store)[0];
    });
    expect([screens, cursor(store)]).toEqual([['groups', 'departments', 'scenarios', 'scenarios', 'overview', 'stays'], 3]);
  });

  it('p and [ go round the scenarios; a table sorted by margin is sorted by the new margins', () => {
    const store = open({ keys: '2lllllllllllllls' });
    // DRG 2.0, largest first: 3 (+4,800), 5 (+1,000), then 0.00 of 6 and 8, -800 of 2, -1,000 of 4, -14,096.15 of 1, -20,000 of 7
    const sorted = rows(store);
    type(store, '[');
    // DRG 1.1: 5 (+500), then 0.00 of 2, 3, 6, 8, -1,000 of 4, -5,000 of 1, -10,000 of 7
    const before = rows(store);
    type(store, 'pp');
    expect([sorted, before, store.getState().scenario]).toEqual([[2, 4, 5, 7, 1, 3, 0, 6], [4, 1, 2, 5, 7, 3, 0, 6], 0]);
  });

  it('L changes the language at once, also the words that are filtered', () => {
    const store = open({ keys: '2/female\rL' });
    const english = rows(store);
    type(store, 'L');
    expect([english, rows(store), sheetOf(store.getState()).columns[1]?.title]).toEqual([[0, 4, 5, 7], [], '性别']);
  });

  it('scrolls a long stay and the help, never beyond their end', () => {
    const store = open({ keys: `2${ENTER}GG\u0004` });
    const end = store.getState().scroll;
    type(store, 'g');
    expect([end > 0, store.getState().scroll]).toEqual([true, 0]);
    type(store, 'G?');
    expect([store.getState().help, store.getState().scroll]).toEqual([true, 0]);
    type(store, 'qq');
    expect(store.getState()).toMatchObject({ help: false, leaving: 0 });
  });

  it('leaves with 0 on q and with 130 on Ctrl-C, also out of the text field and while loading', () => {
    const status = (keys: string, loading = false) => open({ keys, ...(loading ? { desk: undefined } : {}) }).getState().leaving;
    expect([
      status('q'),
      status('\u0003'),
      status('2/\u0003'),
      status('2/q'),
      status('q', true),
      status('\u0003', true),
      status('2', true),
    ]).toEqual([0, 130, 130, undefined, 0, 130, undefined]);
  });

  it('while something is loaded keys go on working on what lies there, and Esc ends the loading only', () => {
    const store = open({ keys: '2/骨\r' });
    let cancelled = 0;
    const cancel = () => {
      cancelled++;
      store.getState().send(undefined);
    };
    store.getState().send({ text: '读取', share: 0.4, cancel });
    type(store, 'jj');
    const moved = cursor(store);
    type(store, ESC);
    const first = [cancelled, viewOf(store.getState()).spec.filters.length, store.getState().errand];
    type(store, ESC);
    expect([moved, first, cancelled, viewOf(store.getState()).spec.filters.length]).toEqual([2, [1, 1, undefined], 1, 0]);
  });

  it('a message goes with the next key, whatever the key does', () => {
    const store = open({ keys: '2' });
    store.getState().say({ text: '已复制', tone: 'accent' });
    type(store, 'Z');
    expect(store.getState().message).toBeUndefined();
  });
});
