/**
 * What the file of refused rows shows of a cell. Where the cells of a row may have moved, no column says what a cell holds: only what plainly is a
 * code, an amount or a date is shown, of the rest its length. Elsewhere the columns of persons stay empty, and a number of an identity card or of
 * a mobile telephone is masked wherever it stands.
 */
import type { FindingRule } from '../stay/finding.ts';

export type CellPlace = { readonly namesPerson: boolean; readonly mayHaveMoved: boolean };

export function rejectCell(text: string, { namesPerson, mayHaveMoved }: CellPlace): string {
  if (namesPerson) return '';
  if (mayHaveMoved) return isPlain(text.trim()) ? text : masked(text);
  return text.replace(personNumbers, masked);
}

/** The row has not the cells of its header, is no stay at all, or a cell does not hold what its column is for. */
export const mayHaveMoved = (reasons: readonly FindingRule[]): boolean => reasons.length === 0 || reasons.some(rule => moved.has(rule));

const moved: ReadonlySet<FindingRule> = new Set([
  ...(['row_too_short', 'row_too_long', 'quote_open', 'footer_row'] as const),
  ...([
    'sex_invalid',
    'age_invalid',
    'age_days_invalid',
    'weight_invalid',
    'number_invalid',
    'amount_invalid',
    'amount_too_large',
  ] as const),
  ...(['date_invalid', 'days_invalid', 'control_characters'] as const),
]);

const masked = (text: string): string => `***(${[...text].length})`;

const isPlain = (text: string): boolean =>
  text === '' || isAmount(text) || isDate(text) || text.split(/[|,;、，；]/).every(part => part === '' || isCode(part.trim()));

/** `I10.x00`, `A01.0+J17.0*`, `39.6100x004`, `310`; a run of six digits may be a record number. */
const isCode = (text: string): boolean => /^[A-Za-z]?\d[\dA-Zx.+*/]{0,19}$/.test(text) && !/\d{6}/.test(text);
const isAmount = (text: string): boolean => /^[¥￥]?-?(?:\d{1,8}|\d{1,3}(?:,\d{3}){1,2})\.\d{1,4}$/.test(text);
const isDate = (text: string): boolean =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text) ||
  /^(?:19|20)\d\d(?:-\d{1,2}-|\/\d{1,2}\/|年\d{1,2}月)\d{1,2}日?(?:[ T]\d{1,2}:\d{1,2}(?::\d{1,2})?(?:\.0{1,3})?)?$/.test(text);

/** Eighteen digits with a date of birth in the middle (the last may be X), or eleven that begin as a mobile telephone does. */
const personNumbers = /(?<!\d)(?:\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|1[3-9]\d{9})(?!\d)/g;
