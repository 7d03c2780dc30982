import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/app/desk.ts';
import { UserError } from '../../src/errors.ts';
import type { Office, Order, Progress } from '../../src/ui/office.ts';
import { attempt, perform } from '../../src/ui/perform.ts';
import { progressWords } from '../../src/ui/progress-words.ts';
import { viewOf } from '../../src/ui/sheets/sheets.ts';
import { step } from '../../src/ui/step.ts';
import { createWorkbench, type Workbench } from '../../src/ui/store/workbench.ts';
import { desk as fixture } from './desk-fixture.ts';
import { closedOffice, type } from './frame.tsx';

const ESC = '\u001b';

type Asked = {
  readonly order: Order;
  readonly given: Desk | undefined;
  report(progress: Progress): void;
  arrive(desk: Desk): void;
  fail(error: unknown): void;
  cancelled: boolean;
};

/** A workbench whose jobs finish when the test says so. */
function bench() {
  const asked: Asked[] = [];
  const office: Office = {
    ...closedOffice,
    open(order, given, report) {
      let arrive: (desk: Desk) => void = () => {};
      let fail: (error: unknown) => void = () => {};
      const done = new Promise<Desk>((resolve, reject) => {
        arrive = resolve;
        fail = reject;
      });
      const job: Asked = { order, given, report, arrive, fail, cancelled: false };
      asked.push(job);
      return {
        done,
        cancel() {
          job.cancelled = true;
          fail(new Error('cancelled'));
        },
      };
    },
  };
  const size = { columns: 80, rows: 24 };
  const store = createWorkbench({ language: 'zh', ascii: false, graph: 'block', theme: 'dark', size, office, unhurried: true });
  store.getState().lay(fixture, { data: ['a.csv'], comparison: 'c.yaml', edits: [] });
  return { store, asked };
}

const settled = () => new Promise(resolve => setImmediate(resolve));
const currentKey = (store: Workbench) => {
  const { of, shown, cursor } = viewOf(store.getState());
  return of.key(shown[cursor] ?? -1);
};
const edit = { scenario: 'drg20', path: 'price.rates.tertiary.employee', value: '10800' };
const other: Desk = { ...fixture, title: 'other.csv' };

describe('a job behind the screen', () => {
  it('leaves the desk as it is until it is done, and keys are answered meanwhile', async () => {
    const { store, asked } = bench();
    attempt(store, step('load', 'b.csv'));
    asked[0]?.report({ stage: 'load', rows: 4, share: 0.5 });
    type(store, '2jj');
    expect([store.getState().errand?.text, viewOf(store.getState()).cursor, store.getState().desk?.title]).toEqual([
      '读取 4 行（50%）',
      2,
      fixture.title,
    ]);
    asked[0]?.arrive(other);
    await settled();
    // the third stay is still the current row
    expect([store.getState().desk?.title, store.getState().errand, viewOf(store.getState()).cursor, store.getState().order.data]).toEqual([
      'other.csv',
      undefined,
      2,
      ['b.csv'],
    ]);
  });

  it('ends with Esc; nothing else has changed', async () => {
    const { store, asked } = bench();
    attempt(store, step('load', 'b.csv'));
    type(store, `2${ESC}`);
    await settled();
    const { desk, order, errand, message, path } = store.getState();
    expect([asked[0]?.cancelled, desk, order.data, errand, message, path]).toEqual([
      true,
      fixture,
      ['a.csv'],
      undefined,
      undefined,
      [{ screen: 'stays' }],
    ]);
  });

  it('says what was wrong in the message line', async () => {
    const { store, asked } = bench();
    attempt(store, step('load', 'nix.csv'));
    asked[0]?.fail(
      new UserError(
        'FILE_NOT_FOUND',
        { zh: '没有这个文件', en: 'no such file' },
        { at: 'nix.csv', hint: { zh: '请检查路径', en: 'check' } },
      ),
    );
    await settled();
    expect([store.getState().message?.text, store.getState().desk, store.getState().errand]).toEqual([
      'nix.csv: 没有这个文件；请检查路径',
      fixture,
      undefined,
    ]);
  });

  it('a later one takes the place of an earlier one', async () => {
    const { store, asked } = bench();
    attempt(store, step('load', 'b.csv'));
    attempt(store, step('load', '"c d.csv" e.csv'));
    asked[1]?.arrive(other);
    await settled();
    expect([asked[0]?.cancelled, asked[1]?.order.data, store.getState().desk]).toEqual([true, ['c d.csv', 'e.csv'], other]);
  });
});

