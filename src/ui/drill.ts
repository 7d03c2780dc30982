/** What opens when a person presses Enter on a row: one level nearer to the single stay, and there to why. */
import { arrange } from './arrange.ts';
import { basisPath } from './derive/basis.ts';
import { columnOf } from './derive/column-of.ts';
import { enterDerived } from './derive/enter.ts';
import { narrowingFilters } from './derive/narrowing.ts';
import { type Part, type Place, placeOf, type Within } from './place.ts';
import { checksOfDesk } from './sheets/checks-sheet.ts';
import { basisOf, sayOf, sheetOf } from './sheets/sheets.ts';
import type { Workbench, WorkbenchState } from './store/workbench.ts';
import type { Filter } from './table/spec.ts';
import { writtenFilter } from './table/written-filter.ts';

export function intoRow(workbench: Workbench, row: number): void {
  const state = workbench.getState();
  const place = nextPlace(state, row);
  if (place) state.enter(place);
  else if (placeOf(state.path).screen === 'describe') describedColumn(workbench, row);
  else if (placeOf(state.path).screen === 'parameters') editParameter(state, row);
  else if (placeOf(state.path).screen === 'found') state.say({ text: sayOf(state)('notLoaded'), tone: 'warning' });
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
    case 'data': {
      const rule = checksOfDesk(state.desk!)[row]?.rule;
      return rule && { screen: 'found', rule };
    }
    case 'found':
      return sheet.stayOf?.(row) === undefined ? undefined : { screen: 'stay' };
    case 'files':
    case 'columns':
    case 'questions':
    case 'frequency':
    case 'describe':
    case 'pivot':
    case 'stay':
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

/** The values of the column that this row describes; an id has another one in every row. */
function describedColumn(workbench: Workbench, row: number): void {
  const state = workbench.getState();
  const column = columnOf(basisOf(state, state.path).of, sheetOf(state).key(row));
  void enterDerived(workbench, { screen: 'frequency', column: column.key });
}

/** Columns of a row's name in the way back. */
const LABEL = 40;

/** From a row of a frequency or a pivot back to the table it was counted in, showing the rows it stands for. */
function narrow(workbench: Workbench, row: number): void {
  const state = workbench.getState();
  const added = narrowingFilters(state, row);
  if (added.length === 0) return;
  state.walk(basisPath(state.path));
  void arrange(workbench, spec => ({ ...spec, filters: [...spec.filters.filter(one => !added.some(isSame(one))), ...added] }));
}

const isSame =
  (one: Filter) =>
  (other: Filter): boolean =>
    writtenFilter(one) === writtenFilter(other);

/** Whether Enter does something here. */
export const opens = ({ screen }: Place): boolean => !['stay', 'answer', 'files', 'columns', 'questions'].includes(screen);
