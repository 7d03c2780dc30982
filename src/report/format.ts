/** Figures as people read them. The only rounding here is of what is shown; nothing computed uses these texts. */
import { Decimal, yuanOf } from '../money.ts';

/** `123456789` fen -> `1,234,567.89`; missing money is a dash. */
export const yuan = (fen: number): string => (Number.isNaN(fen) ? '–' : grouped(yuanOf(fen).toFixed(2)));

/** Ten-thousands of yuan with two decimals, half away from zero. */
export const wan = (fen: number): string => (Number.isNaN(fen) ? '–' : grouped(yuanOf(fen).div(10_000).toFixed(2, Decimal.ROUND_HALF_UP)));

/** A sign always stands before a difference, so that colour is never the only mark. */
export const signed = (text: string): string => (/^[–-]/.test(text) || !/[1-9]/.test(text) ? text : `+${text}`);

/** `count(10000)` -> `10,000`. */
export const count = (n: number): string => grouped(String(n));

/** Share of two whole numbers as a percentage with `digits` decimals; a dash when there is nothing to divide by. */
export const percent = (a: number, b: number, digits = 1): string =>
  b === 0 || Number.isNaN(a) || Number.isNaN(b)
    ? '–'
    : `${unsignedZero(new Decimal(a).times(100).div(b).toFixed(digits, Decimal.ROUND_HALF_UP))}%`;

/** a ÷ b with `digits` decimals. */
export const quotient = (a: number, b: number, digits = 2): string =>
  b === 0 || Number.isNaN(a) || Number.isNaN(b) ? '–' : grouped(new Decimal(a).div(b).toFixed(digits, Decimal.ROUND_HALF_UP));

function grouped(text: string): string {
  const [whole = '', decimals] = unsignedZero(text).split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? thousands : `${thousands}.${decimals}`;
}

/** What rounds to nothing has no sign. */
const unsignedZero = (text: string): string => (/[1-9]/.test(text) ? text : text.replace('-', ''));
