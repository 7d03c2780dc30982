/** What a key press does. It always reads the state as it is now, so that keys typed ahead never act on an old one. */
import { printable } from '../report/printable.ts';
import type { Press } from './key-reader.ts';
import { type Action, actionOf, type Where } from './keys.ts';
import { contentHeight, dimensionOrder, tableRoom } from './layout.ts';
import { type Place, placeOf, rootScreens, tableOf, whereOf } from './place.ts';
import { scrolledLines } from './scrolled.ts';
import type { Sheet } from './table/sheet.ts';
import { partsOf } from './sheets/dimension-sheet.ts';
import { sheetOf, viewOf } from './sheets/sheets.ts';
import type { Workbench, WorkbenchState } from './store/workbench.ts';
import { arranged, filterBy, moveColumn, moveTo, sortByColumn, type TableView } from './table/table-view.ts';

export function press(workbench: Workbench, { key, text }: Press): void {
  const state = workbench.getState();
  const where = whereIs(state);
  const action = actionOf(key, where);
  if (action !== undefined) acts[action](workbench);
  else if (where === 'typing' && text !== '') typeText(workbench, (state.typing?.text ?? '') + printable(text));
}

export function whereIs({ desk, help, typing, path }: WorkbenchState): Where {
  if (!desk) return 'loading';
  if (typing) return 'typing';
  return help ? 'help' : whereOf(placeOf(path));
}

/** Exit status of Ctrl-C: 128 + SIGINT. */
const INTERRUPTED = 130;

const acts: Readonly<Record<Action, (workbench: Workbench) => void>> = {
  down: workbench => step(workbench, 1),
  up: workbench => step(workbench, -1),
  halfDown: workbench => leap(workbench, Math.ceil(pageOf(workbench) / 2)),
  halfUp: workbench => leap(workbench, -Math.ceil(pageOf(workbench) / 2)),
  pageDown: workbench => leap(workbench, pageOf(workbench)),
  pageUp: workbench => leap(workbench, -pageOf(workbench)),
  first: workbench => leap(workbench, Number.NEGATIVE_INFINITY),
  last: workbench => leap(workbench, Number.POSITIVE_INFINITY),
  left: workbench => change(workbench, (view, sheet) => moveColumn(view, -1, sheet)),
  right: workbench => change(workbench, (view, sheet) => moveColumn(view, 1, sheet)),
  sort: workbench => change(workbench, sortByColumn),
  open: openRow,
  back: goBack,
  filter: startTyping,
  nextScenario: workbench => lookAtNext(workbench, 1),
  previousScenario: workbench => lookAtNext(workbench, -1),
  nextDimension: workbench => groupByNext(workbench, 1),
  previousDimension: workbench => groupByNext(workbench, -1),
  overview: workbench => workbench.getState().goTo('overview'),
  stays: workbench => workbench.getState().goTo('stays'),
  scenarios: workbench => workbench.getState().goTo('scenarios'),
  nextScreen: goToNextScreen,
  language: turnLanguage,
  help: workbench => workbench.getState().showHelp(true),
  keep: workbench => workbench.getState().type(undefined),
  cancel: cancelTyping,
  erase: workbench => typeText(workbench, [...typedIn(workbench)].slice(0, -1).join('')),
  eraseAll: workbench => typeText(workbench, ''),
  quit: workbench => workbench.getState().leave(0),
  interrupt: workbench => workbench.getState().leave(INTERRUPTED),
};

const pageOf = (workbench: Workbench): number => tableRoom(workbench.getState());
const typedIn = (workbench: Workbench): string => workbench.getState().typing?.text ?? '';

/** In a stay, up and down are the neighbours in the order of the list it was opened from; in the help they are lines. */
function step(workbench: Workbench, by: number): void {
  const state = workbench.getState();
  if (state.help) {
    leap(workbench, by);
    return;
  }
  change(workbench, view => moveTo(view, view.cursor + by, tableRoom(state)));
  state.scrollTo(0);
}

