/** The state of the workbench: one store of small slices. Keys are answered from `store.getState()`, so that no press sees an old state. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type DeskSlice, deskSlice } from './desk-slice.ts';
import { type ShellSlice, type ShellStart, shellSlice } from './shell-slice.ts';
import { type TableSlice, tableSlice } from './table-slice.ts';

export type WorkbenchState = ShellSlice & DeskSlice & TableSlice;
export type Workbench = StoreApi<WorkbenchState>;

export const createWorkbench = (start: ShellStart): Workbench =>
  createStore<WorkbenchState>()((...api) => ({ ...shellSlice(start)(...api), ...deskSlice(...api), ...tableSlice(...api) }));
