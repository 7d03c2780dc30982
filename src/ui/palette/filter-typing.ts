/** A filter being typed works at once; kept, it is one step; cancelled, the filters of before come back. */
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
  const { filters } = viewOf(state).spec;
  const last = filters.at(-1);
  const editable = last?.is === 'has' ? last : undefined;
  state.type({ purpose: 'filter', text: editable ? writtenFilter(editable) : '', table: tableIdOf(state.path), before: filters });
}

export const tryFilter = (workbench: Workbench, typing: FilterTyping): Promise<void> =>
  arrange(workbench, spec => ({ ...spec, filters: filtersTyped(workbench.getState(), typing) }), { undoable: false });

/** What was tried out while typing becomes one step. */
export function keepFilter(workbench: Workbench, typing: FilterTyping): void {
  void arrange(workbench, spec => ({ ...spec, filters: others(typing) }), { undoable: false });
  if (typing.text.trim() !== '') attempt(workbench, step('filter', typing.text.trim()));
}

export const cancelFilter = (workbench: Workbench, { before }: FilterTyping): Promise<void> =>
  arrange(workbench, spec => ({ ...spec, filters: before }), { undoable: false });

/** The filter being typed takes the place of the last one it began from. */
function filtersTyped(state: WorkbenchState, typing: FilterTyping): readonly Filter[] {
  const text = typing.text.trim();
  return text === '' ? others(typing) : [...others(typing), readFilter(text, sheetOf(state))];
}

const others = ({ before }: FilterTyping): readonly Filter[] => (before.at(-1)?.is === 'has' ? before.slice(0, -1) : before);
