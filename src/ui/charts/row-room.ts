/** How the columns of a line are shared between a name, a figure and a bar. Names are shortened first; a figure is whole or away. */
import type { Pen } from '../pen.ts';

export type RowRoom = { readonly name: number; readonly figure: number; readonly bar: number };

/** Between two parts. */
export const GAP = 2;
const LEAST_BAR = 6;
/** Without a name a bar may be shorter, and with less than this there is none. */
const SOME_BAR = 3;
const LEAST_NAME = 4;

export function rowRoom(
  names: readonly string[],
  figures: readonly string[],
  { width, pen }: { readonly width: number; readonly pen: Pen },
): RowRoom {
  const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, pen.width(text)), 0);
  const [wide, figure] = [widest(names), widest(figures)];
  const beside = (parts: readonly number[]) => width - parts.reduce((sum, part) => sum + (part > 0 ? part + GAP : 0), 0);

  const name = Math.min(wide, Math.max(LEAST_NAME, Math.floor(width * 0.4)));
  const least = Math.min(wide, LEAST_NAME);
  // all three, with the name as long as the bar allows
  if (beside([least, figure]) >= LEAST_BAR) {
    const shown = Math.min(name, beside([figure]) - GAP - LEAST_BAR);
    return { name: shown, figure, bar: beside([shown, figure]) };
  }
  if (beside([figure]) >= least && least > 0) return { name: Math.min(wide, beside([figure])), figure, bar: 0 };
  if (beside([figure]) >= SOME_BAR) return { name: 0, figure, bar: beside([figure]) };
  return figure <= width ? { name: 0, figure, bar: 0 } : { name: 0, figure: 0, bar: width };
}
