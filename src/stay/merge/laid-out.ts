/** The rows that stand, laid end to end in one table. Months follow each other in long runs, which are copied as they are. */
import type { StayTable } from '../stay-table.ts';
import { type FlatTable, stayTableOf, type TableColumn, type TableColumns } from '../table-columns.ts';
import { lineRange } from './cells.ts';
import { NOWHERE, type Standing } from './latest.ts';
import type { UnifiedColumn, UnifiedTables } from './unified.ts';

export function laidOut(tables: UnifiedTables, standing: Standing): StayTable {
  const { order } = standing;
  const runs = runsOf(order.length, position => {
    const paper = order[position]!;
    const row = standing.row[paper]!;
    return { table: standing.table[paper]!, from: row, to: row + 1 };
  });
  return stayTableOf({
    count: order.length,
    columns: columnsOf(tables.columns, runs, order.length),
    files: tables.files,
    lines: tables.lines && linesOf(tables.lines, standing),
    waiting: tables.lines && standing.waiting.length > 0 ? waitingOf(tables, standing) : undefined,
  });
}

/** Rows of one table that follow each other. */
type Run = { readonly table: number; readonly from: number; to: number };

function runsOf(count: number, at: (position: number) => Run): readonly Run[] {
  const runs: Run[] = [];
  for (let position = 0; position < count; position++) {
    const next = at(position);
    const last = runs.at(-1);
    if (last && last.table === next.table && last.to === next.from) last.to = next.to;
    else if (next.from < next.to) runs.push({ ...next });
  }
  return runs;
}

const columnsOf = (columns: readonly UnifiedColumn[], runs: readonly Run[], count: number): TableColumns =>
  new Map(columns.map(column => [column.name, columnOf(column, runs, count)] as const));

function columnOf(column: UnifiedColumn, runs: readonly Run[], count: number): TableColumn {
  switch (column.kind) {
    case 'numbers':
      return numbersOf(column, runs, count);
    case 'words':
      return wordsOf(column, runs, count);
    case 'lists':
      return listsOf(column, runs, count);
  }
}

function numbersOf(
  { parts, missing, make }: UnifiedColumn & { readonly kind: 'numbers' },
  runs: readonly Run[],
  count: number,
): TableColumn {
  const values = make(count);
  let at = 0;
  for (const { table, from, to } of runs) {
    const part = parts[table];
    if (part) values.set(part.subarray(from, to), at);
    else values.fill(missing, at, at + to - from);
    at += to - from;
  }
  return { kind: 'numbers', values };
}

function wordsOf({ parts, words }: UnifiedColumn & { readonly kind: 'words' }, runs: readonly Run[], count: number): TableColumn {
  const codes = new Uint32Array(count);
  let at = 0;
  for (const { table, from, to } of runs) {
    const part = parts[table];
    if (part) for (let row = from; row < to; row++) codes[at + row - from] = part.translate[part.codes[row]!]!;
    at += to - from;
  }
  return { kind: 'words', codes, words };
}

function listsOf({ parts, words }: UnifiedColumn & { readonly kind: 'lists' }, runs: readonly Run[], count: number): TableColumn {
  const offsets = new Uint32Array(count + 1);
  const length = runs.reduce(
    (sum, { table, from, to }) => sum + (parts[table] ? parts[table].offsets[to]! - parts[table].offsets[from]! : 0),
    0,
  );
  const codes = new Uint32Array(length);
  let at = 0;
  let used = 0;
  for (const { table, from, to } of runs) {
    const part = parts[table];
    const start = part ? part.offsets[from]! : 0;
    if (part) for (let i = start; i < part.offsets[to]!; i++) codes[used + i - start] = part.translate[part.codes[i]!]!;
    for (let row = from; row < to; row++) offsets[at + row - from + 1] = used + (part ? part.offsets[row + 1]! - start : 0);
    used = offsets[at + to - from]!;
    at += to - from;
  }
  return { kind: 'lists', offsets, codes, words };
}

function linesOf(lines: NonNullable<UnifiedTables['lines']>, { order, lineTable, lineRow }: Standing) {
  const rangeAt = (position: number): Run => {
    const paper = order[position]!;
    const table = lineTable[paper]!;
    return table === NOWHERE ? { table, from: 0, to: 0 } : { table, ...lineRange(lines, { table, row: lineRow[paper]! }) };
  };
  const runs = runsOf(order.length, rangeAt);
  const count = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const stay = new Uint32Array(count);
  let at = 0;
  for (let position = 0; position < order.length; position++) {
    const { from, to } = rangeAt(position);
    stay.fill(position, at, at + to - from);
    at += to - from;
  }
  const columns = new Map(columnsOf(lines.columns, runs, count));
  return { count, columns: columns.set('stay', { kind: 'numbers', values: stay }) };
}

/** Lines whose stay is in no load in force, with the numbers that name it. */
function waitingOf({ counts, lines, named }: UnifiedTables, { waiting }: Standing): NonNullable<FlatTable['waiting']> {
  const runs = waiting.map(place => ({ table: place.table, ...lineRange(lines!, place) }));
  const count = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const stay = new Uint32Array(count);
  let at = 0;
  for (const [place, { from, to }] of runs.entries()) {
    stay.fill(place, at, at + to - from);
    at += to - from;
  }
  const columns = new Map(columnsOf(lines!.columns, runs, count)).set('stay', { kind: 'numbers', values: stay });
  const nameOf = (name: string) =>
    wordColumn(
      waiting.map(({ table, row }) => {
        const own = named[table]!;
        const column = own.as.get(name);
        return column?.kind === 'words' ? column.words[column.codes[row - counts[table]!]!]! : '';
      }),
    );
  return {
    lines: { count, columns },
    named: new Map([
      ['settlement_key', nameOf('settlement_key')],
      ['visit_id', nameOf('visit_id')],
    ]),
  };
}

function wordColumn(texts: readonly string[]): TableColumn {
  const words = [...new Set(['', ...texts])];
  const numberOf = new Map(words.map((word, i) => [word, i]));
  return { kind: 'words', codes: Uint32Array.from(texts, text => numberOf.get(text)!), words };
}
