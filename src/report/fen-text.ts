/** Yuan with two decimals as `yuanText` writes it, for columns of a million amounts. */
import { yuanText } from '../money.ts';

const cents = Array.from({ length: 100 }, (_, fen) => `.${String(fen).padStart(2, '0')}`);

/** Beyond this the quotient by 100 may round up; such amounts take the exact way. */
const SURE = 1e13;

export function fenText(fen: number): string {
  const size = fen < 0 ? -fen : fen;
  if (!(size < SURE)) return yuanText(fen);
  const whole = Math.floor(size / 100);
  return (fen < 0 ? '-' : '') + whole + cents[size - whole * 100]!;
}
