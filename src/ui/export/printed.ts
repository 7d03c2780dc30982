/** The view on the screen as text, Markdown, CSV or JSON: one door for exports, for `casemix view` and for a replayed log. */
import { UserError } from '../../errors.ts';
import { BOM } from '../../report/csv-cell.ts';
import { markdownTable, safe } from '../../report/markdown-table.ts';
import { printable } from '../../report/printable.ts';
import type { Table } from '../../report/table.ts';
import { textTable } from '../../report/text-table.ts';
import { placeOf } from '../place.ts';
import { stayLines } from '../screens/stay-lines.ts';
import { viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import { exportedOf, shownCell } from './exported.ts';
import { originLine } from './origin.ts';
import { viewCsv } from './view-csv.ts';
import { viewJson } from './view-json.ts';

export const formats = ['text', 'md', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** @throws UserError VIEW_IS_TEXT when a table is wanted of one stay */
export function printed(state: WorkbenchState, format: Format): Iterable<string> {
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
      return format === 'csv' ? withMark(viewCsv(exported)) : viewJson(state, exported);
    }
  }
}

/** A spreadsheet knows UTF-8 by its mark. */
function* withMark(chunks: Iterable<string>): Generator<string> {
  yield BOM;
  yield* chunks;
}

function* plainLines(state: WorkbenchState): Generator<string> {
  for (const spans of stayLines(state)) yield `${printable(spans.map(({ text }) => text).join('')).trimEnd()}\n`;
}

function* tableText(state: WorkbenchState): Generator<string> {
  yield `${textTable(shownTable(state), { ascii: state.ascii })}\n`;
  yield `\n${originLine(state)}\n`;
}

function* tableMarkdown(state: WorkbenchState): Generator<string> {
  yield `${markdownTable(shownTable(state))}\n`;
  yield `\n${safe(originLine(state))}\n`;
}

function shownTable(state: WorkbenchState): Table {
  const { columns = [], rows = viewOf(state).shown } = exportedOf(state) ?? {};
  return {
    columns: columns.map(({ title, align }) => ({ head: title, align })),
    rows: Array.from(rows, row => columns.map(column => shownCell(column, row, state))),
    footer: [],
  };
}

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
