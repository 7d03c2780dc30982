/** An exact figure as it is shown in a working: whole when short, else cut to six decimals and marked so. */
import type { Decimal } from '../../money.ts';

export const figure = (value: Decimal): string =>
  value.decimalPlaces() <= 10 ? value.toFixed() : `${value.toDecimalPlaces(6).toFixed()}…`;
