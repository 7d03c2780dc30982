/** What lies on the desk and how it came there, and which scenario and dimension the person looks at. Results arrive whole from the application. */
import type { StateCreator } from 'zustand/vanilla';
import type { Desk } from '../../app/desk.ts';
import type { Dimension } from '../../compare/comparison.ts';
import type { Answer, Order } from '../office.ts';
import { type TableView, withoutRows } from '../table/table-view.ts';
import type { WorkbenchState } from './state.ts';

/** A job under way in the background: how far it is in finished words, and the part done, 0 to 1, where it is known. Esc cancels it. */
export type Errand = { readonly text: string; readonly share: number | undefined; cancel(): void };

export type DeskSlice = {
  /** Undefined until the first load is done. */
  readonly desk: Desk | undefined;
  readonly order: Order;
  readonly errand: Errand | undefined;
  /** Index of the scenario looked at, in `desk.runs`. */
  readonly scenario: number;
  /** The dimension of the scenarios screen. */
  readonly dimension: Dimension;
  /** Answers to questions in SQL, by the question; forgotten with the desk. */
  readonly answers: ReadonlyMap<string, Answer>;
  send(errand: Errand | undefined): void;
  /** A new desk. Tables keep their arrangement and their selected row where the row is still there: no patient is of other stays. */
  lay(desk: Desk, order?: Order): void;
  lookAt(scenario: number): void;
  groupBy(dimension: Dimension): void;
  answered(sql: string, answer: Answer): void;
};

export const deskSlice: StateCreator<WorkbenchState, [], [], DeskSlice> = set => ({
  desk: undefined,
  order: { data: undefined, comparison: '', edits: [] },
  errand: undefined,
  scenario: 0,
  dimension: 'department',
  answers: new Map(),
  send: errand => set({ errand }),
  lay: (desk, order) =>
    set(state => ({
      desk,
      order: order ?? state.order,
      errand: undefined,
      answers: new Map(),
      tables: state.desk && state.desk.stays !== desk.stays ? bare(state.tables) : state.tables,
      // The scenario looked at stays where the new desk has it; else the main reform, the last one of the comparison.
      scenario: scenarioIn(desk, state) ?? Math.max(0, desk.runs.length - 1),
    })),
  lookAt: scenario => set({ scenario }),
  groupBy: dimension => set({ dimension }),
  answered: (sql, answer) => set(({ answers }) => ({ answers: new Map(answers).set(sql, answer) })),
});

const bare = (tables: Readonly<Record<string, TableView>>): Readonly<Record<string, TableView>> =>
  Object.fromEntries(Object.entries(tables).map(([id, view]) => [id, withoutRows(view)]));

function scenarioIn({ runs }: Desk, { desk, scenario }: WorkbenchState): number | undefined {
  const id = desk?.runs[scenario]?.result.id;
  const at = runs.findIndex(({ result }) => result.id === id);
  return at < 0 ? undefined : at;
}
