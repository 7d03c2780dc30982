/** A filter being typed works at once; kept, it is added to the others; cancelled, the filters of before come back. */
import { UserError } from '../../errors.ts';
import { arrange } from '../arrange.ts';
import { attempt } from '../perform.ts';
import { tableIdOf } from '../place.ts';
import { sheetOf, viewOf } from '../sheets/sheets.ts';
import { step } from '../step.ts';
import type { Typing } from '../store/table-slice.ts';
import type { Workbench, WorkbenchState } from '../store/workbench.ts';
import type { Filter } from '../table/spec.ts';
import { readFilter, writtenFilter } from '../table/written-filter.ts';

type FilterTyping = Extract<Typing, { readonly purpose: 'filter' }>;

export function startFilter(workbench: Workbench): void {
  const state = workbench.getState();
  state.type({ purpose: 'filter', text: '', table: tableIdOf(state.path), before: viewOf(state).spec.filters });
}

/** The last filter comes into the empty field to be typed anew. */
export function bringBack({ getState }: Workbench, { cursor: _, ...typing }: FilterTyping): void {
  const last = typing.before.at(-1);
  if (typing.text === '' && last && !typing.replaces) getState().type({ ...typing, text: writtenFilter(last), replaces: true });
}

export const tryFilter = (workbench: Workbench, typing: FilterTyping): Promise<void> =>
  arrange(workbench, spec => ({ ...spec, filters: filtersTyped(workbench.getState(), typing) }), { undoable: false });

/** What was tried out while typing becomes a step from the arrangement of before. */
export function keepFilter(workbench: Workbench, typing: FilterTyping): void {
  void cancelFilter(workbench, typing);
  const text = typing.text.trim();
  const last = typing.before.at(-1);
  if (!typing.replaces || !last) {
    if (text !== '') attempt(workbench, step('filter', text));
  } else if (text === '') attempt(workbench, step('unfilter'));
  else if (text !== writtenFilter(last)) replaceLast(workbench, text);
}

export const cancelFilter = (workbench: Workbench, { before }: FilterTyping): Promise<void> =>
  arrange(workbench, spec => ({ ...spec, filters: before }), { undoable: false });

/** Two steps to the log, one to take back. What is no filter is refused before anything is taken away. */
function replaceLast(workbench: Workbench, text: string): void {
  const sound = isFilter(workbench.getState(), text);
  if (sound) attempt(workbench, step('unfilter'));
  attempt(workbench, step('filter', text));
  if (sound) workbench.getState().join();
}

function isFilter(state: WorkbenchState, text: string): boolean {
  try {
    const filter = readFilter(text, sheetOf(state));
    return filter.is !== 'has' || filter.text !== '';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return false;
  }
}

/** The filter being typed stands behind the others. */
function filtersTyped(state: WorkbenchState, { text, before, replaces }: FilterTyping): readonly Filter[] {
  const others = replaces ? before.slice(0, -1) : before;
  return text.trim() === '' ? others : [...others, readFilter(text.trim(), sheetOf(state))];
}
