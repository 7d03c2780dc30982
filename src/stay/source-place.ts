/** From rows of files back to the stays they became: a stay's own row, one of its settlements, one of its papers. One scan for all that are asked for. */
import { NO_STAY } from './settlements.ts';
import type { StayTable } from './stay-table.ts';

export type SourcePlace = { readonly file: string; readonly row: number };

/** Undefined where the row was refused, or belongs to a visit that was wholly taken back. */
export function staysAt(table: StayTable, places: readonly SourcePlace[]): readonly (number | undefined)[] {
  const { files, sourceFile, sourceRow, settlements, papers } = table;
  const wanted = files.map(({ name }) => marked(places.filter(({ file }) => file === name).map(({ row }) => row)));
  const found = files.map(() => new Map<number, number>());
  const look = (file: number, row: number, stay: number): void => {
    if (wanted[file]?.[row] === 1 && !found[file]!.has(row)) found[file]!.set(row, stay);
  };
  for (let stay = 0; stay < table.count; stay++) look(sourceFile[stay]!, sourceRow[stay]!, stay);
  if (settlements) {
    for (let i = 0; i < settlements.count; i++) {
      const stay = settlements.stay[i]!;
      if (stay !== NO_STAY) look(settlements.sourceFile[i]!, settlements.sourceRow[i]!, stay);
    }
  }
  if (papers) {
    for (let row = 0; row < papers.stay.length; row++) {
      if (papers.stay[row] !== NO_STAY) look(papers.sourceFile[row]!, papers.sourceRow[row]!, papers.stay[row]!);
    }
  }
  // of two files of one name nobody knows which is meant: no stay is better than another one
  const numbers = new Map(files.flatMap(({ name }, i) => (files.some((other, at) => at !== i && other.name === name) ? [] : [[name, i]])));
  return places.map(({ file, row }) => found[numbers.get(file) ?? -1]?.get(row));
}

/** 1 at every row wanted: a look at it costs a tenth of one at a set, and every row of the load is looked at. */
function marked(rows: readonly number[]): Uint8Array {
  const marks = new Uint8Array(rows.reduce((most, row) => Math.max(most, row), 0) + 1);
  for (const row of rows) marks[row] = 1;
  return marks;
}
