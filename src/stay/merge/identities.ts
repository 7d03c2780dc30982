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
  const { of: slots, count: slotCount } = slotsOf(tables);
  const first = new Int32Array(slotCount).fill(NONE);
  const metIn = new Int32Array(slotCount).fill(NONE);
  const times = new Uint32Array(slotCount);
  /** Papers beyond the first of a slot, by slot and how often it was met before in the table. */
  const further = new Map<string, number>();
  let count = 0;
  const of = slots.map((own, table) =>
    own.map(slot => {
      if (slot === NONE) return count++;
      const before = metIn[slot] === table ? times[slot]! : 0;
      metIn[slot] = table;
      times[slot] = before + 1;
      if (before === 0) {
        if (first[slot] === NONE) first[slot] = count++;
        return first[slot]!;
      }
      const key = `${slot} ${before}`;
      const known = further.get(key) ?? count++;
      further.set(key, known);
      return known;
    }),
  );
  return { count, of };
}

const NONE = -1;

/** Rows of all tables with the same key have the same number here; NONE where there is no key. */
function slotsOf(tables: UnifiedTables): Identities {
  const keyOf = keysOf(tables);
  const settlements = tables.columns.find(({ name }) => name === 'settlement_key');
  const numbered = settlements?.kind === 'words' ? settlements.words.length * 2 * documents.length : 0;
  const others = new Map<string, number>();
  const slotOf = (key: string | number | undefined): number => {
    if (typeof key !== 'string') return key ?? NONE;
    const slot = others.get(key) ?? numbered + others.size;
    others.set(key, slot);
    return slot;
  };
  const of = tables.counts.map((rows, table) => {
    const slots = new Int32Array(rows);
    for (let row = 0; row < rows; row++) slots[row] = slotOf(keyOf(table, row));
    return slots;
  });
  return { count: numbered + others.size, of };
}

/** Rows of a table that nothing tells apart from other rows: loaded twice, they count twice. */
export function rowsWithoutIdentity(tables: UnifiedTables, table: number): number {
  const keys = keysOf(tables);
  let without = 0;
  for (let row = 0; row < tables.counts[table]!; row++) if (keys(table, row) === undefined) without++;
  return without;
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
