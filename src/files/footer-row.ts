/**
 * Words of a row below the stays, or between two pages of them: the sum of a column, who made the table, who checked it. A cell that begins with
 * such a word, or is short and ends with one that names a sum (`本页小计`), holds it; the profile may list more of them under drop_rows.
 */
import type { Block } from './csv-block.ts';
import { halfWidth, plainText } from './plain-text.ts';

export type FooterMark = { readonly column: number; readonly word: string };
type Footer = { readonly words: readonly string[]; decode(bytes: Uint8Array): string };

/** Where the word stands in a row that is not known to be a stay otherwise. */
export function footerMark({ bytes, columns, starts, ends }: Block, row: number, { words, decode }: Footer): FooterMark | undefined {
  const first = row * columns;
  for (let column = 0; column < columns; column++) {
    const from = starts[first + column]!;
    const to = ends[first + column]!;
    if (from === to) continue;
    const word = footerWord(decode(bytes.subarray(from, to)), words);
    if (word !== undefined) return { column, word };
  }
  return undefined;
}

export function footerWord(text: string, words: readonly string[]): string | undefined {
  const plain = close(text);
  const begun = words.find(word => plain.startsWith(word));
  if (begun !== undefined) return begun;
  // three signatures in one cell are long and have colons; a long text without one is a remark
  if (plain.length > MOST_LETTERS && !plain.includes(':')) return undefined;
  const beginning = sums.exec(plain) ?? signatures.exec(plain) ?? counts.exec(plain) ?? english.exec(plain);
  if (beginning) return beginning[0];
  return plain.length > MOST_LETTERS ? undefined : ending.exec(plain)?.[0];
}

const MOST_LETTERS = 24;

/** `合　计` is 合计. */
const close = (text: string): string => halfWidth(plainText(text)).replace(/\s+/g, '');

const sums = /^(?:合计|小计|总计|累计|平均|汇总|总额)/;
const ending = /(?:合计|小计|总计|累计|平均|汇总|总额):?$/;
const signatures = /^(?:制表|审核|复核|填表|填报|打印|大写|单位:)/;
const counts = /^(?:共\d{1,9}(?:条|例|人|页|行|笔)|第\d{1,9}页)/;
const english = /^(?:grandtotal|subtotal|total|sum)(?![a-z0-9_])/i;
