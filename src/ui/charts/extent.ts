/** From where to where an axis reaches. */

export type Extent = { readonly low: number; readonly high: number };

/** The lowest and the highest of what is known; nothing when nothing is. Never spread into arguments: a series may be long. */
export function extentOf(numbers: Iterable<number>): Extent | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    if (!Number.isFinite(number)) continue;
    if (number < low) low = number;
    if (number > high) high = number;
  }
  return low <= high ? { low, high } : undefined;
}

/**
 * Zero belongs to the axis unless everything lies far from it on one side: unless the nearest is at least `far` of the farthest.
 * All equal is drawn from zero too, so that a level stays a level.
 */
export function withZero({ low, high }: Extent, far: number): Extent {
  if (low === high) return { low: Math.min(0, low), high: Math.max(0, high) };
  if (low > 0) return { low: low < high * far ? 0 : low, high };
  if (high < 0) return { low, high: high > low * far ? 0 : high };
  return { low, high };
}

/** Where between low (0) and high (1) a value lies. Halved where the whole range is more than a number can hold. */
export function shareOf(value: number, { low, high }: Extent): number {
  if (low === high) return 0;
  const k = Number.isFinite(high - low) ? 1 : 0.5;
  return (value * k - low * k) / (high * k - low * k);
}
