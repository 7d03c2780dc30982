/** What opens when a person presses Enter on a row: one level nearer to the single stay, and there to why. */
import { arrange } from './arrange.ts';
import { type Part, type Place, placeOf, type Within } from './place.ts';
import { sheetOf } from './sheets/sheets.ts';
import type { Workbench } from './store/workbench.ts';
import type { Filter } from './table/spec.ts';

export function intoRow(workbench: Workbench, row: number): void {
  const state = workbench.getState();
  const place = placeOf(state.path);
  const sheet = sheetOf(state);
  const key = sheet.key(row);
  const label = sheet.columns[0]?.text(row, 40) ?? key;
  const inside = (by: Part, within: Within = []): Within => [...within, { by, key, label }];
  switch (place.screen) {
    case 'stays':
    case 'part':
      return state.enter({ screen: 'stay' });
    case 'overview':
    case 'departments':
      return state.enter({ screen: 'rows', within: inside('department'), by: 'group' });
    case 'groups':
      return state.enter({ screen: 'part', within: inside('group') });
    case 'scenarios':
      return state.enter(
        state.dimension === 'department'
          ? { screen: 'rows', within: inside('department'), by: 'group' }
          : { screen: 'part', within: inside(state.dimension) },
      );
    case 'rows':
      return state.enter({ screen: 'part', within: inside(place.by, place.within) });
    case 'frequency':
      return narrowed(workbench, { is: 'is', column: place.column, text: label, inverse: false });
    case 'stay':
    case 'describe':
    case 'pivot':
    case 'parameters':
    case 'answer':
      return;
  }
}

/** Back to the table the values were counted in, showing the rows with this one. */
function narrowed(workbench: Workbench, filter: Filter): void {
  workbench.getState().goBack();
  void arrange(workbench, spec => ({ ...spec, filters: [...spec.filters, filter] }));
}

/** Whether Enter does something here. */
export const opens = ({ screen }: Place): boolean => !['stay', 'describe', 'pivot', 'parameters', 'answer'].includes(screen);

