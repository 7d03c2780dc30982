/** Everything the workbench knows: one state of small slices. */
import type { DeskSlice } from './desk-slice.ts';
import type { HistorySlice } from './history-slice.ts';
import type { ShellSlice } from './shell-slice.ts';
import type { TableSlice } from './table-slice.ts';

export type WorkbenchState = ShellSlice & DeskSlice & TableSlice & HistorySlice;
