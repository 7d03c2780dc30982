/** The bar of a cell of a table, from a common middle. */
import type { Marks } from '../marks.ts';

type Bar = { readonly amount: number; readonly largest: number; readonly width: number; readonly marks: Marks };

/** Losses to the left, gains to the right. Anything that is not nothing is at least one mark long. */
export function bar({ amount, largest, width, marks }: Bar): string {
  const half = Math.floor((Math.min(width, 61) - 1) / 2);
  const share = largest > 0 && !Number.isNaN(amount) ? Math.abs(amount) / largest : 0;
  const length = share === 0 ? 0 : Math.max(1, Math.round(share * half));
  const left = amount < 0 ? marks.loss.repeat(length).padStart(half) : ' '.repeat(half);
  return `${left}${marks.axis}${amount > 0 ? marks.gain.repeat(length) : ''}`;
}
