/** What a screen says in words: its answer in one sentence, the remarks a reader needs, the title of its table. */
import type { Desk, Run } from '../app/desk.ts';
import { leadingOf } from '../compare/leading-figure.ts';
import { findingWords } from '../report/finding-words.ts';
import { count } from '../report/format.ts';
import { type Titled, titleIn } from '../report/titles.ts';
import { derivedTitle } from './derive/derived-title.ts';
import { placeOf, tablePath, type Within } from './place.ts';
import { titledByScenario } from './scenario-title.ts';
import { checksAnswer, columnsAnswer, filesAnswer, foundAnswer, questionsAnswer } from './screens/data-answer.ts';
import { departmentAnswer } from './screens/department-answer.ts';
import { groupAnswer } from './screens/group-answer.ts';
import { overviewAnswer, scenarioAnswer } from './screens/reform-answer.ts';
import { rowsAnswer } from './screens/rows-answer.ts';
import { staysAnswer } from './screens/stays-answer.ts';
import { changeOf, departmentFiguresOf } from './sheets/figures.ts';
import { partsWithin } from './sheets/rows-sheet.ts';
import { penOf, sayOf, sheetOf, viewOf } from './sheets/sheets.ts';
import { shortTitle } from './short-title.ts';
import type { WorkbenchState } from './store/workbench.ts';
import type { TableView } from './table/table-view.ts';
import type { Say } from './words.ts';

/** Of the place at the end of the path; '' where it has none (one stay says it in its second line, a derived table is its own answer). */
export function answerOf(state: WorkbenchState, rowsOf = shownOf): string {
  const { desk, path } = state;
  const run = desk?.runs[state.scenario];
  if (!desk || !run) return '';
  const say = sayOf(state);
  const names = { say, scenario: nameOf(run.result, state), baseline: baselineName(desk, run, state) };
  const spoken = { say, language: state.language };
  const place = placeOf(path);
  switch (place.screen) {
    case 'overview':
      return overviewAnswer(desk, run, names);
    case 'scenarios':
      return scenarioAnswer(desk, run, names);
    case 'stays':
    case 'part':
      return staysAnswer(desk, run, { rows: rowsOf(viewOf(state)), say });
    case 'groups':
      return groupAnswer(desk, run, names);
    case 'departments':
      return departmentAnswer(desk, run, names);
    case 'rows':
      return rowsAnswer(partsWithin(desk, run, place), { ...names, by: place.by, label: labelOf(place.within, say) });
    case 'parameters':
      return parametersAnswer(run, names);
    case 'data':
      return checksAnswer(desk, spoken);
    case 'files':
      return filesAnswer(desk, spoken);
    case 'columns':
      return columnsAnswer(desk, spoken);
    case 'questions':
      return questionsAnswer(desk, spoken);
    case 'found':
      return foundAnswer(desk, { rule: place.rule, found: sheetOf(state) }, spoken);
    case 'stay':
    case 'frequency':
    case 'describe':
    case 'pivot':
    case 'answer':
      return '';
  }
}

const shownOf = ({ shown }: TableView): Uint32Array => shown;

/** Of a list of stays as if nothing were filtered, '' elsewhere: its room is kept, so that filtering does not move the table. */
export function unfilteredAnswer(state: WorkbenchState): string {
  const { screen } = placeOf(state.path);
  return screen === 'stays' || screen === 'part' ? answerOf(state, ({ ordered }) => ordered) : '';
}

/** What else a reader must know: what the indices measure by or why there are none, and, where there is room for `all`, why cells may not add up to their total. */
export function remarksOn(state: WorkbenchState, { all }: { readonly all: boolean }): readonly string[] {
  const { desk, path } = state;
  const run = desk?.runs[state.scenario];
  const { screen } = placeOf(path);
  if (!desk || !run || !['groups', 'departments', 'rows'].includes(screen) || (screen === 'groups' && !run.grouping)) return [];
  const say = sayOf(state);
  return [...(screen === 'departments' ? measuredBy(desk, run, say) : []), ...(all ? [say('tailNote')] : [])];
}

function measuredBy(desk: Desk, run: Run, say: Say): readonly string[] {
  const { costIndex, timeIndex } = departmentFiguresOf(desk, run).whole;
  if (!costIndex.index) return [say('noBenchmark')];
  if (!timeIndex.index) return [say('noDaysBenchmark')];
  return run.benchmarks.map(({ file }) => say('benchmarkIn', { file }));
}

/** What the table is about, and the scenario it is seen by. */
export function viewTitle(state: WorkbenchState): string {
  const say = sayOf(state);
  const { desk, dimension } = state;
  const place = placeOf(tablePath(state.path));
  const figure = desk ? leadingOf(desk.comparison) : 'margin';
  const titled = (subject: string) => titledByScenario(subject, state);
  switch (place.screen) {
    case 'overview':
      return titled(say(figure === 'margin' ? 'departmentMargin' : 'departmentGroupResult'));
    case 'stays':
    case 'part':
      return titled(say('stayCount', { n: count(viewOf(state, tablePath(state.path)).ordered.length) }));
    case 'groups':
      return titled(say('groupTable'));
    case 'departments':
      return titled(say('departmentTable'));
    case 'rows':
      return titled(say('rowsTable', { label: labelOf(place.within, say), by: say(place.by) }));
    case 'scenarios':
      return titled(`${say('by', { dimension: say(dimension) })} ${penOf(state).marks.dot} ${say('figure')}`);
    case 'parameters':
      return titled(say('parameterTable'));
    case 'data':
      return say('checks');
    case 'files':
    case 'columns':
    case 'questions':
      return say(place.screen);
    case 'found':
      return say('foundTable', { check: findingWords[state.language][place.rule] });
    case 'stay':
      return titled(say('stays'));
    case 'frequency':
    case 'describe':
    case 'pivot':
    case 'answer':
      return derivedTitle(state, tablePath(state.path));
  }
}

const nameOf = (titled: Titled, { language }: WorkbenchState): string => shortTitle(titleIn(titled, language));

const baselineName = (desk: Desk, run: Run, state: WorkbenchState): string => {
  const baseline = changeOf(desk, run)?.baseline;
  return baseline ? nameOf(baseline.result, state) : '';
};

/** `骨科`, and of a doctor of it `骨科 D001`. */
const labelOf = (within: Within, say: Say): string => within.map(({ label }) => label || say('unknown')).join(' ');

function parametersAnswer({ parameters }: Run, { say, scenario }: { readonly say: Say; readonly scenario: string }): string {
  if (parameters.length === 0) return say('parametersNone', { scenario });
  const restated = parameters.filter(({ illustrative }) => illustrative).length;
  return say('parametersAnswer', { scenario, n: parameters.length, restated, edited: parameters.filter(({ edited }) => edited).length });
}
