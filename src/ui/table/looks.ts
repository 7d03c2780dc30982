/** What a filter looks for, as passes over rows: a row is found when each of `every` finds it in any of its looks. */
import type { Slow } from '../work.ts';
import { inTurns } from '../work.ts';
import { folded, foldedWords } from './folded.ts';
import type { Marked } from './marked.ts';
import { numberTest } from './number-test.ts';
import { type Column, holdsNumbers, type Sheet, type Words } from './sheet.ts';
import type { Filter } from './spec.ts';

export type Searched = { readonly sheet: Sheet; readonly marked: Marked };

export type Look = {
  /** Marks the rows it finds: the first of `rows` at `found[at]`. */
  mark(found: Uint8Array, rows: Uint32Array, at: number): void;
  /** Rows at a time, where they cost more than a look at a number. */
  readonly turn?: number;
};

export type Looks = {
  readonly every: readonly (readonly Look[])[];
  /** The rows that are not found are kept. */
  readonly inverse: boolean;
};

/** Texts are made for every row they are looked for in: so many take half a millisecond. */
const TEXTS = 256;

export function* looksFor({ is, text, column: key, inverse }: Filter, { sheet, marked }: Searched): Slow<Looks> {
  if (is === 'marked') return { every: [[ofRows(row => marked.has(row))]], inverse };
  const column = sheet.columns.find(one => one.key === key);
  if (key !== undefined && !column) return withoutColumn({ is, text, inverse });
  if (is === 'has') return { every: yield* termLooks(text, column ? [column] : undefined, sheet), inverse };
  if (!column) return { every: [], inverse: false };
  // A number that is missing is in neither the filter nor its inverse, so the test itself is turned.
  if (holdsNumbers(column))
    return { every: [[ofRows(numberTest({ is, text, inverse }, column), is === 'is' ? TEXTS : undefined)]], inverse: false };
  return { every: [[column.words ? yield* sameWord(column.words, text) : sameText(column, text)]], inverse };
}

/** Another scenario or load may not have the column: then every row lacks it, and the filter says so as it does of any row that does. */
const withoutColumn = ({ is, text, inverse }: Pick<Filter, 'is' | 'text' | 'inverse'>): Looks => ({
  every: [[]],
  inverse: is === 'is' && text === '' ? !inverse : is === 'has' && inverse,
});

const ofRows = (test: (row: number) => boolean, turn?: number): Look => ({
  mark(found, rows, at) {
    for (let i = 0; i < rows.length; i++) if (test(rows[i]!)) found[at + i] = 1;
  },
  ...(turn === undefined ? {} : { turn }),
});

function* termLooks(text: string, columns: readonly Column[] | undefined, sheet: Sheet): Slow<Look[][]> {
  const every: Look[][] = [];
  for (const term of folded(text).split(' ').filter(Boolean)) {
    const any: Look[] = columns ? [] : idLook(sheet, term);
    for (const column of columns ?? sheet.columns.filter(one => isSearched(one, sheet)))
      any.push(...(yield* termLook(column, term, sheet)));
    every.push(any);
  }
  return every;
}

/** Text without a column is looked for in words; the id of a row is made from its number, and found by how it begins. */
const isSearched = ({ words, drawn, align, identifier }: Column, { idBegins }: Sheet): boolean =>
  words !== undefined || (!drawn && align === 'left' && !(identifier && idBegins));

function* termLook(column: Column, term: string, sheet: Sheet): Slow<readonly Look[]> {
  const { words } = column;
  if (!words && column.identifier && sheet.idBegins) return idLook(sheet, term);
  if (!words) return [ofRows(row => folded(column.text(row, column.width)).includes(term), TEXTS)];
  const texts = yield* foldedWords(words);
  return ofWords(words, yield* flagged(texts, text => text.includes(term)));
}

function idLook({ idBegins }: Sheet, term: string): Look[] {
  const [first, last] = idBegins?.(term) ?? [1, 0];
  return first > last ? [] : [ofRows(row => row >= first && row <= last)];
}

/** The words that are exactly so; when there is none, those that differ in case or width only. */
function* sameWord(words: Words, text: string): Slow<Look> {
  const exact: string[] = [];
  for (let code = 0; code < words.count; code++) exact.push(words.word(code).trim());
  const same = yield* flagged(exact, word => word === text);
  const alike = same ?? (yield* flagged(exact, word => folded(word) === folded(text)));
  return ofWords(words, alike)[0] ?? ofRows(() => false);
}

const sameText = (column: Column, text: string): Look => {
  const wanted = folded(text);
  return ofRows(row => folded(shownText(column, row)).trim() === wanted, TEXTS);
};

/** A dash stands for what is missing. */
export function shownText({ exact, text, width }: Column, row: number): string {
  const shown = (exact?.(row) ?? text(row, width)).trim();
  return shown === '–' ? '' : shown;
}

/** A flag per dictionary word; undefined when none is flagged. */
function* flagged(texts: readonly string[], test: (text: string) => boolean): Slow<Uint8Array | undefined> {
  const flags = new Uint8Array(texts.length);
  let any = false;
  yield* inTurns(
    texts.length,
    (from, to) => {
      for (let code = from; code < to; code++) {
        if (!test(texts[code]!)) continue;
        flags[code] = 1;
        any = true;
      }
    },
    WORDS,
  );
  return any ? flags : undefined;
}

const WORDS = 4_096;

const ofWords = ({ codeOf }: Words, flags: Uint8Array | undefined): readonly Look[] =>
  flags === undefined ? [] : [ofRows(row => flags[codeOf(row)] === 1)];
