/** The names under a plot: every one, every second, every third ..., the most that stand whole without touching or saying the same twice. */
import type { Pen } from '../pen.ts';

export type Named = { readonly text: string; readonly middle: number };
export type Placed = Named & { readonly x: number };

export function footNames(
  names: readonly Named[],
  { from, to, pen }: { readonly from: number; readonly to: number; readonly pen: Pen },
): readonly Placed[] {
  const placed = names
    .filter(({ text }) => text !== '')
    .map(({ text, middle }) => {
      const width = pen.width(text);
      // moved in from the edges rather than cut by them
      const x = Math.max(from, Math.min(to - width, middle - Math.floor(width / 2)));
      return { text, middle, x, end: x + width };
    });
  for (let every = 1; every <= placed.length; every++) {
    const chosen = placed.filter((_, i) => i % every === 0);
    if (
      chosen.every(({ text, end }, i) => end <= to && end < (chosen[i + 1]?.x ?? Number.POSITIVE_INFINITY) && text !== chosen[i + 1]?.text)
    )
      return chosen;
  }
  return [];
}
