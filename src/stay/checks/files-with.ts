/** Which files of a load have a column: one that a layout lacks is not a missing value in each of its rows. */
import type { OwnColumn } from '../own-layout.ts';
import type { StayTable } from '../stay-table.ts';

/** By file, 1 where its layout reads the column or one of its rows has a value: a row joined from several papers has what any of them has. */
export function filesWith({ files, sourceFile, count }: StayTable, field: OwnColumn, isGiven: (row: number) => boolean): Uint8Array {
  const has = Uint8Array.from(files, ({ reading }) => (reading?.columns.some(column => column.field === field) ? 1 : 0));
  let lacking = has.reduce((n, mark) => n + 1 - mark, 0);
  for (let row = 0; row < count && lacking > 0; row++) {
    const file = sourceFile[row]!;
    if (has[file] !== 0 || !isGiven(row)) continue;
    has[file] = 1;
    lacking--;
  }
  return has;
}
