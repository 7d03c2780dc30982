/** An exact figure as it is shown in a working: whole when short, else to twelve decimals and marked so: enough to work the fen out again. */
import type { Decimal } from '../../money.ts';

export const figure = (value: Decimal): string =>
  value.decimalPlaces() <= 12 ? value.toFixed() : `≈${value.toDecimalPlaces(12).toFixed()}`;

/** What a bill came to: whole fen in yuan, so two decimals are exact and nothing is rounded; a part of a bill may be longer. */
export const billed = (cost: Decimal): string => (cost.decimalPlaces() <= 2 ? cost.toFixed(2) : figure(cost));
