/** Where the person stands in each table, and the text field while something is typed into it. */
import type { StateCreator } from 'zustand/vanilla';
import type { TableId } from '../place.ts';
import type { Filter } from '../table/spec.ts';
import type { TableView } from '../table/table-view.ts';
import type { WorkbenchState } from './state.ts';

/**
 * A filter being typed works at once, and `before` comes back when it is cancelled; a command waits for Enter.
 * `cursor`: the place in the text where one types; default its end. `chosen`: the suggestion chosen with the arrows, counted from 1; 0 is none.
 */
export type Typing =
  | {
      readonly purpose: 'filter';
      readonly text: string;
      readonly cursor?: number;
      readonly table: TableId;
      readonly before: readonly Filter[];
      /** The last of those is typed anew, and this one takes its place. */
      readonly replaces?: true;
    }
  | { readonly purpose: 'command'; readonly text: string; readonly cursor?: number; readonly chosen: number };

export type TableSlice = {
  readonly tables: Readonly<Record<TableId, TableView>>;
  readonly typing: Typing | undefined;
  /** Commands typed in this session, the latest first, each once. */
  readonly commands: readonly string[];
  show(table: TableId, view: TableView): void;
  drop(table: TableId): void;
  type(typing: Typing | undefined): void;
  remember(command: string): void;
};

/** As many as anybody looks back at. */
const REMEMBERED = 50;

export const tableSlice: StateCreator<WorkbenchState, [], [], TableSlice> = set => ({
  tables: {},
  typing: undefined,
  commands: [],
  show: (table, view) => set(({ tables }) => ({ tables: { ...tables, [table]: view } })),
  drop: table => set(({ tables: { [table]: _, ...tables } }) => ({ tables })),
  type: typing => set({ typing }),
  remember: command =>
    set(({ commands }) => ({ commands: [command, ...commands.filter(known => known !== command)].slice(0, REMEMBERED) })),
});
