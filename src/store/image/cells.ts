/**
 * A column as the bytes of its cells, some hundred rows at a time: first the serial types, because a record begins with all of them, then
 * the bodies, each at the place its row has reached. Loops run down one column, so nothing is made or looked up for a single cell.
 */
import type { ColumnSource, Numbers } from '../column-source.ts';
import { integerType, NULL_TYPE, putInteger, REAL_TYPE } from './integer.ts';
import { putText, roomFor, textLength, textType, wordPool } from './words.ts';

/** Rows that are written together. */
export const BATCH = 128;

export type Cells = {
  /** Serial types of rows from .. from + count - 1. */
  readonly types: (from: number, count: number, types: Uint32Array) => void;
  /** Writes the bodies of the rows whose types were asked last and moves their places on; a place below 0 is a row not written here. */
  readonly put: (bytes: Uint8Array, places: Int32Array, count: number, types: Uint32Array) => void;
};

/** `first` is the row number of row 0. */
export function cellsOf(source: ColumnSource, first: number): Cells {
  switch (source.kind) {
    case 'rowid':
      return integerCells((from, count, values) => {
        for (let i = 0; i < count; i++) values[i] = first + from + i;
      }, Number.NaN);
    case 'integer':
      return integerCells(sliceOf(source.values), source.missing);
    case 'real':
      return realCells(sliceOf(source.values));
    case 'word':
      return wordCells(sliceOf(source.codes), source.words);
    case 'text':
      return textCells(source.at);
    case 'same':
      return sameCells(source.value);
  }
}

/** The row number itself is not repeated inside the record. */
export const rowNumberCells: Cells = { types: (_, count, types) => types.fill(NULL_TYPE, 0, count), put: () => {} };

/** Brings rows of a column into one kind of array, so that the loops over it are compiled once. */
type Slice = (from: number, count: number, values: Float64Array) => void;

const sliceOf =
  (numbers: Numbers): Slice =>
  (from, count, values) =>
    values.set('subarray' in numbers ? numbers.subarray(from, from + count) : numbers.slice(from, from + count));

function integerCells(slice: Slice, missing: number): Cells {
  const values = new Float64Array(BATCH);
  return {
    types: (from, count, types) => {
      slice(from, count, values);
      for (let i = 0; i < count; i++) {
        const value = values[i]!;
        types[i] = value === missing || Number.isNaN(value) ? NULL_TYPE : integerType(value);
      }
    },
    put: (bytes, places, count, types) => {
      for (let i = 0; i < count; i++) {
        const at = places[i]!;
        if (at >= 0) places[i] = putInteger(bytes, at, values[i]!, types[i]!);
      }
    },
  };
}

function realCells(slice: Slice): Cells {
  const values = new Float64Array(BATCH);
  const view = new DataView(new ArrayBuffer(8));
  return {
    types: (from, count, types) => {
      slice(from, count, values);
      for (let i = 0; i < count; i++) types[i] = Number.isNaN(values[i]!) ? NULL_TYPE : REAL_TYPE;
    },
    put: (bytes, places, count, types) => {
      for (let i = 0; i < count; i++) {
        const at = places[i]!;
        if (at < 0 || types[i] === NULL_TYPE) continue;
        view.setFloat64(0, values[i]! + 0); // SQLite keeps no negative zero
        for (let byte = 0; byte < 8; byte++) bytes[at + byte] = view.getUint8(byte);
        places[i] = at + 8;
      }
    },
  };
}

function wordCells(slice: Slice, words: readonly (string | null)[]): Cells {
  const { types: wordTypes, starts, bytes: pool } = wordPool(words);
  const codes = new Float64Array(BATCH);
  return {
    types: (from, count, types) => {
      slice(from, count, codes);
      for (let i = 0; i < count; i++) types[i] = wordTypes[codes[i]!]!;
    },
    put: (bytes, places, count, types) => {
      for (let i = 0; i < count; i++) {
        const at = places[i]!;
        if (at < 0 || types[i] === NULL_TYPE) continue;
        const length = textLength(types[i]!);
        const from = starts[codes[i]!]!;
        for (let byte = 0; byte < length; byte++) bytes[at + byte] = pool[from + byte]!;
        places[i] = at + length;
      }
    },
  };
}

function textCells(textAt: (row: number) => string): Cells {
  const ends = new Uint32Array(BATCH);
  let texts = new Uint8Array(BATCH * 16);
  return {
    types: (from, count, types) => {
      let end = 0;
      for (let i = 0; i < count; i++) {
        const text = textAt(from + i);
        if (end + roomFor(text) > texts.length) texts = enlarged(texts, end + roomFor(text));
        const start = end;
        end = putText(texts, start, text);
        ends[i] = end;
        types[i] = textType(end - start);
      }
    },
    put: (bytes, places, count) => {
      for (let i = 0; i < count; i++) {
        const at = places[i]!;
        if (at < 0) continue;
        const start = i === 0 ? 0 : ends[i - 1]!;
        const length = ends[i]! - start;
        for (let byte = 0; byte < length; byte++) bytes[at + byte] = texts[start + byte]!;
        places[i] = at + length;
      }
    },
  };
}

function enlarged(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * needed);
  larger.set(bytes);
  return larger;
}

function sameCells(value: string | number | null): Cells {
  if (typeof value === 'number') return integerCells((_, count, values) => values.fill(value, 0, count), Number.NaN);
  return wordCells((_, count, codes) => codes.fill(0, 0, count), [value]);
}
