import { expect, it } from 'vitest';
import type { Answer } from '../../../src/ui/office.ts';
import { perform } from '../../../src/ui/perform.ts';
import { basisOf, sheetOf, viewOf } from '../../../src/ui/sheets/sheets.ts';
import { step } from '../../../src/ui/step.ts';
import type { Workbench } from '../../../src/ui/store/workbench.ts';
import { closedOffice, open, type } from '../frame.tsx';

// 30,000 rows: more than are counted while a frame is drawn; a has 20,000 of them, b 10,000
const answer: Answer = {
  columns: ['word'],
  rows: Array.from({ length: 30_000 }, (_, row) => [row % 3 === 0 ? 'b' : 'a']),
  truncated: false,
};

const titles = (store: Workbench) => sheetOf(store.getState()).columns.map(({ title }) => title);
const cells = (store: Workbench) => {
  const { columns } = sheetOf(store.getState());
  return [...viewOf(store.getState()).shown].map(row => columns.slice(0, 2).map(column => column.text(row, 10)));
};

/** Whether what is counted is of the sheet as it is now. */
const isNow = (store: Workbench) => {
  const { path } = store.getState();
  return basisOf(store.getState(), path).of === sheetOf(store.getState(), path.slice(0, -1));
};

it('a derived table of many rows stays as it was until it has caught up, and the cursor stays on its row', async () => {
  const store = open({ keys: '2' });
  store.setState({ office: { ...closedOffice, ask: () => ({ done: Promise.resolve(answer), cancel: () => {} }) }, unhurried: false });
  await perform(store, step('sql', 'SELECT word FROM v_stay'));
  // the answer was looked at and filtered, so it is known as it was under the first language
  await perform(store, step('filter', '!b'));
  await perform(store, step('unfilter'));
  await perform(store, step('frequency', 'word'));
  type(store, 'j');
  const before = [titles(store).slice(0, 3), cells(store)];
  store.getState().speak('en');
  const meanwhile = [isNow(store), titles(store).slice(1, 2), cells(store)];
  await perform(store, step('help'));
  await perform(store, step('language', 'en'));
  const counted = [
    ['a', '20,000'],
    ['b', '10,000'],
  ];
  expect([before, meanwhile]).toEqual([
    [['word', '行数', '占比'], counted],
    [false, ['Rows'], counted],
  ]);
  expect([isNow(store), titles(store).slice(0, 3), cells(store), viewOf(store.getState()).cursor]).toEqual([
    true,
    ['word', 'Rows', 'Share'],
    counted,
    1,
  ]);
});
