/**
 * The screen as plain lines, for a screen reader or a terminal that can do nothing but print: where one is, the answer in words,
 * then rows of the table, each with its number and the name of every figure, so that a line can be understood by itself.
 */
import { count } from '../../report/format.ts';
import { answerOf, viewTitle } from '../answers.ts';
import { exportedOf, shownCell } from '../export/exported.ts';
import { titleSpans, wayRule } from '../frame-lines.ts';
import { keyFigures } from '../key-figures.ts';
import type { Lines, Span } from '../lines.ts';
import { placeOf, rootOf } from '../place.ts';
import { scrolledLines } from '../scrolled.ts';
import { penOf, sayOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { writtenFilter } from '../table/written-filter.ts';

/** Rows told at once; `more` tells the next ones. */
export const ROWS = 10;

export const plainView = (state: WorkbenchState): readonly string[] => spelled(viewText(state), state);

function viewText(state: WorkbenchState): readonly string[] {
  const told = [titleText(state), wayText(state), answerOf(state)].filter(line => line !== '');
  switch (placeOf(state.path).screen) {
    case 'stay':
      return [...told, ...textOf(scrolledLines(state))];
    case 'overview':
      return [...told, ...keyFigures(state).map(({ label, figure }) => `${label} ${figure}`), ...tableText(state)];
    default:
      return [...told, ...tableText(state)];
  }
}

/** The rows from one on, and how many there are; nothing where the screen is no table. */
export function plainRows(state: WorkbenchState, from: number): readonly string[] {
  const exported = exportedOf(state);
  if (!exported) return [];
  const [first, ...others] = exported.columns;
  const all = exported.rows.length;
  const rows = Array.from(exported.rows.subarray(from, from + ROWS), (row, i) => {
    const cells = others.map(column => `${column.title} ${shownCell(column, row, state)}`);
    const name = first ? shownCell(first, row, state) : '';
    return [`#${from + i + 1} ${name}`, ...cells].join(state.language === 'zh' ? '；' : '; ');
  });
  const seen = { from: count(all === 0 ? 0 : from + 1), to: count(Math.min(all, from + ROWS)), all: count(all) };
  return spelled([...rows, sayOf(state)('rowsShown', seen)], state);
}

/** In ASCII where that is asked for, and without characters that do something to a terminal. */
export const spelled = (lines: readonly string[], state: WorkbenchState): readonly string[] =>
  lines.map(line => penOf(state).cut(line, WHOLE));

/** Longer than any line. */
const WHOLE = 10_000;

function tableText(state: WorkbenchState): readonly string[] {
  const filters = viewOf(state).spec.filters.map(writtenFilter);
  const filtered = filters.length > 0 ? [sayOf(state)('filteredBy', { text: filters.join(', ') })] : [];
  return [viewTitle(state), ...filtered, ...plainRows(state, 0)];
}

/** The first line of the frame as far as the tabs. */
const titleText = (state: WorkbenchState): string =>
  lineOf(titleSpans(wide(state)).slice(0, 2))
    .replace(/ {2,}/g, ' ')
    .trim();

/** `病组 › IC29` out of its rule; the name of the screen where that is all. */
function wayText(state: WorkbenchState): string {
  const [, way] = wayRule(wide(state));
  return way?.text ?? sayOf(state)(rootOf(state.path));
}

/** Nothing is left out for want of room. */
const wide = (state: WorkbenchState): WorkbenchState => ({ ...state, size: { ...state.size, columns: 1000 } });

export const textOf = (lines: Lines): readonly string[] => lines.map(spans => lineOf(spans).trimEnd());
const lineOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');
