import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/ui/log/read-log.ts';
import { writtenLog } from '../../../src/ui/log/written-log.ts';
import { perform } from '../../../src/ui/perform.ts';
import { viewOf } from '../../../src/ui/sheets/sheets.ts';
import { open, type } from '../frame.tsx';

const steps = (keys: string) =>
  readLog(writtenLog(open({ keys }).getState()), 'log.yaml').steps.map(({ verb, value }) => `${verb}=${value}`);

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
