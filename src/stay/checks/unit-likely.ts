/**
 * A column of totals in another unit than the file says: half of the stays of a file cost less than 100 yuan (ten-thousands of yuan read as yuan:
 * 8 000 become 0.80) or more than 200 000 (fen read as yuan: 8 000 become 800 000). Nothing is converted; the file is noted once, at its first stay.
 * The bounds are assumptions: the middle stay of a hospital costs some thousands to some ten thousands of yuan.
 */
import { yuanText } from '../../money.ts';
import type { NoteRow } from '../row-findings.ts';
import type { StayTable } from '../stay-table.ts';

const LEAST_FEN = 100_00;
const MOST_FEN = 200_000_00;
/** Fewer stays may all be small ones. */
const LEAST_STAYS = 20;
/** So many stays of a file tell the middle of it. */
const ASKED = 10_000;

export function checkUnit({ count, files, sourceFile, money: { total } }: StayTable, note: NoteRow): void {
  if (!total) return;
  const first = new Map<number, number>();
  const stays = new Uint32Array(files.length);
  for (let row = 0; row < count; row++) {
    const file = sourceFile[row]!;
    if (stays[file]!++ === 0) first.set(file, row);
  }
  const met = new Uint32Array(files.length);
  const asked = files.map(() => [] as number[]);
  for (let row = 0; row < count; row++) {
    const file = sourceFile[row]!;
    const every = Math.ceil(stays[file]! / ASKED);
    if (met[file]!++ % every === 0 && total[row]! > 0) asked[file]!.push(total[row]!);
  }
  for (const [file, row] of first) {
    const amounts = Float64Array.from(asked[file]!).sort();
    const middle = amounts[amounts.length >> 1] ?? 0;
    if (amounts.length >= LEAST_STAYS && (middle < LEAST_FEN || middle > MOST_FEN))
      note(row, 'total', 'unit_suspicious', 'noted', yuanText(middle));
  }
}
