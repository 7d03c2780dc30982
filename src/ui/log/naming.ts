/**
 * What in a step may name a person, and then is not written down: answers in SQL hold whatever was asked for, pivots call their columns
 * after the doctors they cross, and free text may be a name that no table here knows.
 */
import { type Path, tablePath } from '../place.ts';
import { basisOf, sheetOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import { isWordOfPerson, mayName } from '../table/privacy.ts';
import type { Filter } from '../table/spec.ts';

/** Nothing is known of the columns of an answer, and of what is made of it, but their names. */
export const isAnswered = (state: WorkbenchState): boolean => tablePath(state.path).some(({ screen }) => screen === 'answer');

export function filterMayName(state: WorkbenchState, filter: Filter): boolean {
  if (filter.is === 'marked') return false;
  return isAnswered(state) || crossesPeople(state) || mayName(filter, sheetOf(state));
}

/** `doctor/D008`: the key of a column may name a person where a pivot was made of people. Columns of an answer are in its statement. */
export function keyMayName(state: WorkbenchState, key: string): boolean {
  const asked = tablePath(state.path).find(({ screen }) => screen === 'answer');
  if (asked?.screen === 'answer' && statementMayName(state, asked.sql)) return true;
  return key.includes('/') && (isAnswered(state) || crossesPeople(state));
}

/** Rows are named by their place where they are people, or the columns of a table of people. */
export const rowsMayName = (state: WorkbenchState): boolean =>
  sheetOf(state).identifiers === true || isAnswered(state) || crossesPeople(state);

/** It looks at a column whose values stand for people, or says the id or the name of one. */
export function statementMayName(state: WorkbenchState, sql: string): boolean {
  if (people.test(sql)) return true;
  const stays = sheetOf(state, [{ screen: 'stays' }]);
  return sql.split(/[^\p{L}\p{N}]+/u).some(word => word !== '' && isWordOfPerson(stays, word));
}

/** Columns of the views that tell one person or one stay from another. */
const people = /stay_?id|visit_?id|patient_?key|settle(?:ment)?_?id|source_?row|doctor/i;

function crossesPeople(state: WorkbenchState): boolean {
  const path = tablePath(state.path);
  return path.some((place, depth) => place.screen === 'pivot' && crosses(state, path.slice(0, depth + 1), place.across));
}

const crosses = (state: WorkbenchState, path: Path, across: string): boolean =>
  basisOf(state, path).of.columns.some(({ key, identifier }) => key === across && identifier === true) || across.includes('/');