describe('other stays on the desk', () => {
  it('have other patients: no mark and no cursor, the arrangement stays; groups are found again', async () => {
    const { store, asked } = bench();
    // by cost 1, 7, 4 ...; the first two are marked; then the second group
    type(store, '2llllllsmm3j');
    const group = currentKey(store);
    attempt(store, step('load', 'b.csv'));
    asked[0]?.arrive({ ...fixture, stays: { ...fixture.stays } });
    await settled();
    const after = currentKey(store);
    type(store, '2');
    await settled();
    const { marked, cursor, spec, column, shown, of } = viewOf(store.getState());
    expect([after, marked.size, cursor, spec.sorts, column, [...shown].slice(0, 3)]).toEqual([
      group,
      0,
      0,
      [{ key: 'total', descending: true }],
      'total',
      [0, 6, 3],
    ]);
    expect(of.keysOf).toBe(store.getState().desk?.stays);
  });

  it('nothing shown is of the stays of before', async () => {
    const { store, asked } = bench();
    type(store, '2sm3j4j5j');
    const before = Object.values(store.getState().tables).map(({ of }) => of);
    attempt(store, step('load', 'b.csv'));
    asked[0]?.arrive({ ...fixture, stays: { ...fixture.stays } });
    await settled();
    const kept = Object.values(store.getState().tables).filter(({ of }) => before.includes(of));
    expect([before.length > 2, kept]).toEqual([true, []]);
  });
});

describe('editing a scenario', () => {
  it('uses the stays and groups again, can be undone and redone, and keeps one value for a parameter', async () => {
    const { store, asked } = bench();
    attempt(store, step('set', `${edit.path}:10700`));
    asked[0]?.arrive({ ...fixture });
    await settled();
    attempt(store, step('set', `${edit.path}:${edit.value}`));
    asked[1]?.arrive({ ...fixture });
    await settled();
    type(store, 'u');
    asked[2]?.arrive({ ...fixture });
    await settled();
    type(store, 'u');
    asked[3]?.arrive({ ...fixture });
    await settled();
    type(store, '\u0012');
    asked[4]?.arrive({ ...fixture });
    await settled();
    expect(asked.map(({ order }) => order.edits)).toEqual([
      [{ ...edit, value: '10700' }],
      [edit],
      [{ ...edit, value: '10700' }],
      [],
      [{ ...edit, value: '10700' }],
    ]);
    expect(asked.map(({ given }) => given?.stays === fixture.stays)).toEqual([true, true, true, true, true]);
  });

  it('refused by the program it leaves nothing to undo', async () => {
    const { store, asked } = bench();
    const refused = perform(store, step('set', 'price.nix:1'));
    asked[0]?.fail(new UserError('PARAMETER_UNKNOWN', { zh: '没有', en: 'none' }, { hint: { zh: '', en: '' } }));
    await expect(refused).rejects.toMatchObject({ code: 'PARAMETER_UNKNOWN' });
    expect([store.getState().done, store.getState().order.edits, store.getState().desk]).toEqual([[], [], fixture]);
  });

  it.each(['', 'price.rates', ':3', 'price.rates:'])('does not understand %j', async value => {
    await expect(perform(bench().store, step('set', value))).rejects.toMatchObject({ code: 'STEP_INVALID' });
  });
});

describe('orders typed ahead', () => {
  const second = { scenario: 'drg20', path: 'price.rates.tertiary.resident', value: '9000' };

  it('each builds on the one before it, and each can be taken back', async () => {
    const { store, asked } = bench();
    attempt(store, step('set', `${edit.path}:${edit.value}`));
    attempt(store, step('set', `${second.path}:${second.value}`));
    const running = asked.length;
    asked[0]?.arrive({ ...fixture });
    await settled();
    asked[1]?.arrive({ ...fixture });
    await settled();
    const { order, done, message } = store.getState();
    expect([running, order.edits, message?.text.includes('2')]).toEqual([1, [edit, second], true]);
    expect(done).toEqual([
      { of: 'edits', before: [], after: [edit] },
      { of: 'edits', before: [edit], after: [edit, second] },
    ]);
  });

  it('the second is carried out where the first is refused', async () => {
    const { store, asked } = bench();
    attempt(store, step('set', 'price.nix:1'));
    attempt(store, step('set', `${edit.path}:${edit.value}`));
    asked[0]?.fail(new UserError('PARAMETER_UNKNOWN', { zh: '没有', en: 'none' }, { hint: { zh: '', en: '' } }));
    await settled();
    asked[1]?.arrive({ ...fixture });
    await settled();
    expect(store.getState().order.edits).toEqual([edit]);
  });

  it('Esc drops them all, and what is asked after it is carried out', async () => {
    const { store, asked } = bench();
    attempt(store, step('set', `${edit.path}:${edit.value}`));
    attempt(store, step('set', `${second.path}:${second.value}`));
    type(store, ESC);
    attempt(store, step('set', `${second.path}:9100`));
    await settled();
    asked[1]?.arrive({ ...fixture });
    await settled();
    const after = [{ ...second, value: '9100' }];
    expect([asked.length, store.getState().order.edits, store.getState().done]).toEqual([2, after, [{ of: 'edits', before: [], after }]]);
  });

  it('a question is refused while files are loaded, which go on being loaded', async () => {
    const { store, asked } = bench();
    attempt(store, step('load', 'b.csv'));
    await expect(perform(store, step('sql', 'SELECT 1'))).rejects.toMatchObject({ code: 'STEP_INVALID' });
    asked[0]?.arrive(other);
    await settled();
    expect([asked[0]?.cancelled, store.getState().desk]).toEqual([false, other]);
  });
});

