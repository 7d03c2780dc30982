/**
 * The dates of procedures, where a file has them beside the codes: a procedure without a date that can be read, one dated outside the stay.
 * They are looked at and not kept: grouping and payment ask for the code alone. One finding of a kind a row.
 */
import type { Note } from '../stay/stay-length.ts';
import { NO_DATE } from '../stay/stay-table.ts';
import type { Block } from './csv-block.ts';
import { dayOfText, NOT_A_DATE, plainDay } from './day-number.ts';
import type { Layout } from './layout.ts';
import { isMissing, plainText } from './plain-text.ts';

type Stay = {
  decode(bytes: Uint8Array): string;
  readonly admitted: Int32Array | undefined;
  readonly discharged: Int32Array | undefined;
};

export function procedureDates({ lists, dates, profile }: Layout, stay: Stay): ((block: Block, note: Note) => void) | undefined {
  const places = lists.px.map((code, place) => ({ code, date: dates.px[place] ?? -1 })).filter(({ date }) => date >= 0);
  if (places.length === 0) return undefined;
  const { admitted, discharged, decode } = stay;
  const between = new RegExp(`[${(profile.lists.px?.split ?? '|').replace(/[\]\\^-]/g, '\\$&')}，；、]`);

  return (block, note) => {
    for (let row = 0; row < block.rows; row++) {
      const from = admitted?.[row] ?? NO_DATE;
      const to = discharged?.[row] ?? NO_DATE;
      const isOutside = (day: number): boolean => from !== NO_DATE && to !== NO_DATE && (day < from || day > to);
      let lacking = false;
      let outside = false;
      for (const { code, date } of places) {
        if (isNone(block, row, code)) continue;
        const only = isOneCode(block, row, code) ? dayAt(block, row, date) : NOT_A_DATE;
        if (only !== NOT_A_DATE) {
          if (only === NO_DATE) lacking = true;
          else if (isOutside(only)) outside = true;
          continue;
        }
        const days = textAt(block, row, date).split(between).map(dayOfText);
        textAt(block, row, code)
          .split(between)
          .forEach((text, place) => {
            if (isMissing(plainText(text))) return;
            const day = days[place] ?? NO_DATE;
            if (day === NO_DATE || day === NOT_A_DATE) lacking = true;
            else if (isOutside(day)) outside = true;
          });
      }
      if (lacking) note(row, 'px', 'px_date_missing', 'noted');
      if (outside) note(row, 'px', 'px_date_outside', 'noted');
    }
  };

  function textAt({ bytes, columns, starts, ends }: Block, row: number, column: number): string {
    return decode(bytes.subarray(starts[row * columns + column], ends[row * columns + column]));
  }
}

/** Empty, `-` or `--`: most of the forty places of a front page. */
function isNone({ bytes, columns, starts, ends }: Block, row: number, column: number): boolean {
  const end = ends[row * columns + column]!;
  let p = starts[row * columns + column]!;
  if (end - p > 2) return false;
  while (p < end && bytes[p] === HYPHEN) p++;
  return p === end;
}

/** Letters, digits and points alone: one code, as nearly every cell of a column of its own holds. */
function isOneCode({ bytes, columns, starts, ends }: Block, row: number, column: number): boolean {
  const end = ends[row * columns + column]!;
  for (let p = starts[row * columns + column]!; p < end; p++) {
    const byte = bytes[p]!;
    const digit = byte >= 48 && byte <= 57;
    const letter = (byte | 32) >= 97 && (byte | 32) <= 122;
    if (!digit && !letter && byte !== POINT) return false;
  }
  return true;
}

const HYPHEN = 45;
const POINT = 46;

/** In its usual form, read from its bytes; NOT_A_DATE is any other. */
function dayAt(block: Block, row: number, column: number): number {
  const { bytes, columns, starts, ends } = block;
  return isNone(block, row, column) ? NO_DATE : plainDay(bytes, starts[row * columns + column]!, ends[row * columns + column]!);
}
