/**
 * About how many bytes the pages of a table will take, from a few of its rows: room for all pages is made once, because making more copies all
 * that is there. A workspace of a million stays has a gigabyte of them; room that is never written on costs no memory.
 */
import { cellAt, type TableSource } from '../column-source.ts';
import { bodyLength, integerType } from './integer.ts';
import { PAGE } from './pages.ts';

/** Rows that are looked at, spread evenly. */
const LOOKED_AT = 256;
/** Bytes of a cell beside its record: lengths, row number, pointer. */
const CELL_EXTRA = 8;
/** What a row is short of fitting stays free on its page; pages above the leaves and rows unlike those looked at. */
const SPARE = 1.04;

export function expectedPages({ first, count, columns }: TableSource): number {
  if (count === 0) return 1;
  const looked = Math.min(count, LOOKED_AT);
  let bytes = 0;
  for (let i = 0; i < looked; i++) {
    const row = Math.floor((i * count) / looked);
    for (const column of Object.values(columns)) bytes += cellLength(cellAt(column, row, first));
  }
  const perRow = bytes / looked + CELL_EXTRA;
  return Math.ceil((count / Math.max(1, PAGE / perRow - 0.5)) * SPARE) + 1;
}

/** With its serial type. */
function cellLength(cell: ReturnType<typeof cellAt>): number {
  if (cell === null) return 1;
  if (typeof cell === 'number') return 1 + (Number.isInteger(cell) ? bodyLength[integerType(cell)]! : 8);
  const length = typeof cell === 'string' ? Buffer.byteLength(cell) : cell.length;
  return (length < 58 ? 1 : 2) + length;
}
