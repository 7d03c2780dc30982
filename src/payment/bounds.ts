/**
 * An exact line in yuan as the last or the first whole fen on one side of it, so that stays only compare whole numbers.
 * 0.3 × 9,818.88 = 2,945.664: a cost of 2,945.66 lies below, 2,945.67 above.
 */
import type { Decimal } from '../money.ts';

export const mostUpTo = (line: Decimal): number => betweenFen(line) ?? line.times(100).floor().toNumber();
export const mostBelow = (line: Decimal): number => betweenFen(line) ?? line.times(100).ceil().toNumber() - 1;
export const fewestFrom = (line: Decimal): number => above(betweenFen(line)) ?? line.times(100).ceil().toNumber();
export const fewestAbove = (line: Decimal): number => above(betweenFen(line)) ?? line.times(100).floor().toNumber() + 1;

const above = (fen: number | undefined): number | undefined => (fen === undefined ? undefined : fen + 1);

/** Far from a whole fen a double tells between which two the line lies; near one only the exact number does. */
function betweenFen(line: Decimal): number | undefined {
  const fen = line.toNumber() * 100;
  const isFar = Math.abs(fen) < 1e10 && Math.abs(fen - Math.round(fen)) > 1e-4;
  return isFar ? Math.floor(fen) : undefined;
}
