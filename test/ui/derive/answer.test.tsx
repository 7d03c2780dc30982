import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { answerSheet } from '../../../src/ui/derive/answer-sheet.ts';
import type { Answer, Office } from '../../../src/ui/office.ts';
import { attempt, perform } from '../../../src/ui/perform.ts';
import { sheetOf, viewOf } from '../../../src/ui/sheets/sheets.ts';
import { step } from '../../../src/ui/step.ts';
import type { Workbench } from '../../../src/ui/store/workbench.ts';
import { speaker } from '../../../src/ui/words.ts';
import { desk } from '../desk-fixture.ts';
import { closedOffice, frameOf, open, type } from '../frame.tsx';

const answer: Answer = {
  columns: ['stay_id', 'department', 'total_fen', 'weight', 'year', 'n', 'total_fen', 'odd'],
  rows: [
    ['S0000001', '骨科', 5_231_000, 3.7362, 2025, 12_345, 0, 1],
    ['S0000002', null, null, 0.9, 2024, 7, -1, 'x'],
    ['S0000003', '骨科', -50, null, 2025, null, null, null],
  ],
  truncated: false,
};

/** An office that answers everything the same way, and remembers what it was asked. */
function asked(reply: () => Promise<Answer>): { readonly office: Office; readonly questions: string[] } {
  const questions: string[] = [];
  const ask: Office['ask'] = (_, sql) => {
    questions.push(sql);
    return { done: reply(), cancel: () => {} };
  };
  return { office: { ...closedOffice, ask }, questions };
}

const answering = (reply: Answer) => asked(() => Promise.resolve(reply));
function behind(office: Office): Workbench {
  const store = open({ keys: '2' });
  store.setState({ office });
  return store;
}

const place = (store: Workbench) => store.getState().path.at(-1);

describe('the table of an answer', () => {
  const { columns, key, rowOf, identifiers } = answerSheet(answer, speaker('zh'));
  const texts = (at: number) => [0, 1, 2].map(row => columns[at]?.text(row, 20));

  it('types its columns by their values: words, money in yuan, numbers; NULL is blank', () => {
    expect(columns.map((_, at) => texts(at))).toEqual([
      ['S0000001', 'S0000002', 'S0000003'],
      ['骨科', '', '骨科'],
      ['52,310.00', '', '−0.50'],
      ['3.7362', '0.9000', ''],
      // no thousands in a year; from five digits on they are read by thousands
      ['2025', '2024', '2025'],
      ['12,345', '7', ''],
      ['0.00', '−0.01', ''],
      // one text makes words of all
      ['1', 'x', ''],
    ]);
    expect(columns.map(({ align }) => align[0]).join('')).toBe('llrrrrrl');
    expect([2, 3].map(at => columns[at]?.title)).toEqual(['total 元', 'weight']);
    expect(answerSheet(answer, speaker('en')).columns[2]?.title).toBe('total CNY');
  });

  it('gives files the exact values, and steps one name a column', () => {
    expect(columns.map(({ key }) => key)).toEqual(['stay_id', 'department', 'total_fen', 'weight', 'year', 'n', 'total_fen_2', 'odd']);
    expect([2, 3, 5].map(at => [0, 1, 2].map(row => columns[at]?.exact?.(row)))).toEqual([
      ['52310.00', '', '-0.50'],
      ['3.7362', '0.9', ''],
      ['12345', '7', ''],
    ]);
    const odd = answerSheet({ columns: ['sum(a, b)', 'x = 1'], rows: [[1, 2]], truncated: false }, speaker('zh'));
    expect(odd.columns.map(({ key }) => key)).toEqual(['sum(a_b)', 'x_1']);
  });

  it('knows which columns stand for people, and rows by their number', () => {
    expect([columns.filter(({ identifier }) => identifier).map(({ key }) => key), identifiers]).toEqual([['stay_id'], true]);
    expect([key(2), rowOf('3'), rowOf('4'), rowOf('0'), rowOf('x')]).toEqual(['3', 2, undefined, undefined, undefined]);
  });

  it('may have no rows, and sorts money by its value with what is missing last', () => {
    expect(answerSheet({ columns: ['a'], rows: [], truncated: false }, speaker('zh'))).toMatchObject({ count: 0 });
    expect([0, 1, 2].map(row => columns[2]?.value(row))).toEqual([5_231_000, Number.NaN, -50]);
  });
});

