/** Verbs that go somewhere: to a screen, into a row, back. */

import { intoRow } from '../drill.ts';
import { rowsMayName } from '../log/naming.ts';
import { type Place, placeOf, rootScreens, tableIdOf } from '../place.ts';
import { sheetOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Workbench } from '../store/workbench.ts';
import { badValue } from './mistakes.ts';
import type { Verb } from './verb.ts';

export const walking: readonly Verb[] = [
  {
    verb: 'go',
    title: { zh: '去画面', en: 'go to screen' },
    takes: { zh: rootScreens.join(' '), en: rootScreens.join(' ') },
    complete: () => rootScreens,
    perform({ getState }, value) {
      const screen = rootScreens.find(name => name === value);
      if (!screen) throw badValue('go', value, { zh: `可用：${rootScreens.join('、')}`, en: `one of ${rootScreens.join(', ')}` });
      getState().goTo(screen);
    },
  },
  {
    verb: 'open',
    title: { zh: '打开一行', en: 'open a row' },
    takes: { zh: '行的键，或 #第几行', en: 'key of the row, or #place' },
    perform: openRow,
    // A person is named by the place in the table: logs hold no rows.
    logged: (state, value) => (rowsMayName(state) ? placeOfRow(state, value) : value),
  },
  {
    verb: 'back',
    title: { zh: '返回上一级', en: 'back' },
    perform: leavePlace,
  },
  {
    verb: 'last',
    title: { zh: '回到刚才的画面', en: 'where I was before' },
    perform: ({ getState }) => getState().walk(getState().before),
  },
];

function openRow(workbench: Workbench, value: string): void {
  const state = workbench.getState();
  const row = rowNamed(state, value);
  if (row === undefined)
    throw badValue('open', value, { zh: '这一行不在当前表中；# 后写第几行', en: 'no such row in this table; #12 is the twelfth' });
  const { shown } = viewOf(state);
  const view = viewOf(state);
  state.show(tableIdOf(state.path), { ...view, cursor: Math.max(0, shown.indexOf(row)) });
  intoRow(workbench, row);
}

/** `IC29` by its key, `#12` the twelfth row shown. */
function rowNamed(state: WorkbenchState, value: string): number | undefined {
  const place = /^#(\d+)$/.exec(value)?.[1];
  const { shown } = viewOf(state);
  if (place !== undefined) return shown[Number(place) - 1];
  const row = sheetOf(state).rowOf(value);
  return row !== undefined && shown.includes(row) ? row : undefined;
}

function placeOfRow(state: WorkbenchState, value: string): string | undefined {
  if (value.startsWith('#')) return value;
  const row = sheetOf(state).rowOf(value);
  const at = row === undefined ? -1 : viewOf(state).shown.indexOf(row);
  return at < 0 ? undefined : `#${at + 1}`;
}

/** What was opened is forgotten, so that opening another row begins afresh. */
function leavePlace({ getState }: Workbench): void {
  const { path, drop, goBack } = getState();
  const place: Place = placeOf(path);
  if (path.length > 1 && place.screen !== 'stay') drop(tableIdOf(path));
  goBack();
}
