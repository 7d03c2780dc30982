/**
 * An exact line in yuan as the last or the first whole fen on one side of it, so that stays only compare whole numbers.
 * 0.3 × 9,818.88 = 2,945.664: a cost of 2,945.66 lies below, 2,945.67 above.
 */
import type { Decimal } from '../money.ts';

export const mostUpTo = (line: Decimal): number => line.times(100).floor().toNumber();
export const mostBelow = (line: Decimal): number => line.times(100).ceil().toNumber() - 1;
export const fewestFrom = (line: Decimal): number => line.times(100).ceil().toNumber();
export const fewestAbove = (line: Decimal): number => line.times(100).floor().toNumber() + 1;
