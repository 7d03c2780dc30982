/** The sheet and the view behind each table. A sheet is made once for what it shows and kept until that changes. */

import { makePen, type Pen } from '../pen.ts';
import type { TableId } from '../place.ts';
import { emptySheet, type Sheet } from '../table/sheet.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { openTable, type TableView } from '../table/table-view.ts';
import { type Say, speaker } from '../words.ts';
import { departmentSheet } from './department-sheet.ts';
import { dimensionSheet } from './dimension-sheet.ts';
import { rowsOfPart } from './part.ts';
import { staysSheet } from './stays-sheet.ts';

const sheets = new Map<TableId, { readonly for: readonly unknown[]; readonly sheet: Sheet }>();
const opened = new WeakMap<Sheet, TableView>();

export function sheetOf(state: WorkbenchState, table: TableId): Sheet {
  const { desk, scenario, language, ascii, dimension } = state;
  const part = state.path.find(place => place.screen === 'part');
  const made = [desk, scenario, language, ascii, table === 'dimension' && dimension, table === 'part' && part];
  const known = sheets.get(table);
  if (known && made.every((value, i) => value === known.for[i])) return known.sheet;
  const sheet = make(state, table);
  sheets.set(table, { for: made, sheet });
  return sheet;
}

export function viewOf(state: WorkbenchState, table: TableId): TableView {
  const known = state.tables[table];
  if (known) return known;
  const sheet = sheetOf(state, table);
  const view = opened.get(sheet) ?? openTable(sheet);
  opened.set(sheet, view);
  return view;
}

const pens = new Map<string, Pen>();

/** A pen remembers what it measured, so one of each kind is enough. */
export function penOf({ language, ascii }: Pick<WorkbenchState, 'language' | 'ascii'>): Pen {
  const key = `${language}${ascii}`;
  const pen = pens.get(key) ?? makePen(language, ascii);
  pens.set(key, pen);
  return pen;
}

export const sayOf = ({ language }: Pick<WorkbenchState, 'language'>): Say => speaker(language);

function make(state: WorkbenchState, table: TableId): Sheet {
  const { desk, scenario, dimension } = state;
  const run = desk?.runs[scenario];
  const say = sayOf(state);
  if (!desk || !run) return emptySheet;
  switch (table) {
    case 'departments':
      return departmentSheet(desk.comparison, scenario, { say, pen: penOf(state) });
    case 'stays':
      return staysSheet(desk, run, { say, pen: penOf(state) });
    case 'part': {
      const part = state.path.find(place => place.screen === 'part');
      return part ? { ...staysSheet(desk, run, { say, pen: penOf(state) }), only: rowsOfPart(desk, run, part) } : emptySheet;
    }
    case 'dimension':
      return dimensionSheet(desk.comparison, { scenario, dimension, language: state.language }, say);
  }
}
