/** What a key press does. It always reads the state as it is now, so that keys typed ahead never act on an old one. */
import { settle } from './arrange.ts';
import { opens } from './drill.ts';
import { bindingOf } from './key-map.ts';
import type { Press } from './key-reader.ts';
import { type Action, aboutData, type Binding, type Where } from './keys/binding.ts';
import { rowKeys } from './keys/table-keys.ts';
import { dimensionOrder } from './layout.ts';
import { leap, oneStep, page, sideways } from './moves.ts';
import { startCommand } from './palette/command-typing.ts';
import { startFilter } from './palette/filter-typing.ts';
import { typeText, typingActs } from './palette/typing.ts';
import { attempt } from './perform.ts';
import { type Part, placeOf, type RootScreen, rootOf, rootScreens, whereOf } from './place.ts';
import { sheetOf, viewOf } from './sheets/sheets.ts';
import { step } from './step.ts';
import type { Workbench, WorkbenchState } from './store/workbench.ts';
import type { Sort } from './table/spec.ts';
import { columnAt, columnsOf } from './table/table-view.ts';
import { forgetHeld, type Held, heldBack } from './table/typed-ahead.ts';
import { writtenSorts } from './verbs/arranging.ts';
import { cancelWork } from './work.ts';

export function press(workbench: Workbench, pressed: Press): void {
  const { key, text } = pressed;
  const state = workbench.getState();
  const where = whereIs(state);
  const binding = bindingOf(key, where);
  if (key === 'esc' || key === 'ctrl-c') forgetHeld(workbench);
  else if (heldBack(workbench, { waits: waits(binding, state), act: () => press(workbench, pressed) })) return;
  if (state.message) state.say(undefined);
  if (binding?.action) acts[binding.action](workbench);
  else if (binding?.step) {
    const asked = binding.step(state);
    if (asked) attempt(workbench, asked);
  } else if (state.typing && text !== '') typeText(workbench, text);
  void settle(workbench);
}

/** Until rows that are being arranged are there, when what the key does depends on them. */
function waits(binding: Binding | undefined, state: WorkbenchState): Held['waits'] {
  if (!binding) return 'never';
  if (binding.action === 'open' || rowKeys.includes(binding) || binding.step?.(state)?.verb === 'copy') return 'always';
  return binding.step || ['sort', 'alsoSort', 'filter'].includes(binding.action ?? '') ? 'afterMoves' : 'never';
}

export function whereIs({ desk, help, typing, path }: WorkbenchState): Where {
  if (typing) return typing.purpose === 'filter' ? 'typing' : 'command';
  if (help) return 'help';
  return desk ? whereOf(placeOf(path)) : 'loading';
}

/** Exit status of Ctrl-C: 128 + SIGINT. */
const INTERRUPTED = 130;

const go = (screen: RootScreen) => (workbench: Workbench) => attempt(workbench, step('go', screen));

const acts: Readonly<Record<Action, (workbench: Workbench) => void>> = {
  down: workbench => oneStep(workbench, 1),
  up: workbench => oneStep(workbench, -1),
  halfDown: workbench => leap(workbench, Math.ceil(page(workbench) / 2)),
  halfUp: workbench => leap(workbench, -Math.ceil(page(workbench) / 2)),
  pageDown: workbench => leap(workbench, page(workbench)),
  pageUp: workbench => leap(workbench, -page(workbench)),
  first: workbench => leap(workbench, Number.NEGATIVE_INFINITY),
  last: workbench => leap(workbench, Number.POSITIVE_INFINITY),
  left: workbench => sideways(workbench, -1),
  right: workbench => sideways(workbench, 1),
  sort: workbench => sortHere(workbench, sorts => sorts.slice(0, 0)),
  alsoSort: workbench => sortHere(workbench, sorts => sorts),
  open: openRow,
  back: goBack,
  before: workbench => attempt(workbench, step('last')),
  filter: startFilter,
  command: startCommand,
  nextScenario: workbench => lookAtNext(workbench, 1),
  previousScenario: workbench => lookAtNext(workbench, -1),
  nextDimension: workbench => groupByNext(workbench, 1),
  previousDimension: workbench => groupByNext(workbench, -1),
  overview: go('overview'),
  stays: go('stays'),
  groups: go('groups'),
  departments: go('departments'),
  scenarios: go('scenarios'),
  data: go('data'),
  nextScreen: goToNextScreen,
  language: workbench => attempt(workbench, step('language', workbench.getState().language === 'zh' ? 'en' : 'zh')),
  help: workbench => workbench.getState().showHelp(true),
  closeHelp: workbench => workbench.getState().showHelp(false),
  ...typingActs,
  quit: workbench => workbench.getState().leave(0),
  interrupt: workbench => workbench.getState().leave(INTERRUPTED),
};

/** Numbers first show the largest, words the first; asking again turns the order. */
function sortHere(workbench: Workbench, before: (sorts: readonly Sort[]) => readonly Sort[]): void {
  const view = viewOf(workbench.getState());
  const column = columnsOf(view)[columnAt(view)];
  if (!column || column.drawn) return;
  const known = view.spec.sorts.find(({ key }) => key === column.key);
  const descending = known ? !known.descending : column.align === 'right';
  const others = before(view.spec.sorts).filter(({ key }) => key !== column.key);
  attempt(workbench, step('sort', writtenSorts([...others, { key: column.key, descending }])));
}

function openRow(workbench: Workbench): void {
  const state = workbench.getState();
  const { shown, cursor } = viewOf(state);
  const row = shown[cursor];
  if (row === undefined || !opens(placeOf(state.path))) return;
  const sheet = sheetOf(state);
  attempt(workbench, step('open', sheet.identifiers ? `#${cursor + 1}` : sheet.key(row)));
}

/** One level: work under way, then a filter, then the place. It never quits. */
function goBack(workbench: Workbench): void {
  const state = workbench.getState();
  if (state.errand) state.errand.cancel();
  else if (state.share !== undefined) cancelWork(workbench);
  else if (placeOf(state.path).screen !== 'stay' && viewOf(state).spec.filters.length > 0) attempt(workbench, step('unfilter'));
  else attempt(workbench, step('back'));
}

function goToNextScreen(workbench: Workbench): void {
  const at = rootScreens.indexOf(rootOf(workbench.getState().path));
  go(rootScreens[(at + 1) % rootScreens.length] ?? 'overview')(workbench);
}

function lookAtNext(workbench: Workbench, by: number): void {
  const { desk, scenario } = workbench.getState();
  const count = desk?.runs.length ?? 0;
  const next = desk?.runs[(scenario + by + count) % count]?.result.id;
  if (next !== undefined) attempt(workbench, step('scenario', next));
}

function groupByNext(workbench: Workbench, by: number): void {
  const { dimension, path } = workbench.getState();
  const place = placeOf(path);
  const about = (aboutData as readonly string[]).indexOf(place.screen);
  if (about >= 0) return void attempt(workbench, step('by', aboutData[(about + by + aboutData.length) % aboutData.length]!));
  const order: readonly Part[] = place.screen === 'rows' ? (['group', 'doctor', 'insurance', 'month'] as const) : dimensionOrder;
  const at = order.indexOf(place.screen === 'rows' ? place.by : dimension);
  attempt(workbench, step('by', order[(at + by + order.length) % order.length] ?? 'department'));
}
