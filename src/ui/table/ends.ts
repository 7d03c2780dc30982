/** Both ends of a range as it is typed: `1000..2000`. */
import type { Column } from './sheet.ts';
import { typedNumber } from './typed-number.ts';

/** Undefined where an end is not a number; undefined altogether when it is no range. */
export function endsOf(text: string, column: Pick<Column, 'unit'>): readonly [number | undefined, number | undefined] | undefined {
  const [from, to, more] = text.split('..');
  return from === undefined || to === undefined || more !== undefined ? undefined : [typedNumber(from, column), typedNumber(to, column)];
}