function leap(workbench: Workbench, by: number): void {
  const state = workbench.getState();
  const isText = state.help || placeOf(state.path).screen === 'stay';
  if (isText) state.scrollTo(Math.min(state.scroll + by, scrolledLines(state).length - contentHeight(state.size)));
  else change(workbench, view => moveTo(view, view.cursor + by, tableRoom(state)));
}

function change(workbench: Workbench, to: (view: TableView, sheet: Sheet) => TableView): void {
  const state = workbench.getState();
  const table = tableOf(placeOf(state.path));
  state.show(table, to(viewOf(state, table), sheetOf(state, table)));
}

function startTyping(workbench: Workbench): void {
  const state = workbench.getState();
  const table = tableOf(placeOf(state.path));
  const { filter } = viewOf(state, table);
  state.type({ table, text: filter, before: filter });
}

function typeText(workbench: Workbench, text: string): void {
  const { typing, type } = workbench.getState();
  if (!typing) return;
  type({ ...typing, text });
  change(workbench, (view, sheet) => filterBy(view, sheet, text.trim()));
}

function cancelTyping(workbench: Workbench): void {
  const { typing, type } = workbench.getState();
  if (typing) typeText(workbench, typing.before);
  type(undefined);
}

function openRow(workbench: Workbench): void {
  const state = workbench.getState();
  const place = placeOf(state.path);
  const { shown, cursor } = viewOf(state, tableOf(place));
  const row = shown[cursor];
  if (row !== undefined) enter(workbench, place, row);
}

function enter(workbench: Workbench, place: Place, row: number): void {
  const state = workbench.getState();
  switch (place.screen) {
    case 'stays':
    case 'part':
      state.enter({ screen: 'stay', from: place.screen });
      break;
    case 'overview':
    case 'scenarios': {
      const dimension = place.screen === 'overview' ? 'department' : state.dimension;
      const part = state.desk && partsOf(state.desk.comparison, state.scenario, dimension)[row];
      if (!part) return;
      state.drop('part');
      state.enter({ screen: 'part', dimension, key: part.key, label: part.label });
      break;
    }
    case 'stay':
      break;
  }
}

/** One level: a filter first, then the place. It never quits. */
function goBack(workbench: Workbench): void {
  const state = workbench.getState();
  const place = placeOf(state.path);
  if (state.help) state.showHelp(false);
  else if (place.screen !== 'stay' && viewOf(state, tableOf(place)).filter !== '')
    change(workbench, (view, sheet) => filterBy(view, sheet, ''));
  else state.goBack();
}

function goToNextScreen(workbench: Workbench): void {
  const { path, goTo } = workbench.getState();
  const screens: readonly (string | undefined)[] = rootScreens;
  const root = screens.indexOf(path[0]?.screen);
  goTo(rootScreens[(root + 1) % rootScreens.length] ?? 'overview');
}

function lookAtNext(workbench: Workbench, by: number): void {
  const { desk, scenario, lookAt } = workbench.getState();
  const count = desk?.runs.length ?? 0;
  if (count === 0) return;
  lookAt((scenario + by + count) % count);
  arrangeAgain(workbench);
}

function groupByNext(workbench: Workbench, by: number): void {
  const { dimension, groupBy, drop } = workbench.getState();
  const { length } = dimensionOrder;
  groupBy(dimensionOrder[(dimensionOrder.indexOf(dimension) + by + length) % length] ?? 'department');
  drop('dimension');
}

function turnLanguage(workbench: Workbench): void {
  const { language, speak } = workbench.getState();
  speak(language === 'zh' ? 'en' : 'zh');
  arrangeAgain(workbench);
}

/** What is sorted or filtered may have changed its figures or its words. */
function arrangeAgain(workbench: Workbench): void {
  for (const table of ['departments', 'stays', 'part', 'dimension'] as const) {
    const state = workbench.getState();
    const view = state.tables[table];
    if (view) state.show(table, arranged(view, sheetOf(state, table)));
  }
}
