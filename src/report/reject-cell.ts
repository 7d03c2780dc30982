/**
 * What the file of refused rows shows of a cell. Where the cells of a row have moved, no column says what a cell holds: only what plainly is a
 * code, an amount or a date is shown, of the rest its length. In a row whose cells stand in their columns the caller's own id column passes
 * through, so that the row can be mended and loaded again; words, codes, dates, amounts and marks are shown as far as they look like it; a column
 * of persons stays empty, and so does what no column shows. A number of an identity card or of a mobile telephone is masked wherever it stands.
 */
import type { FindingRule } from '../stay/finding.ts';
import { isAmount, isCode, isDate } from '../stay/shown-forms.ts';

export type ColumnHolds = 'person' | 'id' | 'amount' | 'date' | 'code' | 'mark' | 'word' | 'guarded';

export type CellPlace = {
  readonly holds: ColumnHolds;
  readonly fit: Fit;
  /** Of a column of words: those of other rows. */
  readonly words: ReadonlySet<string> | undefined;
};

/** `odd`: one cell of the row does not look like what its column holds. */
export type Fit = 'fits' | 'odd' | 'moved';

export function rejectCell(text: string, { holds, fit, words }: CellPlace): string {
  if (holds === 'person') return '';
  const plain = text.trim();
  if (fit === 'moved') return isPlain(plain) ? text : masked(text);
  if (holds === 'id') return isNumberLike(plain) ? text : masked(text);
  // an empty cell can be loaded again, a masked one of a column that is read cannot
  if (holds === 'guarded') return isPlain(plain) ? text : '';
  if (holds === 'word') return fit === 'fits' || plain === '' || words?.has(plain) ? text.replace(personNumbers, masked) : masked(text);
  return hasForm(plain, holds) ? text : masked(text);
}

/** A row that has not the cells of its header, or is no stay at all, has moved; so has one with several cells that do not look like their columns. */
export function fitOf(cells: readonly string[], columns: readonly ColumnHolds[], reasons: readonly FindingRule[]): Fit {
  if (reasons.length === 0 || reasons.some(rule => unfit.has(rule))) return 'moved';
  const odd = cells.filter((cell, i) => {
    const holds = columns[i] ?? 'guarded';
    return holds === 'id' ? !isNumberLike(cell.trim()) : isFormed(holds) && !hasForm(cell.trim(), holds);
  });
  return odd.length === 0 ? 'fits' : odd.length === 1 ? 'odd' : 'moved';
}

const unfit: ReadonlySet<FindingRule> = new Set(['row_too_short', 'row_too_long', 'quote_open', 'footer_row', 'control_characters']);

type Formed = 'amount' | 'date' | 'code' | 'mark';
const isFormed = (holds: ColumnHolds): holds is Formed => holds === 'amount' || holds === 'date' || holds === 'code' || holds === 'mark';

function hasForm(text: string, holds: Formed): boolean {
  if (isPlain(text) || text === '-' || text === '--') return true;
  switch (holds) {
    case 'amount':
      return /^[¥￥]?\s*[+-]?(?:\d{1,8}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d{0,4}){0,2}元?$/.test(text);
    case 'mark':
      return /^(?:[a-z]|男性?|女性?|是|否|有|无|未知|未说明|未说明的性别|true|false|yes|no|male|female)$/i.test(text);
    case 'date':
    case 'code':
      return false;
  }
}

/** Of letters and digits, without a blank: a name that has moved into the column of numbers shows. */
const isNumberLike = (text: string): boolean => text === '' || /^(?:="[\w./-]+"|'?[\w./-]+)$/.test(text);

const masked = (text: string): string => `***(${[...text].length})`;

const isPlain = (text: string): boolean =>
  text === '' || isAmount(text) || isDay(text) || text.split(/[|,;、，；]/).every(part => part === '' || isCode(part.trim()));

/** A row is given back to be mended: a date that is written as a database has it stays. */
const isDay = (text: string): boolean => isDate(text) || /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text);

/** Eighteen digits with a date of birth in the middle (the last may be X), or eleven that begin as a mobile telephone does. */
const personNumbers = /(?<!\d)(?:\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|1[3-9]\d{9})(?!\d)/g;
