/** What is wrong or odd about a row of a published weight table; a refused row is not taken, a noted one is. No row is dropped in silence. */

export const publishedRules = {
  /** Refused. */
  code_missing: 'refused',
  code_invalid: 'refused',
  weight_invalid: 'refused',
  weight_is_text: 'refused',
  duplicate_conflict: 'refused',
  duplicate_same: 'refused',
  header_again: 'refused',
  note_row: 'refused',
  /** Noted. */
  code_zeros: 'noted',
  name_glued: 'noted',
  weight_words: 'noted',
  weight_marked: 'noted',
  weight_zero: 'noted',
  number_invalid: 'noted',
} as const satisfies Readonly<Record<string, 'refused' | 'noted'>>;
export type PublishedRule = keyof typeof publishedRules;

/** Rules that only say what a row is; a table with no others has nothing wrong with it. */
export const harmless: ReadonlySet<PublishedRule> = new Set(['duplicate_same', 'header_again', 'note_row']);

export type PublishedFinding = {
  readonly file: string;
  /** As a person counts: the first row of the sheet is 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly rule: PublishedRule;
  readonly effect: 'refused' | 'noted';
};
