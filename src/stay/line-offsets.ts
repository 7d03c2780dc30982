/** Where the item lines of each stay begin: those of stay `row` are `offsets[row]` up to, not including, `offsets[row + 1]`. */
import type { ChargeLines } from './charge-lines.ts';

/** Lines are in the order of the stays. */
export function lineOffsets({ stay }: Pick<ChargeLines, 'stay'>, stays: number): Uint32Array {
  const offsets = new Uint32Array(stays + 1);
  for (let line = 0; line < stay.length; line++) offsets[stay[line]! + 1]!++;
  for (let row = 1; row <= stays; row++) offsets[row]! += offsets[row - 1]!;
  return offsets;
}
