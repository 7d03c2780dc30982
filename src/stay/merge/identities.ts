/**
 * Which rows are the same paper, over all tables: the same kind of document with the same settlement number; a reversal (a negative total)
 * is another paper than the bill it takes back. Without a settlement number, the same kind of document of the same visit or patient over the
 * same days. The second row of a table that looks the same is the second paper. A row with none of these is a paper of its own.
 */
import { documents, NO_DATE } from '../stay-table.ts';
import { numberAt, wordAt } from './cells.ts';
import type { UnifiedColumn, UnifiedTables } from './unified.ts';

export type Identities = {
  readonly count: number;
  /** By table and row. */
  readonly of: readonly Int32Array[];
};

export function identified(tables: UnifiedTables): Identities {
  const { counts } = tables;
  const known = papers(tables);
  let count = 0;
  const of = counts.map((rows, table) => {
    const numbers = new Int32Array(rows);
    const paperOf = known(table);
    for (let row = 0; row < rows; row++) {
      const paper = paperOf(row);
      if (paper.known === undefined) paper.keep(count++);
      numbers[row] = paper.known ?? count - 1;
    }
    return numbers;
  });
  return { count, of };
}

/** Rows of a table that nothing tells apart from other rows: loaded twice, they count twice. */
export function rowsWithoutIdentity(tables: UnifiedTables, table: number): number {
  const keys = keysOf(tables);
  let without = 0;
  for (let row = 0; row < tables.counts[table]!; row++) if (keys(table, row) === undefined) without++;
  return without;
}

type Paper = { readonly known: number | undefined; keep(number: number): void };

/** Papers by their key and by how often the key was met in the table at hand. */
function papers(tables: UnifiedTables) {
  const keyOf = keysOf(tables);
  const numbers = new Map<string | number, number[]>();
  return (table: number) => {
    const met = new Map<string | number, number>();
    return (row: number): Paper => {
      const key = keyOf(table, row);
      if (key === undefined) return { known: undefined, keep: () => {} };
      const before = met.get(key) ?? 0;
      met.set(key, before + 1);
      const own = numbers.get(key);
      return {
        known: own?.[before],
        keep: number => (own ? void own.push(number) : void numbers.set(key, [number])),
      };
    };
  };
}

function keysOf({ columns, documents: documentOf }: UnifiedTables) {
  const column = <K extends UnifiedColumn['kind']>(name: string, kind: K) =>
    columns.find((one): one is UnifiedColumn & { readonly kind: K } => one.name === name && one.kind === kind);
  const settlement = column('settlement_key', 'words');
  const visit = column('visit_id', 'words');
  const patient = column('patient_key', 'words');
  const file = column('source_file', 'numbers')!;
  const total = column('total', 'numbers');
  const admitted = column('admitted', 'numbers');
  const discharged = column('discharged', 'numbers');
  return (table: number, row: number): string | number | undefined => {
    const place = { table, row };
    const kind = 2 * documentOf[numberAt(file, place)]! + (total && numberAt(total, place) < 0 ? 1 : 0);
    const number = settlement ? wordAt(settlement, place) : 0;
    if (number !== 0) return number * 2 * documents.length + kind;
    const who = [visit, patient].map(words => (words ? wordAt(words, place) : 0));
    const [from, to] = [admitted, discharged].map(days => (days ? numberAt(days, place) : NO_DATE));
    if (who.every(word => word === 0) || from === NO_DATE || to === NO_DATE) return undefined;
    return `${kind} ${who.join(' ')} ${from} ${to}`;
  };
}
