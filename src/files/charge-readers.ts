/**
 * Readers of the numbers of item lines over a block of rows. An amount that is none refuses its line; a quantity, a price or a share that
 * is none is missing and noted. Negative ones are as good as others: a line that takes an earlier one back.
 */
import { MOST_FEN } from '../stay/bounds.ts';
import type { ChargeField } from '../stay/charge-lines.ts';
import { NO_MONEY } from '../stay/stay-table.ts';
import { fenOfText, NOT_AN_AMOUNT, plainFen, type Unit, unitDecimals } from './amount.ts';
import type { Reader } from './cell-readers.ts';
import { halfWidth, isMissing, plainText } from './plain-text.ts';
import { quantityOfText, shareOfText } from './whole-number.ts';

type Source = { readonly column: number; decode(bytes: Uint8Array): string };

export function amountReader({ column, decode, unit }: Source & { readonly unit: Unit }): Reader<Float64Array> {
  const read = (bytes: Uint8Array, from: number, to: number): number => {
    const minus = bytes[from] === MINUS && to - from > 1 ? 1 : 0;
    const fen = unit === 'yuan' ? plainFen(bytes, from + minus, to) : -1;
    if (fen === -1) return fenOfText(decode(bytes.subarray(from, to)), unit);
    return minus === 1 && fen > 0 ? -fen : fen;
  };
  return ({ bytes, rows, columns, starts, ends }, values, note) => {
    for (let row = 0, cell = column; row < rows; row++, cell += columns) {
      const fen = read(bytes, starts[cell]!, ends[cell]!);
      const usable = fen >= -MOST_FEN && fen <= MOST_FEN;
      values[row] = usable ? fen : NO_MONEY;
      // a line without an amount says nothing about money: it is not in any sum, and told
      if (!usable) note(row, 'amount', Number.isNaN(fen) || fen === NOT_AN_AMOUNT ? 'amount_invalid' : 'amount_too_large', 'refused');
    }
  };
}

/** Fen a unit. A tablet costs 0.0350 yuan, which is 3.5 fen: decimals are kept, as near as a double is. */
export const priceReader = ({ unit, ...source }: Source & { readonly unit: Unit }): Reader<Float64Array> =>
  decimalReader('price', { ...source, move: unitDecimals[unit], meaning: text => priceOfText(text, unit) });

export const quantityReader = (source: Source): Reader<Float64Array> =>
  decimalReader('quantity', { ...source, move: 0, meaning: quantityOfText });

/** `12.5%` and `0.125` are the same share; `12.5` alone is none. */
export const shareReader = (source: Source): Reader<Float64Array> =>
  decimalReader('selfpay_share', { ...source, move: 0, meaning: shareOfText, most: 1, least: 0 });

function priceOfText(text: string, unit: Unit): number {
  const plain = halfWidth(plainText(text)).replace(/[\s¥￥]|元$/g, '');
  if (isMissing(plain)) return Number.NaN;
  if (!/^-?(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d*)?$/.test(plain)) return Number.POSITIVE_INFINITY;
  const digits = plain.replaceAll(',', '').replace(/\.$/, '');
  return Number(`${digits}e${unitDecimals[unit]}`);
}

type Decimals = Source & {
  /** Places by which the point moves to the right. */
  readonly move: number;
  readonly meaning: (text: string) => number;
  readonly least?: number;
  readonly most?: number;
};

function decimalReader(
  field: ChargeField,
  { column, decode, move, meaning, least = -Number.MAX_VALUE, most = Number.MAX_VALUE }: Decimals,
): Reader<Float64Array> {
  return ({ bytes, rows, columns, starts, ends }, values, note) => {
    for (let row = 0, cell = column; row < rows; row++, cell += columns) {
      const from = starts[cell]!;
      const to = ends[cell]!;
      let number = from === to ? Number.NaN : plainDecimal(bytes, from, to, move);
      if (number === UNUSUAL) number = meaning(decode(bytes.subarray(from, to)));
      const usable = Number.isNaN(number) || (number >= least && number <= most);
      values[row] = usable ? number : Number.NaN;
      if (!usable) note(row, field, 'number_invalid', 'noted');
    }
  };
}

const UNUSUAL = Number.NEGATIVE_INFINITY;

/** Up to nine digits and six decimals, with a minus or without. A quotient of two whole numbers is the double next to the decimal. */
function plainDecimal(bytes: Uint8Array, from: number, to: number, move: number): number {
  const minus = bytes[from] === MINUS;
  let p = minus ? from + 1 : from;
  const first = p;
  let digits = 0;
  let point = -1;
  for (; p < to; p++) {
    const digit = bytes[p]! - 48;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (bytes[p] === POINT && point < 0 && p > first) point = p;
    else return UNUSUAL;
  }
  const decimals = point < 0 ? 0 : to - point - 1;
  const whole = (point < 0 ? to : point) - first;
  if (whole === 0 || whole > 9 || decimals > 6) return UNUSUAL;
  const places = decimals - move;
  const number = places > 0 ? digits / powers[places]! : digits * powers[-places]!;
  return minus && number !== 0 ? -number : number;
}

const MINUS = 45;
const POINT = 46;
const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6] as const;
