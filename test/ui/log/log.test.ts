import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/ui/log/read-log.ts';
import { writtenLog } from '../../../src/ui/log/written-log.ts';
import { begin, perform, verbOf } from '../../../src/ui/perform.ts';
import { sheetOf, viewOf } from '../../../src/ui/sheets/sheets.ts';
import { step } from '../../../src/ui/step.ts';
import type { Workbench } from '../../../src/ui/store/workbench.ts';
import { closedOffice, open, type } from '../frame.tsx';

const logged = (store: Workbench) => readLog(writtenLog(store.getState()), 'log.yaml').steps.map(({ verb, value }) => `${verb}=${value}`);
const steps = (keys: string) => logged(open({ keys }));

/** A desk whose next load goes on until it is cancelled. */
function busy(): { readonly store: Workbench; cancel(): void } {
  const store = open({});
  let end: (error: Error) => void = () => {};
  const done = new Promise<never>((_, reject) => {
    end = reject;
  });
  const job = { done, cancel: () => end(new Error('cancelled')) };
  store.setState({ office: { ...closedOffice, open: () => job, ask: () => job } });
  return { store, cancel: () => store.getState().errand?.cancel() };
}

describe('the action log', () => {
  it('holds what was done in order, not how the cursor went there', () => {
    expect(steps('2jj/骨\rlllllls-5d')).toEqual(['go=stays', 'filter=骨', 'sort=-total', 'last=', 'go=scenarios', 'by=group']);
  });

  it('opens a stay by its place and a department by its name', () => {
    expect(steps('2jj\r')).toEqual(['go=stays', 'open=#3']);
    expect(steps('1\r')).toEqual(['go=overview', 'open=消化内科']);
  });

  it('leaves out what may name a person, and says so', () => {
    const written = writtenLog(open({ keys: '2/S0000003\r' }).getState());
    expect(written).not.toContain('S0000003');
    expect(readLog(written, 'log.yaml').steps).toEqual([
      { verb: 'go', value: 'stays' },
      { verb: 'filter', value: undefined },
    ]);
  });

  it('tells doctors by their place, whose rows they are told apart by', () => {
    const written = writtenLog(open({ keys: '4\rd\r' }).getState());
    expect(written).not.toMatch(/D00\d/);
    const byDoctor = open({ keys: '4\r' });
    begin(byDoctor, step('by', 'doctor'));
    const doctor = sheetOf(byDoctor.getState()).key(viewOf(byDoctor.getState()).shown[0]!);
    begin(byDoctor, step('open', doctor));
    expect(doctor).toMatch(/^D00\d$/);
    expect(logged(byDoctor).slice(-2)).toEqual(['by=doctor', 'open=#1']);
  });

  it.each([
    ['5/doctor=D001\r'], // no such column in this table: free text
    ['5/医生:D001\r'],
    ['5/stay S0000003\r'],
    ['5/patient_key=ab\r'],
    ['5/张三丰\r'], // no word of any table
    ['2/张三丰\r'],
    ['2/骨科 张三丰\r'],
    ['2/department:张三丰\r'],
    ['2/department=D001\r'],
    ['2/days=S0000003\r'],
  ])('%j: leaves out what no word explains', keys => {
    const written = writtenLog(open({ keys }).getState());
    expect(readLog(written, 'log.yaml').steps.at(-1)).toEqual({ verb: 'filter', value: undefined });
    expect(written).not.toMatch(/张三丰|D001|S0000003|ab$/);
  });

  it.each([
    ['2/骨科\r', 'filter=骨科'],
    ['2/department=骨科\r', 'filter=department=骨科'],
    ['2/total>=5万\r', 'filter=total>=5万'],
    ['2/days=1..3\r', 'filter=days=1..3'],
    ['2/department=\r', 'filter=department='],
    ['5/骨\r', 'filter=骨'],
  ])('%j: keeps what a word explains', (keys, wanted) => {
    expect(steps(keys).at(-1)).toBe(wanted);
  });

  it('leaves out the columns that a pivot calls after doctors, and names its rows by place', async () => {
    const store = open({ keys: '2' });
    await perform(store, step('pivot', 'department,doctor'));
    const doing = [
      step('sort', '-doctor/D001'),
      step('freeze', 'doctor/D001'),
      step('width', 'doctor/D001:9'),
      step('total', 'doctor/D001:sum'),
      step('hide', 'doctor/D001'),
      step('unhide', 'doctor/D001'),
      step('fit', 'doctor/D002'),
      step('filter', 'doctor/D001>1'),
      step('sort', '-all'),
      step('unfilter'),
      step('open', '骨科'),
    ];
    for (const one of doing) await perform(store, one);
    expect(writtenLog(store.getState())).not.toMatch(/D00\d/);
    const left = ['sort', 'freeze', 'width', 'total', 'hide', 'unhide', 'fit', 'filter'].map(verb => `${verb}=undefined`);
    // 骨科 and 心内科 have three stays each, 消化内科 two; among equals 骨 (gu) is read before 心 (xin)
    expect(logged(store).slice(2)).toEqual([...left, 'sort=-all', 'unfilter=', 'open=#1']);
  });

  it('keeps the columns of a pivot of groups', async () => {
    const store = open({ keys: '2' });
    for (const one of [step('pivot', 'band,department'), step('sort', '-department/骨科')]) await perform(store, one);
    expect(logged(store).at(-1)).toBe('sort=-department/骨科');
  });

  it.each([
    ['SELECT department, count(*) n FROM v_stay GROUP BY department', true],
    ["SELECT * FROM v_month WHERE month = '2025-01'", true],
    ['SELECT doctor d FROM v_stay', false],
    ['SELECT * FROM v_stay WHERE "stay_id" > 1', false],
    ['SELECT PATIENT_KEY FROM v_stay', false],
    ['SELECT source_row FROM v_stay', false],
    ["SELECT 'D001'", false],
    ['SELECT 1 AS s0000003', false],
  ])('%s is written down: %s', (sql, kept) => {
    expect(verbOf('sql')?.logged?.(open({ keys: '2' }).getState(), sql)).toBe(kept ? sql : undefined);
  });

  it('holds nothing that was looked for in an answer, whatever its columns are called', async () => {
    const sql = 'SELECT * FROM v_stay';
    const store = open({ keys: '2' });
    store.getState().answered(sql, {
      columns: ['d', 'n'],
      rows: [
        ['D001', 2n],
        ['D002', 1n],
      ],
      truncated: false,
    });
    const doing = [
      step('sql', sql),
      step('filter', 'd=D001'),
      step('unfilter'),
      step('sort', '-n'),
      step('pivot', 'n,d'),
      step('sort', '-d/D001'),
      step('back'),
      step('frequency', 'd'),
      step('filter', 'D001'),
      step('unfilter'),
      step('open', 'D002'),
    ];
    for (const one of doing) await perform(store, one);
    expect(writtenLog(store.getState())).not.toMatch(/D00\d/);
    expect(logged(store).slice(1)).toEqual([
      `sql=${sql}`,
      'filter=undefined',
      'unfilter=',
      'sort=-n',
      'pivot=n,d',
      'sort=undefined',
      'back=',
      'frequency=d',
      'filter=undefined',
      'unfilter=',
      'open=#2',
    ]);
  });

  it('says which column and which row was meant where the step did not', () => {
    const store = open({ keys: '2j' });
    for (const verb of ['freeze', 'fit', 'mark', 'unmark']) begin(store, step(verb));
    begin(store, step('width', '9'));
    begin(store, step('hide'));
    // a mark goes on to the next row: the second is marked, the third unmarked
    expect(logged(store).slice(1)).toEqual(['freeze=stay', 'fit=stay', 'mark=#2', 'unmark=#3', 'width=stay:9', 'hide=stay']);
  });

  it('forgets what was cancelled', async () => {
    const { store, cancel } = busy();
    const loading = perform(store, step('load', 'b.csv'));
    cancel();
    await loading;
    expect(logged(store)).toEqual([]);
  });

  it('forgets a question that was given up', async () => {
    const { store, cancel } = busy();
    const asking = perform(store, step('sql', 'SELECT * FROM v_month'));
    cancel();
    await asking;
    expect([logged(store), store.getState().path]).toEqual([[], [{ screen: 'overview' }]]);
  });

  it('holds no step that writes a file or copies', async () => {
    const store = open({ keys: '2' });
    store.setState({ office: { ...closedOffice, write: () => Promise.resolve(), copy: () => {} } });
    for (const one of [step('export', 'a.csv'), step('overwrite', 'a.csv'), step('copy', 'row')]) await perform(store, one);
    expect(logged(store)).toEqual(['go=stays']);
  });

  it('names the files by their hash and holds none of their rows', () => {
    const written = writtenLog(open({ keys: '2/骨\r' }).getState());
    expect(readLog(written, 'log.yaml')).toMatchObject({
      schema: 'log/1',
      language: 'zh',
      files: [{ name: 'stays.csv', sha256: 'ab'.repeat(32), read: 10, loaded: 8, refused: 2 }],
    });
    for (const cell of ['52,310', '52310', 'D001', 'S72.000', 'S0000001']) expect(written).not.toContain(cell);
  });

  it('done again leads to the same view', async () => {
    const first = open({ keys: '2/!骨\rlllllls' });
    const again = open({});
    for (const { verb, value } of readLog(writtenLog(first.getState()), 'log.yaml').steps)
      await perform(again, { verb, value: value ?? '' });
    expect([...viewOf(again.getState()).shown]).toEqual([...viewOf(first.getState()).shown]);
  });

  it.each([[''], ['schema: log/2'], ['- a'], ['a: [']])('refuses %j', text => {
    expect(() => readLog(text, 'log.yaml')).toThrow(expect.objectContaining({ code: 'LOG_INVALID', at: 'log.yaml' }));
  });
});

