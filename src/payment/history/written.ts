/** A calibrated weight as it is printed: rounded to so many digits, half away from zero; a weight that would vanish keeps its first digit. */
import { Decimal } from '../../money.ts';

export function writtenWeight(weight: Decimal, digits: number): string {
  const rounded = weight.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? weight.toSignificantDigits(1, Decimal.ROUND_HALF_UP).toFixed() : rounded.toFixed(digits);
}

/** Σ W·n ÷ n of the weights as they are printed: what rounding did to the whole. */
export function writtenCmi(
  groups: readonly { readonly weight: Decimal | undefined; readonly kept: number }[],
  digits: number,
): Decimal | undefined {
  const kept = groups.reduce((sum, group) => sum + group.kept, 0);
  if (kept === 0) return undefined;
  const weight = groups.reduce(
    (sum, group) => (group.weight ? sum.plus(new Decimal(writtenWeight(group.weight, digits)).times(group.kept)) : sum),
    new Decimal(0),
  );
  return weight.div(kept);
}
