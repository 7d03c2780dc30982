/** What opens when a person presses Enter on a row: one level nearer to the single stay, and there to why. */
import { arrange } from './arrange.ts';
import { type Part, type Place, placeOf, type Within } from './place.ts';
import { sheetOf } from './sheets/sheets.ts';
import type { Workbench, WorkbenchState } from './store/workbench.ts';
import type { Filter } from './table/spec.ts';

export function intoRow(workbench: Workbench, row: number): void {
  const state = workbench.getState();
  const place = nextPlace(state, row);
  if (place) state.enter(place);
  else if (placeOf(state.path).screen === 'parameters') editParameter(state, row);
  else narrow(workbench, row);
}

function nextPlace(state: WorkbenchState, row: number): Place | undefined {
  const place = placeOf(state.path);
  const sheet = sheetOf(state);
  const key = sheet.key(row);
  const inside = (by: Part, within: Within = []): Within => [...within, { by, key, label: sheet.columns[0]?.text(row, LABEL) ?? key }];
  switch (place.screen) {
    case 'stays':
    case 'part':
      return { screen: 'stay' };
    case 'overview':
    case 'departments':
      return { screen: 'rows', within: inside('department'), by: 'group' };
    case 'groups':
      return { screen: 'part', within: inside('group') };
    case 'scenarios':
      return state.dimension === 'department'
        ? { screen: 'rows', within: inside('department'), by: 'group' }
        : { screen: 'part', within: inside(state.dimension) };
    case 'rows':
      return { screen: 'part', within: inside(place.by, place.within) };
    case 'frequency':
    case 'stay':
    case 'describe':
    case 'pivot':
    case 'parameters':
    case 'answer':
      return undefined;
  }
}

/** The palette with the parameter as it is: what is typed there is the edit, and Esc leaves everything as it was. */
function editParameter(state: WorkbenchState, row: number): void {
  const parameter = state.desk?.runs[state.scenario]?.parameters[row];
  if (parameter) state.type({ purpose: 'command', text: `set=${parameter.path}:${parameter.value}`, chosen: 0 });
}

/** Columns of a row's name in the way back. */
const LABEL = 40;

/** From the values of a column back to the table they were counted in, showing the rows with this one. */
function narrow(workbench: Workbench, row: number): void {
  const state = workbench.getState();
  const place = placeOf(state.path);
  if (place.screen !== 'frequency') return;
  const filter: Filter = { is: 'is', column: place.column, text: sheetOf(state).key(row), inverse: false };
  state.goBack();
  void arrange(workbench, spec => ({ ...spec, filters: [...spec.filters, filter] }));
}

/** Whether Enter does something here. */
export const opens = ({ screen }: Place): boolean => !['stay', 'describe', 'pivot', 'answer'].includes(screen);
