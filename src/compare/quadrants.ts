/**
 * The four quadrants that departments (CMI against margin rate, or cost index) and groups (volume against margin rate) are placed in.
 * A point on a line lies on its better side: as high as the hospital is high, a margin of nothing is no loss.
 */
import type { Decimal } from '../money.ts';

/** Right or left of the line of x, then above or below what is wanted of y. */
export const quadrants = ['high_better', 'high_worse', 'low_better', 'low_worse'] as const;
export type Quadrant = (typeof quadrants)[number];

/** undefined: not known. */
export type Point = { readonly x: Decimal | undefined; readonly y: Decimal | undefined };

export type DividingLines = {
  /** The CMI of the hospital, or the mean number of stays of a group. */
  readonly x: Decimal;
  /** 0 of a margin rate, 1 of a cost index. */
  readonly y: Decimal;
  /** A margin rate is better the higher it is, a cost index the lower. */
  readonly betterY: 'higher' | 'lower';
};

/** undefined where either coordinate is not known. */
export function quadrantOf({ x, y }: Point, lines: DividingLines): Quadrant | undefined {
  if (x === undefined || y === undefined) return undefined;
  const better = lines.betterY === 'higher' ? y.gte(lines.y) : y.lte(lines.y);
  if (x.gte(lines.x)) return better ? 'high_better' : 'high_worse';
  return better ? 'low_better' : 'low_worse';
}