describe('asking', () => {
  it('shows the answer as a table that can be filtered and counted like any other', async () => {
    const { office, questions } = answering(answer);
    const store = behind(office);
    await perform(store, step('sql', ' SELECT * FROM v_stay; '));
    expect([questions, place(store)]).toEqual([['SELECT * FROM v_stay'], { screen: 'answer', sql: 'SELECT * FROM v_stay' }]);
    type(store, 'lF\r');
    // 骨科 twice, missing once; Enter comes back with the rows of 骨科
    expect([place(store)?.screen, [...viewOf(store.getState()).shown]]).toEqual(['answer', [0, 2]]);
  });

  it('does not ask the same again, and one answer takes the place of another', async () => {
    const { office, questions } = answering(answer);
    const store = behind(office);
    for (const sql of ['SELECT 1', 'SELECT 2', 'SELECT 1']) await perform(store, step('sql', sql));
    expect([questions, store.getState().path]).toEqual([
      ['SELECT 1', 'SELECT 2'],
      [{ screen: 'stays' }, { screen: 'answer', sql: 'SELECT 1' }],
    ]);
  });

  it('says when there are more rows, above the table and in the message line', async () => {
    const { office } = answering({ ...answer, truncated: true });
    const store = behind(office);
    await perform(store, step('sql', 'SELECT * FROM v_stay'));
    expect(store.getState().message).toEqual({ text: '只取前 3 行，后面还有', tone: 'warning' });
    expect(frameOf(store)[2]).toBe(' 只取前 3 行，后面还有 · SELECT * FROM v_stay                               1/3');
  });

  it('tells the error of SQLite in the message line and stays where it was', async () => {
    const error = new UserError(
      'SQL_FAILED',
      { zh: 'SQLite 报告：no such table: stays', en: 'SQLite says: no such table: stays' },
      { hint: { zh: '看看视图', en: 'see the views' } },
    );
    const store = behind(asked(() => Promise.reject(error)).office);
    attempt(store, step('sql', 'SELECT * FROM stays'));
    await new Promise(resolve => setImmediate(resolve));
    expect([store.getState().message?.text, place(store)]).toEqual(['SQLite 报告：no such table: stays；看看视图', { screen: 'stays' }]);
  });

  it('drops an answer that was cancelled, or about a desk that lies there no more', async () => {
    let give: (reply: Answer) => void = () => {};
    const slow = () =>
      asked(
        () =>
          new Promise<Answer>(resolve => {
            give = resolve;
          }),
      ).office;
    const cancelled = behind(slow());
    const first = perform(cancelled, step('sql', 'SELECT 1'));
    type(cancelled, '\u001b');
    give(answer);
    await first;
    const relaid = behind(slow());
    const second = perform(relaid, step('sql', 'SELECT 1'));
    relaid.getState().lay({ ...desk });
    give(answer);
    await second;
    expect([cancelled, relaid].map(store => [place(store), store.getState().answers.size])).toEqual(
      Array(2).fill([{ screen: 'stays' }, 0]),
    );
  });

  it('asks again when the data have changed meanwhile', async () => {
    const { office } = answering(answer);
    const store = behind(office);
    await perform(store, step('sql', 'SELECT 1'));
    store.getState().lay({ ...desk });
    expect([sheetOf(store.getState()).count, frameOf(store)[2]]).toEqual([
      0,
      ' 数据已更换，请重新查询                                                     0/0',
    ]);
  });

  it('keeps questions about a person out of the log', async () => {
    const { office } = answering(answer);
    const store = behind(office);
    for (const sql of ["SELECT * FROM v_stay WHERE stay_id = 'S0000001'", "SELECT * FROM v_stay WHERE department = '骨科'"])
      await perform(store, step('sql', sql));
    expect(
      store
        .getState()
        .log.filter(({ verb }) => verb === 'sql')
        .map(({ value }) => value),
    ).toEqual([undefined, "SELECT * FROM v_stay WHERE department = '骨科'"]);
  });

  it('wants a question', async () => {
    const store = open({ keys: '2' });
    await expect(perform(store, step('sql', ' ; '))).rejects.toThrow('sql does not take');
  });
});
