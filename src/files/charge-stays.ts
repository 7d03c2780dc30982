/** The stay that an item line belongs to: by the number of its settlement, else by that of its visit. Each number is looked up once. */
import type { Block } from './csv-block.ts';
import type { Layout } from './layout.ts';
import { halfWidth, isCutOff, isMissing, numberOf, plainText } from './plain-text.ts';
import { wordTable } from './word-table.ts';

export type StayPlaces = {
  /** Row of the stay with that settlement number or visit number; undefined when it is not in the load. Parts of a number have `\0` between them. */
  rowOf(id: string, by: IdField): number | undefined;
};
export type IdField = 'stay_id' | 'visit_id';

/** No stay: the cell is empty, no stay has the number, or a spreadsheet has cut the number off. */
export type NoStay = 'empty' | 'unknown' | 'scientific';

type Source = { readonly layout: Layout; decode(bytes: Uint8Array): string; readonly stays: StayPlaces };

/** Fills `values` with rows of stays; a line without one is told with the column that should have led to it. */
export function stayReader({ layout, decode, stays }: Source) {
  const ways = (['stay_id', 'visit_id'] as const).flatMap(field => {
    const column = layout.columns.get(field);
    return column === undefined ? [] : [wayBy(field, [column, ...(layout.more.get(field) ?? [])])];
  });

  return (block: Block, values: Uint32Array, without: (row: number, field: IdField, why: NoStay) => void): void => {
    for (let row = 0; row < block.rows; row++) {
      let found = EMPTY;
      let asked: IdField = ways[0]?.field ?? 'stay_id';
      for (const { field, at } of ways) {
        const number = at(block, row);
        // the first number that stands there is the one to blame
        if (number >= FIRST || found === EMPTY) {
          found = number;
          asked = field;
        }
        if (number >= FIRST) break;
      }
      values[row] = found - FIRST;
      if (found < FIRST) without(row, asked, found === EMPTY ? 'empty' : found === UNKNOWN ? 'unknown' : 'scientific');
    }
  };

  function wayBy(field: IdField, parts: readonly number[]) {
    const numbers = wordTable(cell => meaningOf(decode(cell), field));
    const [column = 0] = parts;
    if (parts.length === 1) {
      const at = ({ bytes, columns, starts, ends }: Block, row: number): number =>
        numbers(bytes, starts[row * columns + column]!, ends[row * columns + column]!);
      return { field, at };
    }
    const known = new Map<string, number>();
    const at = (block: Block, row: number): number => {
      const id = parts.map(part => partOf(block, row, part)).join('\0');
      const number = known.get(id) ?? meaningOf(id, field);
      known.set(id, number);
      return number;
    };
    return { field, at };
  }

  function partOf({ bytes, columns, starts, ends }: Block, row: number, part: number): string {
    return plainText(decode(bytes.subarray(starts[row * columns + part], ends[row * columns + part])));
  }

  function meaningOf(text: string, field: IdField): number {
    const id = text.includes('\0') ? text : plainText(text);
    if (isMissing(halfWidth(id)) || /^\0+$/.test(id)) return EMPTY;
    if (id.split('\0').some(part => isCutOff(numberOf(part)))) return SCIENTIFIC;
    const row = stays.rowOf(id, field);
    return row === undefined ? UNKNOWN : row + FIRST;
  }
}

const EMPTY = 0;
const UNKNOWN = 1;
const SCIENTIFIC = 2;
const FIRST = 3;
