/** Numbers of a column as people type and read them, in its unit: fen as yuan where the unit is 100. */
import { Decimal, yuanText } from '../../money.ts';
import { minus } from '../../report/shown-money.ts';
import type { Column } from '../table/sheet.ts';
import { isMoney } from '../table/typed-number.ts';

/** Exact and plain: `12345.67`, `-0.5`; the text that a filter of this column takes back as the same number. */
export const typedText = (value: number, { unit = 1 }: Pick<Column, 'unit'>): string => new Decimal(value).div(unit).toFixed();

/** `10000` -> `10,000`, `-0.5` -> `−0.5`. */
export function readable(typed: string): string {
  const [whole = '', decimals] = typed.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return minus(decimals === undefined ? thousands : `${thousands}.${decimals}`);
}

/** Decimals of a number that its column has no words for. */
const DECIMALS = 4;

/** As the column shows its numbers; '' is missing. The only rounding is here. */
export function shownIn(column: Column, value: number): string {
  if (Number.isNaN(value)) return '';
  return (
    column.show?.(value) ??
    readable(
      new Decimal(value)
        .div(column.unit ?? 1)
        .toDecimalPlaces(DECIMALS)
        .toString(),
    )
  );
}

/** For files: money in yuan with two decimals, anything else in the unit of the column with at most six. '' is missing. */
export function exactIn(column: Column, value: number): string {
  if (Number.isNaN(value)) return '';
  const exact = new Decimal(value);
  if (isMoney(column)) return yuanText(exact.toDecimalPlaces(0).toNumber());
  return exact
    .div(column.unit ?? 1)
    .toDecimalPlaces(6)
    .toString();
}
