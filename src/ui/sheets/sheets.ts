/** The sheet and the view behind each table. A sheet is made once for what it shows and kept until that changes. */
import { answerSheet } from '../derive/answer-sheet.ts';
import { basisPath, onSheet } from '../derive/basis.ts';
import { derivedSheet } from '../derive/derived.ts';
import { makePen, type Pen } from '../pen.ts';
import { type Path, placeOf, type TableId, tableIdOf, tablePath } from '../place.ts';
import type { WorkbenchState } from '../store/state.ts';
import { emptySheet, type Sheet } from '../table/sheet.ts';
import { openTable, type TableView } from '../table/table-view.ts';
import { type Say, speaker } from '../words.ts';
import { checksSheet } from './checks-sheet.ts';
import { columnsSheet } from './columns-sheet.ts';
import { departmentBars } from './department-bars.ts';
import { departmentsSheet } from './departments-sheet.ts';
import { dimensionSheet } from './dimension-sheet.ts';
import { filesSheet } from './files-sheet.ts';
import { foundSheet } from './found-sheet.ts';
import { groupsSheet } from './groups-sheet.ts';
import { parametersSheet } from './parameters-sheet.ts';
import { rowsOfPart } from './part.ts';
import { questionsOfDesk, questionsSheet } from './questions-sheet.ts';
import { partsWithin, rowsSheet } from './rows-sheet.ts';
import { staysSheet } from './stays-sheet.ts';

type Made = { readonly for: readonly unknown[]; readonly sheet: Sheet };

/** Sheets of one state of the desk; a sheet of another desk is never asked for again. */
const made = new Map<TableId, Made>();
/** The stays they are of. With other stays on the desk all are forgotten, so that those of before are not kept. */
let madeOf: object | undefined;
/** Roots and one way down from them; more is made anew. */
const KEPT = 12;

/** The sheet of the table at the end of a path; the one on the screen unless a path is given. */
export function sheetOf(state: WorkbenchState, path: Path = state.path): Sheet {
  if (madeOf !== state.desk?.stays) made.clear();
  madeOf = state.desk?.stays;
  const id = tableIdOf(path);
  const needs = needsOf(state, tablePath(path));
  const known = made.get(id);
  if (known && needs.every((need, i) => need === known.for[i])) return known.sheet;
  const sheet = make(state, tablePath(path));
  made.delete(id);
  made.set(id, { for: needs, sheet });
  for (const oldest of made.keys()) {
    if (made.size <= KEPT) break;
    made.delete(oldest);
  }
  return sheet;
}

/** A sheet has to be made anew when one of these is another. */
function needsOf(state: WorkbenchState, path: Path): readonly unknown[] {
  const { desk, scenario, language, ascii, dimension, answers } = state;
  switch (placeOf(path).screen) {
    case 'frequency':
    case 'describe':
    case 'pivot': {
      const { of, shown } = basisOf(state, path);
      return [of, shown, language, ascii];
    }
    case 'answer': {
      const place = placeOf(path);
      return [place.screen === 'answer' ? answers.get(place.sql) : undefined, language];
    }
    // what was loaded is the same under every scenario
    case 'data':
    case 'files':
    case 'columns':
    case 'found':
      return [desk?.stays, desk?.findings, language];
    case 'questions':
      return [desk && questionsOfDesk(desk), desk?.stays, language];
    default:
      return [desk, scenario, language, ascii, dimension];
  }
}

const opened = new WeakMap<Sheet, TableView>();

/** The view of the table at the end of a path. One of an earlier sheet is shown while it is arranged anew, if its rows are still rows. */
export function viewOf(state: WorkbenchState, path: Path = state.path): TableView {
  const sheet = sheetOf(state, path);
  const known = state.tables[tableIdOf(path)];
  if (known && (known.of === sheet || (known.of.count === sheet.count && known.of.columns.length > 0))) return known;
  const view = opened.get(sheet) ?? openTable(sheet);
  opened.set(sheet, view);
  return view;
}

/** The rows that a derived table is made of. */
export function basisOf(state: WorkbenchState, path: Path): TableView {
  const from = basisPath(path);
  return onSheet(state.tables[tableIdOf(from)] ?? viewOf(state, from), sheetOf(state, from));
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

function make(state: WorkbenchState, path: Path): Sheet {
  const { desk, scenario, dimension } = state;
  const run = desk?.runs[scenario];
  const drawn = { say: sayOf(state), pen: penOf(state) };
  if (!desk || !run) return emptySheet;
  const place = placeOf(path);
  switch (place.screen) {
    case 'overview':
      return departmentBars(desk.comparison, scenario, drawn);
    case 'stays':
      return staysSheet(desk, run, drawn);
    case 'part':
      return { ...staysSheet(desk, run, drawn), only: rowsOfPart(desk, run, path) };
    case 'groups':
      // a scenario that groups nothing has no groups to show
      return run.grouping ? groupsSheet(desk, run, drawn.say) : emptySheet;
    case 'departments':
      return departmentsSheet(desk, run, drawn.say);
    case 'rows':
      return rowsSheet(partsWithin(desk, run, place), place, drawn.say);
    case 'parameters':
      return parametersSheet(run, drawn.say);
    case 'scenarios':
      return dimensionSheet(desk.comparison, { scenario, dimension, language: state.language }, drawn.say);
    case 'frequency':
    case 'describe':
    case 'pivot':
      return derivedSheet(basisOf(state, path), place, drawn);
    case 'data':
      return checksSheet(desk, drawn.say, state.language);
    case 'files':
      return filesSheet(desk, drawn.say);
    case 'columns':
      return columnsSheet(desk, drawn.say);
    case 'questions':
      return questionsSheet(desk, drawn.say, state.language);
    case 'found':
      return foundSheet(desk, place.rule, drawn.say);
    case 'answer':
      return answerSheet(state.answers.get(place.sql), drawn.say);
    case 'stay':
      return emptySheet;
  }
}
