/** How large a text is: takes the place of ink/build/measure-text.js in the bundle, which keeps every text it was ever asked. */
import { widthOf } from '../../report/cell-width.ts';

export type TextSize = { readonly width: number; readonly height: number };

export function textSize(text: string): TextSize {
  if (text === '') return { width: 0, height: 0 };
  const lines = text.split('\n');
  return { width: lines.reduce((widest, line) => Math.max(widest, widthOf(line)), 0), height: lines.length };
}
