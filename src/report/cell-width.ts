/** Text in columns of a terminal: a Chinese character takes two, and nothing is cut through the middle of a character. */
import stringWidth from 'string-width';
import { printable } from './printable.ts';

const graphemes = new Intl.Segmenter();

export const widthOf = (text: string): number => stringWidth(text);

/** At most `width` columns; what is cut ends with the mark. An odd column left over by a wide character stays empty. */
export function cut(text: string, width: number, mark = '…'): string {
  const shown = printable(text);
  if (widthOf(shown) <= width) return shown;
  const room = width - widthOf(mark);
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(shown)) {
    used += widthOf(segment);
    if (used > room) break;
    kept += segment;
  }
  return kept + mark;
}

export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blank = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + blank : blank + text;
}
