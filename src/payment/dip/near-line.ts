/**
 * A straight line whose slope has many digits, as the value of a point from a pool has: a double tells the fen unless the amount lies so near
 * half a fen that its error could decide; then the exact line is asked. The error of a few roundings of 2⁻⁵³ each stays below 2⁻⁴⁸.
 */
import type { Decimal } from '../../money.ts';
import { onLine, type PaysOnLine } from '../straight-line.ts';

export type LineThrough = { readonly fixed: Decimal; readonly slope: Decimal; readonly over: Decimal; readonly atLeast: Decimal };

export function nearLine(line: LineThrough): PaysOnLine {
  let exact: PaysOnLine | undefined;
  const exactly: PaysOnLine = cost => {
    exact ??= onLine(line);
    return exact(cost);
  };
  const fixed = line.fixed.times(100).toNumber();
  const slope = line.slope.div(line.over).toNumber();
  return cost => {
    const rise = slope * cost;
    const amount = fixed + rise;
    const fen = certainFen(amount, Math.abs(fixed) + rise);
    return fen < 0 ? exactly(cost) : fen;
  };
}

/** The whole fen of an amount that was worked out in doubles from numbers of at most `size`; -1 where their error could decide. */
export function certainFen(amount: number, size: number): number {
  const error = size * ERROR;
  const down = Math.floor(amount);
  const rest = amount - down;
  if (!(amount > error && amount < LARGEST) || Math.abs(rest - 0.5) <= error) return -1;
  return rest < 0.5 ? down : down + 1;
}

const ERROR = 2 ** -48;
/** Beyond, the error of a double is no longer far below a fen. */
const LARGEST = 2 ** 44;
