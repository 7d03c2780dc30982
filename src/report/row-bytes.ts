/**
 * Rows of output written as UTF-8 bytes and handed on as text a chunk at a time: a million rows of amounts and ids make no strings,
 * and so no work for the garbage collector.
 */
import { yuanText } from '../money.ts';

/** Longer than any amount; a text may need three bytes a character. */
const AMOUNT = 24;
const ZERO = 48;
const MINUS = 45;
const POINT = 46;

/** Beyond this the quotient by 100 may round up; such amounts take the exact way. */
const SURE = 1e13;

export type RowBytes = ReturnType<typeof rowBytes>;

export function rowBytes() {
  let bytes = Buffer.allocUnsafe(1 << 20);
  let end = 0;

  function room(more: number): void {
    if (end + more <= bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (end + more));
    bytes.copy(larger, 0, 0, end);
    bytes = larger;
  }

  function text(words: string): void {
    room(3 * words.length);
    for (let i = 0; i < words.length; i++) {
      const code = words.charCodeAt(i);
      if (code >= 128) {
        end += bytes.write(words, end);
        return;
      }
      bytes[end + i] = code;
    }
    end += words.length;
  }

  return {
    text,
    /** Whole fen as `yuanText` writes them. */
    yuan(fen: number): void {
      const size = fen < 0 ? -fen : fen;
      if (!(size < SURE)) {
        text(yuanText(fen));
        return;
      }
      room(AMOUNT);
      if (fen < 0) bytes[end++] = MINUS;
      const whole = Math.floor(size / 100);
      digits(whole, whole < 10 ? 1 : digitsOf(whole));
      bytes[end++] = POINT;
      digits(size - whole * 100, 2);
    },
    /** Everything written since the last time. */
    take(): string {
      const chunk = bytes.toString('utf8', 0, end);
      end = 0;
      return chunk;
    },
  };

  function digits(value: number, length: number): void {
    let left = value;
    for (let place = end + length - 1; place >= end; place--) {
      const rest = Math.floor(left / 10);
      bytes[place] = ZERO + left - rest * 10;
      left = rest;
    }
    end += length;
  }
}

function digitsOf(value: number): number {
  let length = 1;
  for (let bound = 10; bound <= value; bound *= 10) length++;
  return length;
}
