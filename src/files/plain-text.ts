/** Text of a cell as it may be kept: trimmed, without control characters (C0, C1, directional marks), digits and letters in half width. */

const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const withoutControls = (text: string): string => text.replace(controls, '');

/** Trimmed first: a tab before a number is a spreadsheet habit, not a control character inside the text. */
export const plainText = (text: string): string => withoutControls(text.trim()).trim();

export const hasControls = (text: string): boolean => plainText(text) !== text.trim();

/** `Ｉ１０．０` -> `I10.0`; the wide space becomes a plain one. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

/** `-`, `--` and the empty cell say that there is nothing, and so do the marks that exports of databases write; none of them is 0. */
export const isMissing = (text: string): boolean => nothing.has(text);

const nothing = new Set(['', '-', '--', 'null', 'NULL', 'Null', '\\N']);

/**
 * A code as the catalogues write it: half width, first letter upper case, an `x` behind it lower case (I10.X00X002 is I10.x00x002: no code of
 * the national lists has a capital X there), the marks `+` and `*` as they are; '' when missing.
 */
export function codeOf(text: string): string {
  const code = halfWidth(plainText(text)).trim();
  return isMissing(code) ? '' : code.charAt(0).toUpperCase() + code.slice(1).replaceAll('X', 'x');
}

/** A number of a person, a visit or a settlement: half width, without what spreadsheets put around it to keep its digits (`'0012`, `="0012"`). */
export function numberOf(text: string): string {
  const plain = halfWidth(plainText(text)).trim();
  return /^="(.*)"$/.exec(plain)?.[1]?.trim() ?? plain.replace(/^'+/, '');
}

/** `1.10E+17`: a spreadsheet has cut the digits off, the number is lost. */
export const isCutOff = (number: string): boolean => /^[-+]?\d(?:\.\d+)?[Ee]\+\d{1,3}$/.test(number);
