/**
 * The tables of a web page, each a sheet. A cell is the text that a person sees in it: blanks run together, a line break stays, entities are
 * letters; nothing is taken for a number, so `029000` keeps its zero. A table inside a cell is a sheet of its own.
 */

import { finishedSheet, type Making } from '../finished-sheet.ts';
import { damaged, MOST_COLUMNS, MOST_ROWS, MOST_TABLES, tooLarge } from '../limits.ts';
import { addMerge, type Merge } from '../merges.ts';
import type { NamedText } from '../named-text.ts';
import { endRow, newSheetText, putCell, type SheetText } from '../sheet-text.ts';
import { withoutEntities } from '../xml/text.ts';
import { nextPageTag, spanOf } from './page-tags.ts';

type Table = {
  readonly text: SheetText;
  /** Its place among the tables of the page. */
  readonly number: number;
  readonly merges: Merge[];
  /** Row that each column is taken up to by a cell that spans rows (exclusive). */
  readonly taken: number[];
  /** A row is open; the column of its next cell. */
  isRow: boolean;
  column: number;
  /** Text of the open cell, and where it stands. */
  cell: string[] | undefined;
  cellColumn: number;
};

/** Undefined: the page has no table. Several are named by their number. */
export function pageTables(page: string, making: Making, at: string): NamedText[] | undefined {
  const open: Table[] = [];
  const finished: (Uint8Array | undefined)[] = [];
  for (let place = 0; ; ) {
    const tag = nextPageTag(page, place);
    const table = open.at(-1);
    table?.cell?.push(page.slice(tag.textStart, tag.start));
    if (tag.name === '') break;
    place = tag.end;
    if (tag.name === 'table') {
      open.push(newTable(at, finished.length));
      finished.push(undefined);
      if (finished.length > MOST_TABLES) throw tooLarge(at, '网页里的表格过多', 'the page holds too many tables');
      if (open.length > MOST_NESTED) throw damaged(at, '网页表格嵌套过深', 'tables are nested too deep');
    } else if (table && tag.name === '/table') {
      closeRow(table);
      finished[table.number] = finishedSheet(table.text, table.merges, making);
      open.pop();
    } else if (table) {
      readTag(table, tag.name, () => page.slice(tag.start, tag.end));
    }
  }
  if (open.length > 0) throw damaged(at, '网页表格没有结束，文件不完整', 'the table of the page never ends: the file is cut off');
  if (finished.length === 0) return undefined;
  const sheets = finished.filter(bytes => bytes !== undefined);
  return sheets.map((bytes, i) => ({ name: sheets.length === 1 ? '' : String(i + 1), bytes }));
}

const MOST_NESTED = 100;

const newTable = (at: string, number: number): Table => ({
  text: newSheetText(at),
  number,
  merges: [],
  taken: [],
  isRow: false,
  column: 0,
  cell: undefined,
  cellColumn: 0,
});

function readTag(table: Table, name: string, whole: () => string): void {
  switch (name) {
    case 'tr':
      closeRow(table);
      table.isRow = true;
      table.column = 0;
      return;
    case 'td':
    case 'th':
      closeCell(table);
      openCell(table, whole());
      return;
    case '/td':
    case '/th':
      closeCell(table);
      return;
    case '/tr':
    case '/thead':
    case '/tbody':
    case '/tfoot':
      closeRow(table);
      return;
    case 'br':
    case 'br/':
    case '/p':
    case '/div':
      table.cell?.push(LINE);
      return;
    default:
  }
}

/** Blanks of the page run together; a line that a person sees does not. */
const LINE = '\u0001';

function openCell(table: Table, tag: string): void {
  const { taken, text, merges } = table;
  table.isRow = true;
  const top = text.rows;
  while ((taken[table.column] ?? 0) > top) table.column++;
  const left = table.column;
  const right = left + spanOf(tag, 'colspan') - 1;
  const bottom = top + spanOf(tag, 'rowspan') - 1;
  if (right >= MOST_COLUMNS || top >= MOST_ROWS) throw tooLarge(text.at, '网页表格过大', 'the table of the page is too large');
  if (right > left || bottom > top) addMerge(merges, { top, left, bottom, right }, text.at);
  while (taken.length <= right) taken.push(0);
  taken.fill(bottom + 1, left, right + 1);
  table.column = right + 1;
  table.cell = [];
  table.cellColumn = left;
}

function closeCell(table: Table): void {
  if (!table.cell) return;
  putCell(table.text, table.cellColumn, seen(table.cell.join('')));
  table.cell = undefined;
}

function closeRow(table: Table): void {
  closeCell(table);
  if (table.isRow) endRow(table.text);
  table.isRow = false;
}

const seen = (text: string): string => (plain.test(text) ? text : readable(text));

/** As nearly all cells are: nothing to run together, nothing to undo. */
const plain = /^[^\s&\u0001]*$/;

const readable = (text: string): string =>
  withoutEntities(text.replace(/[ \t\r\n]+/g, ' '))
    .replaceAll('\u00a0', ' ')
    .replace(/ ?\u0001 ?/g, '\n')
    .trim();
