/** FoxPro fields that hold numbers as bytes, not as digits: whole numbers, doubles, money in ten-thousandths, days with milliseconds. */
import { dateText } from '../date-text.ts';
import { numberText } from '../number-text.ts';
import type { Field } from './header.ts';

const lengths: Readonly<Record<string, number>> = { I: 4, '+': 4, B: 8, O: 8, Y: 8, T: 8 };

/** A memo of dBase IV is of type B too, with 10 bytes: the length tells. */
export const isBinaryField = ({ type, length }: Field): boolean => lengths[type] === length;

export function binaryValue(raw: Uint8Array, { type }: Field): string {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  switch (type) {
    case 'I':
    case '+':
      return String(view.getInt32(0, true));
    case 'B':
    case 'O':
      return numberText(view.getFloat64(0, true));
    case 'Y':
      return money(view.getBigInt64(0, true));
    default:
      return dayAndTime(view.getInt32(0, true), view.getInt32(4, true));
  }
}

/** 12345000 -> 1234.5 */
function money(tenThousandths: bigint): string {
  const digits = String(tenThousandths < 0 ? -tenThousandths : tenThousandths).padStart(5, '0');
  const part = digits.slice(-4).replace(/0+$/, '');
  return `${tenThousandths < 0 ? '-' : ''}${digits.slice(0, -4)}${part && `.${part}`}`;
}

/** Julian day numbers: 2415019 days before the day 0 of spreadsheets. An empty field holds zeros. */
const dayAndTime = (julian: number, milliseconds: number): string =>
  julian === 0 ? '' : dateText(julian - 2_415_019 + milliseconds / 86_400_000, 'date', { from1904: false });
