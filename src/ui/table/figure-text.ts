/** A figure of a column as it is shown: rounded once, from the exact figure to what the column shows. */
import type { Decimal } from '../../money.ts';
import { Decimal as Exact } from '../../money.ts';
import { count, quotient } from '../../report/format.ts';
import type { Column } from './sheet.ts';
import type { Aggregate } from './spec.ts';

/** More decimals than this are a quotient that nobody rounded: two are shown. */
const MOST_DECIMALS = 4;

export function figureText({ show, unit = 1 }: Pick<Column, 'show' | 'unit'>, aggregate: Aggregate, figure: Decimal): string {
  if (aggregate === 'distinct' || aggregate === 'filled') return count(figure.toNumber());
  const shown = show?.(sameSide(figure));
  if (shown !== undefined && (shown.split('.')[1]?.length ?? 0) <= MOST_DECIMALS) return shown;
  const typed = figure.div(unit);
  return typed.isInteger() ? count(typed.toNumber()) : quotient(sameSide(typed), 1);
}

/**
 * The double to round in place of an exact number: a third of a fen has none, and the nearest may be a tie where the number itself is
 * not (4999.9999999999999999 is nearest to 5000). Then it is the neighbour on the side of the number, so that it is rounded the same way.
 */
function sameSide(figure: Decimal): number {
  const nearest = figure.toNumber();
  const difference = figure.comparedTo(new Exact(nearest));
  if (difference === 0 || !Number.isFinite(nearest)) return nearest;
  if (nearest === 0) return difference * Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([nearest]).buffer);
  bits[0]! += nearest > 0 === difference > 0 ? 1n : -1n;
  return new Float64Array(bits.buffer)[0]!;
}
