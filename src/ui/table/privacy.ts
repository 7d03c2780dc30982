/**
 * Whether a filter may name a person: then logs leave it out. Text is kept only where it is explained, word by word, by the words of
 * columns that stand for no people: a name that nobody here has is still a name.
 */
import { atOnce } from '../work.ts';
import { endsOf } from './ends.ts';
import { folded, foldedWords } from './folded.ts';
import { type Column, holdsNumbers, type Sheet } from './sheet.ts';
import type { Filter } from './spec.ts';
import { typedNumber } from './typed-number.ts';

export function mayName({ is, column: key, text }: Filter, sheet: Sheet): boolean {
  if (is === 'marked') return false;
  if (key === undefined) return !termsOf(text).every(term => !namesPerson(sheet, term) && isExplained(sheet.columns, term));
  const column = sheet.columns.find(one => one.key === key);
  if (!column || column.identifier) return true;
  if (holdsNumbers(column) && is !== 'has') return !isNumber(column, text);
  return !termsOf(text).every(term => isExplained([column], term));
}

/** The whole text is the id or the name of a person. */
export function isWordOfPerson(sheet: Sheet, text: string): boolean {
  const [first, last] = sheet.idBegins?.(text) ?? [1, 0];
  if (first === last) return true;
  return people(sheet).some(({ words }) => words !== undefined && atOnce(foldedWords(words)).includes(folded(text)));
}

const termsOf = (text: string): readonly string[] => folded(text).split(/\s+/).filter(Boolean);
const people = ({ columns }: Sheet): readonly Column[] => columns.filter(({ identifier }) => identifier);

function namesPerson(sheet: Sheet, term: string): boolean {
  const [first, last] = sheet.idBegins?.(term) ?? [1, 0];
  return first <= last || people(sheet).some(column => occursIn(column, term));
}

const isExplained = (columns: readonly Column[], term: string): boolean =>
  columns.some(column => !column.identifier && occursIn(column, term));

const occursIn = ({ words }: Column, term: string): boolean =>
  words !== undefined && atOnce(foldedWords(words)).some(word => word.includes(term));

/** `5万`, `1000..2000`; nothing asks for what is missing. */
const isNumber = (column: Column, text: string): boolean =>
  text === '' || typedNumber(text, column) !== undefined || endsOf(text, column)?.every(end => end !== undefined) === true;
