/**
 * A number as tables are published with it: thousands, percent, a currency or a unit, a mark or a bracket behind it, an exponent. A dash or a
 * blank is no price; words are a flag (据实支付); anything else with a digit in it is no number (8.741l) and is not guessed at.
 */
import { Decimal } from '../../money.ts';

export type PublishedNumber =
  | { readonly kind: 'number'; readonly text: string; readonly mark: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'wrong' };

/** `cell`: half width. Digits are moved, never rounded. */
export function publishedNumber(cell: string): PublishedNumber {
  const close = cell.replace(/[\s\u00a0]+/g, '').replace(/^'+/, '');
  if (blanks.has(close.toLowerCase())) return { kind: 'blank' };
  const { digits, mark, percent } = form.exec(close)?.groups ?? {};
  if (digits !== undefined) {
    const value = new Decimal(digits.replaceAll(',', '').replace(/\.$/, ''));
    return { kind: 'number', text: (percent ? value.div(100) : value).toFixed(), mark: (mark ?? '').replace(/^\((.*)\)$/, '$1') };
  }
  if (/\d/.test(close) || close.startsWith('#')) return { kind: 'wrong' };
  return { kind: 'words', words: close };
}

const blanks = new Set(['', '-', '--', '---', '—', '——', '–', '/', '\\', '\\n', '无', '空', '暂无', 'null', 'n/a', 'na', 'nan']);

const form =
  /^[¥￥]?(?<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:[eE]-?\d{1,2})?|\.\d+)(?:(?<percent>%)|元|点|分)?(?<mark>[*★☆▲△※#]+|\([^()\d]{1,20}\))?$/;
