/** What stands above a derived table or an answer: what was counted, over which rows, and what one has to know about it. */
import { count } from '../../report/format.ts';
import { type Path, type Place, placeOf } from '../place.ts';
import { titledByScenario } from '../scenario-title.ts';
import { basisOf, penOf, sayOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import { writtenFilter } from '../table/written-filter.ts';
import { atOnce } from '../work.ts';
import { basisPath, type DerivedPlace } from './basis.ts';
import { type Derived, derivedFrom } from './derived.ts';

/** `科室 的频数 · 3 个值，8 例`; '' where the place is neither. */
export function derivedTitle(state: WorkbenchState, path: Path = state.path): string {
  const place = placeOf(path);
  switch (place.screen) {
    case 'frequency':
    case 'describe':
    case 'pivot':
      return titleOfDerived(state, path, place);
    case 'answer':
      return titleOfAnswer(state, place);
    default:
      return '';
  }
}

function titleOfDerived(state: WorkbenchState, path: Path, place: DerivedPlace): string {
  const dot = ` ${penOf(state).marks.dot} `;
  const basis = basisOf(state, path);
  const subject = subjectOf(atOnce(derivedFrom(basis, place)), state);
  const say = sayOf(state);
  const text = basis.spec.filters.map(writtenFilter).join(dot);
  const filters = text === '' ? [] : [say('ofFiltered', { text })];
  const rows = say('ofRows', { n: count(basis.shown.length) });
  const told = [subject, ...filters, rows].join(dot);
  // an answer was given without a scenario in view
  return basisPath(path).some(({ screen }) => screen === 'answer') ? told : titledByScenario(told, state);
}

function subjectOf(derived: Derived, state: WorkbenchState): string {
  const say = sayOf(state);
  switch (derived.is) {
    case 'frequency': {
      const told = { column: derived.column.title, n: count(derived.classes.length) };
      return say(derived.ranges ? 'titleRanges' : 'titleFrequency', told);
    }
    case 'describe':
      return say('titleDescribe');
    case 'nothing':
      return say('columnGone');
    case 'pivot': {
      const { down, across, figure, rest } = derived;
      const told = { down: down.title, across: across.title };
      const what = figure.is === 'count' ? say('rowCount') : say(figure.is === 'sum' ? 'sumOf' : 'meanOf', { column: figure.column.title });
      return say('titlePivot', { ...told, what }) + (rest > 0 ? say('titleRest', { n: count(rest) }) : '');
    }
  }
}

function titleOfAnswer(state: WorkbenchState, { sql }: Extract<Place, { readonly screen: 'answer' }>): string {
  const say = sayOf(state);
  const answer = state.answers.get(sql);
  if (!answer) return say('answerGone');
  const n = count(answer.rows.length);
  return `${say(answer.truncated ? 'titleCut' : 'titleAnswer', { n })} ${penOf(state).marks.dot} ${sql.replace(/\s+/g, ' ')}`;
}
