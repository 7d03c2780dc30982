/**
 * A straight line whose slope has many digits, as the value of a point from a pool has: a double tells the fen unless the amount lies so near
 * half a fen that its error could decide; then the exact line is asked. An error of at most four roundings of 2⁻⁵³ stays below 2⁻⁴⁹.
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
    const error = (Math.abs(fixed) + rise) * ERROR;
    const down = Math.floor(amount);
    const rest = amount - down;
    if (!(amount > error && amount < LARGEST) || Math.abs(rest - 0.5) <= error) return exactly(cost);
    return rest < 0.5 ? down : down + 1;
  };
}

const ERROR = 2 ** -49;
/** Beyond, the error of a double is no longer far below a fen. */
const LARGEST = 2 ** 44;
