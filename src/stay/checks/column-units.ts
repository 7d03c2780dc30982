/**
 * A column of amounts in another unit than the totals of its file: the middle amount is below one yuan (ten-thousands read as yuan: 6 000 become
 * 0.60), or twenty times the middle total, of which it is a part (fen read as yuan: a hundred times). Asked only of a file whose totals look right:
 * one whose totals do not has said so. Nothing is converted; a column is noted once a file, at the first stay. The bounds are assumptions.
 */
import { yuanText } from '../../money.ts';
import type { NoteRow } from '../row-findings.ts';
import { type MoneyField, moneyFields, type StayTable } from '../stay-table.ts';

/** A column in which the middle amount that is not zero is smaller holds something else than yuan; fees to register may be as small. */
const LEAST_FEN = 1_00;
const small: ReadonlySet<MoneyField> = new Set(['registration', 'general_service', 'consultation']);
const MOST_OF_TOTAL = 20;
/** Fewer amounts may all be small ones. */
const LEAST_AMOUNTS = 20;
/** So many stays of a file tell the middle of it. */
const ASKED = 10_000;

export function checkColumnUnits(table: StayTable, note: NoteRow): void {
  const { total } = table.money;
  if (!total) return;
  for (const rows of rowsOfFiles(table)) {
    const [first] = rows;
    const whole = middle(total, rows);
    if (first === undefined || whole === undefined || whole < 100_00 || whole > 200_000_00) continue;
    for (const field of moneyFields) {
      const column = table.money[field];
      const part = column && field !== 'total' ? middle(column, rows) : undefined;
      if (part === undefined) continue;
      if ((part < LEAST_FEN && !small.has(field)) || part > MOST_OF_TOTAL * whole)
        note(first, field, 'unit_suspicious', 'noted', yuanText(part));
    }
  }
}

/** Rows of each file, evenly spread where there are many. */
function rowsOfFiles({ count, files, sourceFile }: StayTable): readonly (readonly number[])[] {
  const stays = new Uint32Array(files.length);
  for (let row = 0; row < count; row++) stays[sourceFile[row]!]!++;
  const met = new Uint32Array(files.length);
  const rows = files.map((): number[] => []);
  for (let row = 0; row < count; row++) {
    const file = sourceFile[row]!;
    const every = Math.ceil(stays[file]! / ASKED);
    if (met[file]!++ % every === 0) rows[file]!.push(row);
  }
  return rows;
}

/** Of the sizes of the amounts that are not zero; undefined when there are too few. */
function middle(column: Float64Array, rows: readonly number[]): number | undefined {
  const sizes = Float64Array.from(rows, row => Math.abs(column[row] || 0)).filter(size => size > 0);
  return sizes.length < LEAST_AMOUNTS ? undefined : sizes.sort()[sizes.length >> 1];
}