describe('undo and redo', () => {
  const shown = (keys: string) => [...viewOf(open({ keys }).getState()).shown];
  it('take back filters and sorts one by one, and do them again', () => {
    // stays 1-3 are 骨科; by cost from the largest 1, 2, 3
    expect(shown('2/骨\r')).toEqual([0, 1, 2]);
    expect(shown('2/骨\ru')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(shown('2/骨\rlllllls')).toEqual([0, 1, 2]);
    expect(shown('2lllllls/骨\ruu')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(shown('2lllllls/骨\ruu\u0012')).toEqual([0, 6, 3, 1, 4, 2, 5, 7]);
    expect(shown('2lllllls/骨\ruu\u0012\u0012')).toEqual([0, 1, 2]);
  });

  it('go to the table they change', () => {
    const store = open({ keys: '2/骨\r5u' });
    expect([store.getState().path, viewOf(store.getState()).shown.length]).toEqual([[{ screen: 'stays' }], 8]);
  });

  it('a new change forgets what was undone', () => {
    const store = open({ keys: '2/骨\ru/心\r\u0012' });
    expect([[...viewOf(store.getState()).shown], store.getState().message?.text]).toEqual([[3, 4, 5], '没有可以撤销或重做的操作']);
  });

  it('typing does not fill the history letter by letter', () => {
    const store = open({});
    type(store, '2/骨科\r');
    expect(store.getState().done.length).toBe(1);
  });
});
