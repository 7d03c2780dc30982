/**
 * Where an id is a patient's and may repeat, only a row that is repeated as a whole stands there twice. Rows are compared only where their id
 * came before: in a list of a million stays most ids come once, and remembering every whole row would be the file once more.
 */
import { idSet, NEW_ID } from './id-set.ts';

export type RowText = { readonly bytes: Uint8Array; readonly from: number; readonly to: number };

export function rowsAgain() {
  const rows = idSet();
  // of the first row of every id: where it lies in its text, and the texts with the number of the first id found in each
  let places = new Uint32Array(1 << 10);
  let ids = 0;
  const texts: { readonly since: number; readonly bytes: Uint8Array }[] = [];

  return {
    /** The first row of the next id. */
    first({ bytes, from, to }: RowText): void {
      if (texts.at(-1)?.bytes !== bytes) texts.push({ since: ids, bytes });
      if (ids * 2 === places.length) places = wider(places);
      places.set([from, to], ids++ * 2);
    },
    /** A further row of an id. */
    isNew(id: number, { bytes, from, to }: RowText): boolean {
      const [start = 0, end = 0] = places.subarray(id * 2, id * 2 + 2);
      // once the first row is among the others it is not looked for again
      if (end > 0) rows(texts.findLast(({ since }) => since <= id)!.bytes, start, end);
      places[id * 2 + 1] = 0;
      return rows(bytes, from, to) === NEW_ID;
    },
  };
}

function wider(places: Uint32Array): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(places.length * 2);
  all.set(places);
  return all;
}
