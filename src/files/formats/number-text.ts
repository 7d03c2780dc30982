/**
 * A number of a cell as a person reads it: the 15 digits that spreadsheets keep (0.1 + 0.2 is 0.3), whole numbers without a point, never
 * scientific below 1e15. A whole number of 16 digits or more was an id once and has lost its last digits: it is written scientific, so that
 * whoever reads an id refuses it instead of taking another one's.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const kept = Number(value.toPrecision(KEPT_DIGITS));
  if (Math.abs(kept) >= 1e15) return scientific(kept);
  const text = String(kept);
  return text.includes('e') ? withoutExponent(text) : kept === 0 ? '0' : text;
}

const KEPT_DIGITS = 15;

/** `1.23456789012346E+17` */
const scientific = (value: number): string => value.toExponential().replace('e+', 'E+');

/** JavaScript writes numbers below a millionth as `1.5e-7`: 0.00000015. */
function withoutExponent(text: string): string {
  const [, sign, digits, exponent] = /^(-?)([\d.]+)e-(\d+)$/.exec(text)!;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits!.replace('.', '')}`;
}
