/** A curve in one line of text, one mark a number. */
import type { Marks } from '../marks.ts';
import { extentOf, shareOf } from './extent.ts';

/** From the lowest to the highest mark; missing numbers are blank. All equal stand in the middle: they are neither the lowest nor the highest of anything. */
export function sparkline(numbers: readonly number[], { spark }: Marks): string {
  const extent = extentOf(numbers);
  const highest = spark.length - 1;
  const markOf = (number: number) => {
    if (!extent || !Number.isFinite(number)) return ' ';
    return spark[extent.low === extent.high ? highest >> 1 : Math.round(shareOf(number, extent) * highest)] ?? ' ';
  };
  return numbers.map(markOf).join('');
}
