/**
 * What of a cell may be kept as a code or as a word. In a row whose cells have moved, or in a column that was mapped by mistake, a name or a
 * number of a person stands where a code should: it would lie in the workspace although no column of persons was read.
 */

/** The code itself, or `***(3)` for three letters that are none: a stay with it is grouped as one with an unknown code. */
export const keptCode = (code: string): string => (code === '' || (form.test(code) && !manyDigits.test(code)) ? code : masked(code));

/** A word with the numbers of identity cards and mobile telephones in it masked. */
export const keptWord = (word: string): string => (word.length < 11 ? word : word.replace(personNumbers, masked));

/** `I10.x00`, `39.6100x004`, `A18.1+N74.1*`, `M8140/3`, `BNS170`; a digit after three letters at most. */
const form = /^[A-Za-z]{0,3}\d[\dA-Za-z.+*/]{0,29}$/;
/** No list of codes has eight of them together; record numbers, telephones and dates have. */
const manyDigits = /\d{8}/;

/** Eighteen digits with a date of birth in the middle (the last may be X), or eleven that begin as a mobile telephone does. */
const personNumbers = /(?<!\d)(?:\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|1[3-9]\d{9})(?!\d)/g;

const masked = (text: string): string => `***(${[...text].length})`;
