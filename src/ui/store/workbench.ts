/** The store of the workbench. Keys are answered from `store.getState()`, so that no press sees an old state. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { deskSlice } from './desk-slice.ts';
import { historySlice } from './history-slice.ts';
import { type ShellStart, shellSlice } from './shell-slice.ts';
import type { WorkbenchState } from './state.ts';
import { tableSlice } from './table-slice.ts';

export type { WorkbenchState };
export type Workbench = StoreApi<WorkbenchState>;

export const createWorkbench = (start: ShellStart): Workbench =>
  createStore<WorkbenchState>()((...api) => ({
    ...shellSlice(start)(...api),
    ...deskSlice(...api),
    ...tableSlice(...api),
    ...historySlice(...api),
  }));
