/** Where the person stands in each table, and the filter text while it is being typed. */
import type { StateCreator } from 'zustand/vanilla';
import type { TableId } from '../place.ts';
import type { TableView } from '../table/table-view.ts';
import type { WorkbenchState } from './workbench.ts';

/** A filter being typed works at once; `before` comes back when it is cancelled. */
export type Typing = { readonly table: TableId; readonly text: string; readonly before: string };

export type TableSlice = {
  readonly tables: Readonly<Partial<Record<TableId, TableView>>>;
  readonly typing: Typing | undefined;
  show(table: TableId, view: TableView): void;
  drop(table: TableId): void;
  type(typing: Typing | undefined): void;
};

export const tableSlice: StateCreator<WorkbenchState, [], [], TableSlice> = set => ({
  tables: {},
  typing: undefined,
  show: (table, view) => set(({ tables }) => ({ tables: { ...tables, [table]: view } })),
  drop: table => set(({ tables: { [table]: _, ...tables } }) => ({ tables })),
  type: typing => set({ typing }),
});
