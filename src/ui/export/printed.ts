/** The view on the screen as text, Markdown, CSV or JSON: one door for exports, for `casemix view` and for a replayed log. */
import { UserError } from '../../errors.ts';
import { BOM } from '../../report/csv-cell.ts';
import { markdownTable, safe } from '../../report/markdown-table.ts';
import { printable } from '../../report/printable.ts';
import type { Table } from '../../report/table.ts';
import { textTable } from '../../report/text-table.ts';
import { answerOf, viewTitle } from '../answers.ts';
import { placeOf } from '../place.ts';
import { stayLines } from '../screens/stay-lines.ts';
import { penOf, sayOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import { footerOf, footerWork } from '../table/footers.ts';
import type { Column } from '../table/sheet.ts';
import { atOnce } from '../work.ts';
import { exportedOf, shownCell, titleWithUnit } from './exported.ts';
import { originLine } from './origin.ts';
import { viewCsv } from './view-csv.ts';
import { viewJson } from './view-json.ts';

export const formats = ['text', 'md', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** `mark`: a CSV file begins with the mark by which a spreadsheet knows UTF-8; a pipe gets none. @throws UserError VIEW_IS_TEXT when a table is wanted of one stay */
export function printed(state: WorkbenchState, format: Format, { mark = false } = {}): Iterable<string> {
  const isTable = placeOf(state.path).screen !== 'stay';
  switch (format) {
    case 'text':
      return isTable ? tableText(state) : plainLines(state);
    case 'md':
      return isTable ? tableMarkdown(state) : ['```\n', ...plainLines(state), '```\n'];
    case 'csv':
    case 'json': {
      const exported = exportedOf(state);
      if (!exported) throw isText(format);
      if (format === 'json') return viewJson(state, exported);
      return mark ? marked(viewCsv(exported, state)) : viewCsv(exported, state);
    }
  }
}

function* marked(chunks: Iterable<string>): Generator<string> {
  yield BOM;
  yield* chunks;
}

function* plainLines(state: WorkbenchState): Generator<string> {
  for (const spans of stayLines(state)) yield `${printable(spans.map(({ text }) => text).join('')).trimEnd()}\n`;
}

/** The answer and what the table is, the table, where it comes from. */
function* tableText(state: WorkbenchState): Generator<string> {
  yield `${above(state).join('\n')}\n\n`;
  yield `${textTable(shownTable(state), { ascii: state.ascii })}\n`;
  yield `\n${spelled(originLine(state), state)}\n`;
}

function* tableMarkdown(state: WorkbenchState): Generator<string> {
  yield `${above(state).map(safe).join('\n\n')}\n\n`;
  yield `${markdownTable(shownTable(state))}\n`;
  yield `\n${safe(spelled(originLine(state), state))}\n`;
}

const above = (state: WorkbenchState): readonly string[] =>
  [answerOf(state), viewTitle(state)].filter(line => line !== '').map(line => spelled(printable(line), state));

function shownTable(state: WorkbenchState): Table {
  const { columns = [], rows = new Uint32Array(0) } = exportedOf(state) ?? {};
  return {
    columns: columns.map(column => ({ head: spelled(titleWithUnit(column, state, false), state), align: column.align })),
    rows: Array.from(rows, row => columns.map(column => shownCell(column, row, state))),
    footer: footersOf(state, columns),
  };
}

/** The totals line as on the screen: a bare figure is a sum or the rows together, every other one has its name. */
function footersOf(state: WorkbenchState, columns: readonly Column[]): readonly (readonly string[])[] {
  const view = viewOf(state);
  const work = footerWork(view);
  if (work) atOnce(work);
  const say = sayOf(state);
  const cells = columns.map(column => {
    const footer = view.shown.length === 0 ? undefined : footerOf(column, view);
    if (!footer?.text) return '';
    const name = footer.said === 'sum' || footer.said === 'together' ? '' : `${say(`said_${footer.said}`)} `;
    return spelled(name + footer.text, state);
  });
  if (cells.every(cell => cell === '')) return [];
  return [cells.map((cell, i) => (i === 0 && cell === '' ? say('totalsLine') : cell))];
}

const spelled = (text: string, state: WorkbenchState): string => penOf(state).cut(text, WHOLE);
/** Longer than any line. */
const WHOLE = 10_000;

const isText = (format: string): UserError =>
  new UserError(
    'VIEW_IS_TEXT',
    { zh: `一份病例的说明是文字，不能写成 ${format}`, en: `why a stay was grouped and paid is text, not ${format}` },
    {
      hint: {
        zh: '用 text 或 md；结构化的说明见 casemix explain --format json。',
        en: 'Use text or md; casemix explain --format json gives it as data.',
      },
    },
  );