describe('what was edited', () => {
  async function edited() {
    const one = bench();
    attempt(one.store, step('set', `${edit.path}:${edit.value}`));
    one.asked[0]?.arrive({ ...fixture });
    await settled();
    return one;
  }

  it('can still be taken back when taking it back was given up', async () => {
    const { store, asked } = await edited();
    const { done } = store.getState();
    type(store, `u${ESC}`);
    await settled();
    expect([store.getState().done, store.getState().undone, store.getState().order.edits]).toEqual([done, [], [edit]]);
    type(store, 'u');
    asked[2]?.arrive({ ...fixture });
    await settled();
    expect([store.getState().done, store.getState().undone, store.getState().order.edits]).toEqual([[], done, []]);
  });

  it('is taken back by a key typed ahead of it', async () => {
    const { store, asked } = bench();
    attempt(store, step('set', `${edit.path}:${edit.value}`));
    type(store, 'u');
    asked[0]?.arrive({ ...fixture });
    await settled();
    asked[1]?.arrive({ ...fixture });
    await settled();
    expect(asked.map(({ order }) => order.edits)).toEqual([[edit], []]);
    expect([store.getState().done, store.getState().undone.length]).toEqual([[], 1]);
  });

  it('holds for other files, and that is said', async () => {
    const { store, asked } = await edited();
    attempt(store, step('load', 'b.csv'));
    asked[1]?.arrive(other);
    await settled();
    const { order, message, done } = store.getState();
    expect([order.edits, message?.text, done.length]).toEqual([[edit], '已载入；1 处改动仍然有效', 1]);
  });

  it('is gone with the comparison, from what can be taken back too', async () => {
    const { store, asked } = await edited();
    type(store, '2lllllls');
    attempt(store, step('compare', 'd.yaml'));
    asked[1]?.arrive(other);
    await settled();
    const { order, message, done } = store.getState();
    expect([order.edits, message?.text]).toEqual([[], '比较已换；原来的 1 处改动不再有效']);
    expect(done.map(({ of }) => of)).toEqual(['table']);
  });
});

describe('progress in words', () => {
  // 412,000 rows in 1 s, 41.2 % of the bytes: 41 万 rows a second, 0.588 / 0.412 = 1.43 s left, told as 2
  it('tells rows, share, speed and what is left once a second has passed', () => {
    let now = 0;
    const words = progressWords(() => now);
    const first = words({ stage: 'load', rows: 0, share: 0 }, 'zh');
    now = 999;
    const early = words({ stage: 'load', rows: 400_000, share: 0.4 }, 'zh');
    now = 1000;
    const later = words({ stage: 'load', rows: 412_000, share: 0.412 }, 'zh');
    expect([first, early, later]).toEqual(['读取 0 行（0%）', '读取 400,000 行（40%）', '读取 412,000 行（41%） · 41 万行/秒 · 还需 2 秒']);
    expect(words({ stage: 'load', rows: 412_000, share: 0.412 }, 'en')).toBe('reading 412,000 rows (41%) · 412,000 rows/s · 2 s left');
    expect(words({ stage: 'group', of: 'chs-drg-2.0' }, 'en')).toBe('grouping with chs-drg-2.0 …');
    expect(words({ stage: 'settle', of: 'drg-2.0', share: 1 }, 'zh')).toBe('结算 drg-2.0 100%');
  });
});
