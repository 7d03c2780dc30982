/** How many lines and columns each part of a screen gets. Drawing and paging ask the same numbers; nothing is drawn to know them. */
import type { dimensions } from '../compare/comparison.ts';
import { answerOf, remarksOn, unfilteredAnswer } from './answers.ts';
import { keyFigures } from './key-figures.ts';
import { placeOf } from './place.ts';
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

/** From this many lines of content on, blank lines part what stands under each other. */
const AIRY = 18;
/** From here on there is room for remarks. */
const ROOMY = 30;
/** From this width on a picture stands beside its table and both can be read. */
const BESIDE = 150;
/** What a table and a picture need under each other. */
const BELOW = 15;

/** Rows that a table keeps before figures above it may take any. */
const LEAST_ROWS = 3;

export type Picture = { readonly place: 'beside' | 'below' | 'line' | 'none'; readonly columns: number; readonly rows: number };
export type Answered = { readonly answer: readonly string[]; readonly air: boolean };
/** `table`: lines of its title, header, rows and footer. */
export type TableLayout = Answered & {
  readonly table: number;
  readonly tableColumns: number;
  readonly picture: Picture;
  /** What a reader of the figures must know; the first are the most important. */
  readonly remarks: readonly string[];
};

/** The answer, and a table with one picture. */
export function tableLayout(state: WorkbenchState): TableLayout {
  const answered = answeredBy(state);
  const height = contentHeight(state.size);
  const remarks = height >= AIRY ? remarksOn(state, { all: height >= ROOMY }) : [];
  const left = height - answered.answer.length - (answered.air ? 1 : 0) - remarks.length;
  return { ...answered, ...shared(state, left), remarks };
}

function shared(state: WorkbenchState, left: number): Omit<TableLayout, keyof Answered | 'remarks'> {
  const { columns } = state.size;
  const picture = pictureFor(state);
  if (picture === 'none') return { table: left, tableColumns: columns, picture: { place: 'none', columns: 0, rows: 0 } };
  if (picture === 'line' || (left < BELOW && !(columns >= BESIDE && left >= 8)))
    return { table: left - 1, tableColumns: columns, picture: { place: 'line', columns: columns - 4, rows: 1 } };
  if (columns >= BESIDE) {
    const wide = Math.min(80, Math.floor(columns * 0.4));
    const rows = picture === 'steps' ? left : Math.min(left, TALLEST);
    return { table: left, tableColumns: columns - wide, picture: { place: 'beside', columns: wide - 2, rows } };
  }
  const rows = Math.min(16, Math.max(8, Math.floor(left * 0.45)));
  return { table: left - rows, tableColumns: columns, picture: { place: 'below', columns: columns - 4, rows } };
}

/** A plot that is taller tells no more; steps from the baseline do, one by one. */
const TALLEST = 20;

/** A list of stays or of parameters is its own picture; the baseline has not moved; without weights there is a sentence instead of case mix. */
function pictureFor({ desk, scenario, path }: WorkbenchState): 'plot' | 'steps' | 'line' | 'none' {
  const result = desk?.runs[scenario]?.result;
  switch (placeOf(path).screen) {
    case 'groups':
      return 'plot';
    case 'departments':
      return result?.totals.cmi === '' ? 'line' : 'plot';
    case 'rows':
    case 'scenarios':
      return desk?.comparison.changes.some(change => change.scenario === result?.id) ? 'steps' : 'none';
    default:
      return 'none';
  }
}

function answeredBy(state: WorkbenchState): Answered {
  const { size } = state;
  const wrapped = (text: string) =>
    penOf(state)
      .wrap(text, size.columns - 4)
      .slice(0, 4);
  const answer = wrapped(answerOf(state));
  const kept = Math.max(0, wrapped(unfilteredAnswer(state)).length - answer.length);
  return {
    answer: [...answer, ...Array<string>(kept).fill('')],
    air: answer.length > 0 && contentHeight(size) >= AIRY,
  };
}

export type OverviewLayout = Answered & {
  readonly figuresPerRow: number;
  readonly figureRows: number;
  readonly table: number;
  /** A blank line between the table and the months below it. */
  readonly gap: boolean;
  /** Months as a chart beside or below the departments, else as one line under them. */
  readonly months: Picture;
};

/** Beside the departments with their bars, from 120 columns on. */
const monthsColumns = (columns: number): number => Math.max(36, Math.min(64, columns - 84));

export function overviewLayout(state: WorkbenchState): OverviewLayout {
  const { size } = state;
  const height = contentHeight(size);
  const { answer, air } = answeredBy(state);
  const figuresPerRow = Math.max(1, Math.floor((size.columns - 2) / FIGURE));
  const wanted = Math.ceil(keyFigures(state).length / figuresPerRow);
  const beside = size.columns >= 120 && height >= 24;
  const below = !beside && height >= 32 ? 9 : 0;
  const gap = !beside && height >= 24;
  // answer, blank, figures, blank, table, blank, months or their line, findings
  const around = answer.length + (air ? 2 : 0) + (gap ? 1 : 0) + (below > 0 ? below : 1) + 1;
  const figureRows = Math.max(0, Math.min(wanted, height - around - TABLE_CHROME - LEAST_ROWS));
  const table = Math.max(0, height - around - figureRows);
  const months: Picture = beside
    ? { place: 'beside', columns: monthsColumns(size.columns), rows: Math.min(table, 12) }
    : { place: below > 0 ? 'below' : 'line', columns: size.columns - 4, rows: Math.max(1, below) };
  return { answer, air, figuresPerRow, figureRows, table, gap, months };
}

export type ScenariosLayout = Omit<TableLayout, 'remarks'> & { readonly totals: number; readonly notes: number };

export function scenariosLayout(state: WorkbenchState): ScenariosLayout {
  const { size, desk, scenario } = state;
  const height = contentHeight(size);
  const { answer, air } = answeredBy(state);
  const has = desk?.runs[scenario]?.result.notes.length ?? 0;
  const notes = Math.min(has, height >= ROOMY ? 4 : height >= AIRY ? 1 : 0);
  const around = answer.length + (air ? 2 : 0) + notes;
  const scenarios = desk?.comparison.scenarios ?? [];
  const header = desk ? totalsHeader({ scenarios, scenario, width: size.columns, pen: penOf(state) }).lines.length : 1;
  const most = Math.min(Math.ceil((height - around) / 2) + 1, height - around - TABLE_CHROME - LEAST_ROWS);
  const totals = Math.max(header + 1, Math.min(totalsRows.length + header, most));
  const left = height - around - totals;
  const { picture, ...table } = shared(state, left);
  // one more line of the table is worth more here than a picture in one line
  if (picture.place === 'line')
    return { answer, air, totals, notes, table: left, tableColumns: size.columns, picture: { ...picture, place: 'none' } };
  return { answer, air, totals, notes, ...table, picture };
}

/** Rows of the current table that fit. */
export function tableRoom(state: WorkbenchState): number {
  return Math.max(1, tableHeight(state) - TABLE_CHROME);
}

function tableHeight(state: WorkbenchState): number {
  switch (placeOf(state.path).screen) {
    case 'overview':
      return overviewLayout(state).table;
    case 'scenarios':
      return scenariosLayout(state).table;
    default:
      return tableLayout(state).table;
  }
}

export const dimensionOrder: readonly (typeof dimensions)[number][] = ['department', 'group', 'insurance', 'hospital', 'month'];
