/** What lies on the desk, and which scenario and dimension the person looks at. Results arrive whole from the application. */
import type { StateCreator } from 'zustand/vanilla';
import type { Desk } from '../../app/desk.ts';
import type { Dimension } from '../../compare/comparison.ts';
import type { WorkbenchState } from './workbench.ts';

export type DeskSlice = {
  /** Undefined while loading. */
  readonly desk: Desk | undefined;
  /** How far loading is, in words. */
  readonly progress: string;
  /** Index of the scenario looked at, in `desk.runs`. */
  readonly scenario: number;
  readonly dimension: Dimension;
  report(progress: string): void;
  lay(desk: Desk): void;
  lookAt(scenario: number): void;
  groupBy(dimension: Dimension): void;
};

export const deskSlice: StateCreator<WorkbenchState, [], [], DeskSlice> = set => ({
  desk: undefined,
  progress: '',
  scenario: 0,
  dimension: 'department',
  report: progress => set({ progress }),
  // The main reform is the last one of the comparison.
  lay: desk => set({ desk, scenario: Math.max(0, desk.runs.length - 1), tables: {} }),
  lookAt: scenario => set({ scenario }),
  groupBy: dimension => set({ dimension }),
});
