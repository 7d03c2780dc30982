/** The header once more between the rows, as every printed page has it: no stay, and nothing in it is a mistake. */
import { lastLevel, plain } from './column-names.ts';
import type { Block } from './csv-block.ts';

/** Whether at least two cells of a row, and half of those that have a name, are the names of their columns; of two levels the lower one. */
export function isHeaderAgain(
  { bytes, columns, starts, ends }: Block,
  row: number,
  { header, decode }: { readonly header: readonly string[]; decode(bytes: Uint8Array): string },
): boolean {
  let named = 0;
  let same = 0;
  for (let column = 0; column < columns; column++) {
    const name = header[column] ?? '';
    if (name === '') continue;
    named++;
    const cell = plain(decode(bytes.subarray(starts[row * columns + column], ends[row * columns + column])).trim());
    if (cell !== '' && (cell === plain(name) || cell === plain(lastLevel(name)))) same++;
  }
  return same >= 2 && same * 2 >= named;
}
