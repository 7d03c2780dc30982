/** `explain S0000123`: opens that stay wherever one is, as the command of the line does; a filter that hides it is taken away. */
import { arrange } from '../arrange.ts';
import { tableIdOf } from '../place.ts';
import { sheetOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Workbench } from '../store/workbench.ts';
import { badValue } from './mistakes.ts';
import type { Verb } from './verb.ts';

const stays = [{ screen: 'stays' }] as const;

export const explain: Verb = {
  verb: 'explain',
  title: { zh: '为什么：一份病例', en: 'why: one stay' },
  takes: { zh: '病例号，或 #第几例', en: 'id of the stay, or #place' },
  offered: ({ desk }) => desk !== undefined,
  perform: openStay,
  // Logs name no stays: the place among the stays as they were loaded.
  logged(state, value) {
    const row = rowNamed(state, value);
    return row === undefined ? undefined : `#${row + 1}`;
  },
};

async function openStay(workbench: Workbench, value: string): Promise<void> {
  const row = rowNamed(workbench.getState(), value);
  if (row === undefined)
    throw badValue('explain', value, { zh: '没有这份病例；#12 是载入的第 12 例', en: 'no such stay; #12 is the twelfth loaded' });
  workbench.getState().walk(stays);
  if (placeOfRow(workbench.getState(), row) < 0) await arrange(workbench, spec => ({ ...spec, filters: [] }));
  const state = workbench.getState();
  const cursor = placeOfRow(state, row);
  // The person went on while the filter was being taken away.
  if (cursor < 0 || tableIdOf(state.path) !== tableIdOf(stays)) return;
  state.show(tableIdOf(stays), { ...viewOf(state, stays), cursor });
  state.enter({ screen: 'stay' });
}

const placeOfRow = (state: WorkbenchState, row: number): number => viewOf(state, stays).shown.indexOf(row);

function rowNamed(state: WorkbenchState, value: string): number | undefined {
  const sheet = sheetOf(state, stays);
  const place = /^#(\d+)$/.exec(value)?.[1];
  const row = place === undefined ? sheet.rowOf(value.toUpperCase()) : Number(place) - 1;
  return row !== undefined && row >= 0 && row < sheet.count ? row : undefined;
}
