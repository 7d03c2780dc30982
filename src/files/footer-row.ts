/**
 * A row below the stays: the sum of a column, who made the table, who checked it. It has no principal diagnosis, and a cell of it begins
 * with one of the words that the profile lists under drop_rows. Read as a stay it would double every total.
 */
import type { Block } from './csv-block.ts';
import { halfWidth, plainText } from './plain-text.ts';

export type FooterMark = { readonly column: number; readonly word: string };
type Footer = { readonly words: readonly string[]; decode(bytes: Uint8Array): string };

/** Where the word stands in a row that was found to have no principal diagnosis. */
export function footerMark({ bytes, columns, starts, ends }: Block, row: number, { words, decode }: Footer): FooterMark | undefined {
  if (words.length === 0) return undefined;
  const first = row * columns;
  const whole = close(decode(bytes.subarray(starts[first], ends[first + columns - 1])));
  // nearly every row without a diagnosis is a stay all the same: its cells are not looked at one by one
  if (!words.some(word => whole.includes(word))) return undefined;
  for (let column = 0; column < columns; column++) {
    const word = footerWord(decode(bytes.subarray(starts[first + column], ends[first + column])), words);
    if (word !== undefined) return { column, word };
  }
  return undefined;
}

export const footerWord = (text: string, words: readonly string[]): string | undefined => {
  const plain = close(text);
  return words.find(word => plain.startsWith(word));
};

/** `合　计` is 合计. */
const close = (text: string): string => halfWidth(plainText(text)).replace(/\s+/g, '');
