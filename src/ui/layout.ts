/** How many lines each part of a screen gets. Drawing and paging ask the same numbers. */
import type { dimensions } from '../compare/comparison.ts';
import { overviewAnswer, scenarioAnswer } from './answers.ts';
import { keyFigures } from './key-figures.ts';
import { penOf } from './sheets/sheets.ts';
import type { WorkbenchState } from './store/workbench.ts';
import type { Size } from './terminal.ts';
import { totalsRows } from './totals.ts';
import { totalsHeader } from './totals-header.ts';
import { TABLE_CHROME } from './views/chrome.ts';

export const smallest: Size = { columns: 60, rows: 16 };
export const tooSmall = ({ columns, rows }: Size): boolean => columns < smallest.columns || rows < smallest.rows;

/** Ink wipes the scrollback when a frame is as tall as the terminal, so the last line stays free. */
export const frameHeight = ({ rows }: Size): number => rows - 1;

/** Title and rule above, rule and hints below. */
export const contentHeight = (size: Size): number => frameHeight(size) - 4;

/** Columns of one key figure: label, figure, gap. */
export const FIGURE = 26;

export type OverviewLayout = {
  readonly answer: readonly string[];
  readonly air: boolean;
  readonly figuresPerRow: number;
  readonly figureRows: number;
  readonly table: number;
  /** Months as rows beside the departments, else as one line under them. */
  readonly monthsBeside: boolean;
};

export function overviewLayout(state: WorkbenchState): OverviewLayout {
  const { size } = state;
  const height = contentHeight(size);
  const answer = penOf(state)
    .wrap(overviewAnswer(state), size.columns - 4)
    .slice(0, 3);
  const air = height >= 18;
  const figuresPerRow = Math.max(1, Math.floor((size.columns - 2) / FIGURE));
  const wanted = Math.ceil(keyFigures(state).length / figuresPerRow);
  const monthsBeside = size.columns >= 120 && height >= 24;
  // answer, blank, figures, blank, table, [blank, months,] findings
  const around = answer.length + (air ? 2 : 0) + (monthsBeside ? 1 : 2) + (air && height >= 24 ? 1 : 0);
  const figureRows = Math.max(0, Math.min(wanted, height - around - TABLE_CHROME - 2));
  return { answer, air, figuresPerRow, figureRows, table: Math.max(0, height - around - figureRows), monthsBeside };
}

export type ScenariosLayout = {
  readonly answer: readonly string[];
  readonly air: boolean;
  readonly totals: number;
  readonly notes: number;
  readonly table: number;
};

export function scenariosLayout(state: WorkbenchState): ScenariosLayout {
  const { size, desk, scenario } = state;
  const height = contentHeight(size);
  const answer = penOf(state)
    .wrap(scenarioAnswer(state), size.columns - 4)
    .slice(0, 2);
  const air = height >= 18;
  const has = desk?.runs[scenario]?.result.notes.length ?? 0;
  const notes = Math.min(has, height >= 30 ? 4 : height >= 18 ? 1 : 0);
  const around = answer.length + (air ? 2 : 0) + notes;
  const scenarios = desk?.comparison.scenarios ?? [];
  const header = desk ? totalsHeader({ scenarios, scenario, width: size.columns, pen: penOf(state) }).lines.length : 1;
  const totals = Math.max(header + 1, Math.min(totalsRows.length + header, Math.ceil((height - around) / 2) + 1));
  return { answer, air, totals, notes, table: height - around - totals };
}

/** Rows of the current table that fit. */
export function tableRoom(state: WorkbenchState): number {
  const screen = state.path.at(-1)?.screen;
  switch (screen) {
    case 'overview':
      return overviewLayout(state).table - TABLE_CHROME;
    case 'scenarios':
      return scenariosLayout(state).table - TABLE_CHROME;
    default:
      return contentHeight(state.size) - TABLE_CHROME;
  }
}

export const dimensionOrder: readonly (typeof dimensions)[number][] = ['department', 'group', 'insurance', 'hospital', 'month'];
