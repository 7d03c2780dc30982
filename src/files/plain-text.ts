/** Text of a cell as it may be kept: trimmed, without control characters (C0, C1, directional marks), digits and letters in half width. */

const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const withoutControls = (text: string): string => text.replace(controls, '');

/** Trimmed first: a tab before a number is a spreadsheet habit, not a control character inside the text. */
export const plainText = (text: string): string => withoutControls(text.trim()).trim();

export const hasControls = (text: string): boolean => plainText(text) !== text.trim();

/** `Ｉ１０．０` -> `I10.0`; the wide space becomes a plain one. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

/** `-`, `--` and the empty cell say that there is nothing; none of them is 0. */
export const isMissing = (text: string): boolean => text === '' || text === '-' || text === '--';

/** A code as the catalogues write it: half width, first letter upper case, the rest as it is (`x` stays lower case); '' when missing. */
export function codeOf(text: string): string {
  const code = halfWidth(plainText(text)).trim();
  return isMissing(code) ? '' : code.charAt(0).toUpperCase() + code.slice(1);
}
