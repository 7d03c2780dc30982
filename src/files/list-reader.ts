/**
 * Lists of codes: the codes of one or more cells of a row, principal first. An empty principal place stays empty ('' at the first place),
 * so that no other code moves up into it; other empty places are left out.
 */
import type { CodeLists } from '../../grouper/cases.ts';
import { MOST_CODES } from '../stay/bounds.ts';
import type { Note } from '../stay/stay-length.ts';
import { HAD_CONTROLS } from './cell-readers.ts';
import { codeTable, LONGEST_CODE } from './code-table.ts';
import type { Block } from './csv-block.ts';
import type { Kept } from './gathered.ts';
import { wordTable } from './word-table.ts';

export type ListBlock = { codes: Uint32Array; readonly ends: Uint32Array };

type ListSource = {
  readonly field: 'dx' | 'px';
  readonly columns: readonly number[];
  readonly split: string;
  /** Number of a code that was never seen in this file. */
  readonly meaning: (code: Uint8Array) => number;
  /** Codes of a cell that is not plain ASCII, or has a zero byte: wide separators and letters are known only after decoding. */
  readonly wide: (cell: Uint8Array) => readonly number[];
};

export const newListBlock = (rows: number): ListBlock => ({ codes: new Uint32Array(rows * 8), ends: new Uint32Array(rows) });

export function listReader({ field, columns: places, split, meaning, wide }: ListSource) {
  const kinds = kindsOfBytes(split);
  const table = codeTable();
  const longer = wordTable(meaning);
  // of the codes of the row at hand, together
  let marks = 0;

  return (block: Block, list: ListBlock, note: Note): void => {
    const { bytes, rows, columns, starts, ends } = block;
    let used = 0;
    for (let row = 0; row < rows; row++) {
      const first = used;
      marks = 0;
      for (const place of places) {
        const from = starts[row * columns + place]!;
        const to = ends[row * columns + place]!;
        if (used + (to - from) + 1 > list.codes.length) list.codes = widened(list.codes, used + (to - from) + 1);
        used = readCell(bytes, from, to, { codes: list.codes, used, first });
      }
      if (used === first + 1 && list.codes[first] === 0) used = first;
      list.ends[row] = used;
      if (marks >= HAD_CONTROLS) note(row, field, 'control_characters', 'noted');
      if (used - first > MOST_CODES) note(row, field, 'code_list_too_long', 'noted');
      if (field === 'dx' && (used === first || list.codes[first] === 0)) note(row, 'dx', 'principal_missing', 'noted');
    }
  };

  /** Adds the codes of a cell behind those in use; the list of the row begins at `first`. How many are in use then. */
  function readCell(bytes: Uint8Array, from: number, to: number, { codes, used, first }: Room): number {
    let count = used;
    let p = from;
    for (;;) {
      const start = p;
      let a = 0;
      let b = 0;
      let c = 0;
      for (; p < to; p++) {
        const byte = bytes[p]!;
        if (kinds[byte] !== CODE) break;
        a = (a << 8) | (b >>> 24);
        b = (b << 8) | (c >>> 24);
        c = (c << 8) | byte;
      }
      if (p < to && kinds[bytes[p]!] === WIDE) return readWide(bytes.subarray(from, to), { codes, used, first });
      let code = 0;
      if (p - start > LONGEST_CODE) code = longer(bytes, start, p);
      else if (p > start) {
        code = table.find(a, b, c);
        if (code < 0) {
          code = meaning(bytes.subarray(start, p));
          table.add(a, b, c, code);
        }
      }
      if (code !== 0 || count === first) codes[count++] = code & ~HAD_CONTROLS;
      marks |= code;
      if (p >= to) return count;
      p++;
    }
  }

  function readWide(cell: Uint8Array, { codes, used, first }: Room): number {
    let count = used;
    for (const code of wide(cell)) {
      if (code !== 0 || count === first) codes[count++] = code & ~HAD_CONTROLS;
      marks |= code;
    }
    return count;
  }
}

type Room = { readonly codes: Uint32Array; readonly used: number; readonly first: number };

const CODE = 0;
const SEPARATOR = 1;
const WIDE = 2;

function kindsOfBytes(split: string): Uint8Array {
  const kinds = new Uint8Array(256).fill(WIDE, 128);
  // a table of codes knows the end of a text by its zeros
  kinds[0] = WIDE;
  for (const letter of split) if (letter < '\x80') kinds[letter.charCodeAt(0)] = SEPARATOR;
  return kinds;
}

function widened(codes: Uint32Array, least: number): Uint32Array {
  const wider = new Uint32Array(Math.max(codes.length * 2, least));
  wider.set(codes);
  return wider;
}

/** Lists of all blocks, laid end to end. */
export function gatheredLists(words: readonly string[]) {
  const pieces: { readonly at: number; readonly codes: Uint32Array; readonly lengths: Uint32Array }[] = [];
  let total = 0;
  return {
    keep({ codes, ends }: ListBlock, { rows, refused, anyRefused, at }: Kept): void {
      const lengths = new Uint32Array(rows);
      for (let row = 0; row < rows; row++) lengths[row] = ends[row]! - (row === 0 ? 0 : ends[row - 1]!);
      const all = codes.slice(0, rows === 0 ? 0 : ends[rows - 1]);
      const piece = anyRefused ? withoutRefused(all, lengths, refused) : { codes: all, lengths };
      total += piece.codes.length;
      pieces.push({ at, ...piece });
    },
    whole(count: number): CodeLists {
      const offsets = new Uint32Array(count + 1);
      const codes = new Uint32Array(total);
      let used = 0;
      let row = 0;
      for (const piece of pieces) {
        // files without the column leave empty lists behind
        while (row < piece.at) offsets[++row] = used;
        codes.set(piece.codes, used);
        for (const length of piece.lengths) {
          used += length;
          offsets[++row] = used;
        }
      }
      while (row < count) offsets[++row] = used;
      return { offsets, codes, words };
    },
  };
}

function withoutRefused(codes: Uint32Array, lengths: Uint32Array, refused: Uint8Array) {
  const keptCodes: number[] = [];
  let at = 0;
  lengths.forEach((length, row) => {
    if (refused[row] === 0) for (let i = at; i < at + length; i++) keptCodes.push(codes[i]!);
    at += length;
  });
  return { codes: Uint32Array.from(keptCodes), lengths: lengths.filter((_, row) => refused[row] === 0) };
}
