/**
 * Where the first row of every id stands, so that a row that comes again can be held against it: the same settlement in two exports is harmless,
 * the same number with other contents is not. Rows are read again only then, from the text as the file has it.
 */
import type { OwnColumn } from '../stay/own-layout.ts';
import { fenOfText } from './amount.ts';
import { shownName } from './column-names.ts';
import { type Records, recordsOf, scanFrom } from './csv-block.ts';
import { dayOfText } from './day-number.ts';
import { kindOf } from './fields.ts';
import type { OpenTable } from './open-tables.ts';
import { halfWidth, plainText } from './plain-text.ts';

export function firstRows() {
  let places = new Uint32Array(1 << 10);
  let ids = 0;
  const tables: { readonly since: number; readonly table: OpenTable }[] = [];
  const readers = new Map<OpenTable, RowReader>();

  return {
    /** The first row of the next id: where the text of its first cell begins, and its record number. */
    first(table: OpenTable, at: number, record: number): void {
      if (tables.at(-1)?.table !== table) tables.push({ since: ids, table });
      if (ids * 2 === places.length) places = wider(places);
      places[ids * 2] = at;
      places[ids++ * 2 + 1] = record;
    },
    /** `a.csv:12 总费用`, the place of the first row of an id and the columns that are other there; undefined: it is the same. */
    otherThan(id: number, table: OpenTable, at: number): string | undefined {
      const of = tables.findLast(({ since }) => since <= id)!.table;
      const record = places[id * 2 + 1]!;
      const before = readerOf(of)(places[id * 2]!);
      const now = readerOf(table)(at);
      const names = [...new Set([...before.keys(), ...now.keys()])].filter(name => (before.get(name) ?? '') !== (now.get(name) ?? ''));
      if (names.length === 0) return undefined;
      return `${of.sheet.name}:${record} ${names.slice(0, MOST_NAMES).map(shownName).join(' ')}`;
    },
  };

  function readerOf(table: OpenTable): RowReader {
    const reader = readers.get(table) ?? rowReader(table);
    readers.set(table, reader);
    return reader;
  }
}

const MOST_NAMES = 3;

/** What the read columns of a row say, by their names: amounts in fen, dates as days. */
type RowReader = (at: number) => ReadonlyMap<string, string>;

function rowReader({ head, layout }: OpenTable): RowReader {
  const { bytes, decode } = head.text;
  const { header, columns, more, lists, units } = layout;
  const records: Records = recordsOf(bytes, { ...scanFrom(bytes, head.end, head.record, head.separator), width: header.length }, decode);
  const read = new Map<number, OwnColumn>([
    ...lists.dx.map(at => [at, 'dx'] as const),
    ...lists.px.map(at => [at, 'px'] as const),
    ...[...more].flatMap(([field, places]) => places.map(at => [at, field] as const)),
    ...[...columns].map(([field, at]) => [at, field] as const),
  ]);
  const compared = [...read].filter(([at]) => at !== columns.get('stay_id') && !(more.get('stay_id') ?? []).includes(at));
  return at => {
    records.scan.at = bytes[at - 1] === QUOTE ? at - 1 : at;
    const cells = records.next() ?? [];
    return new Map(compared.map(([column, field]) => [header[column] ?? '', meant(cells[column] ?? '', field)]));
  };

  function meant(cell: string, field: OwnColumn): string {
    const text = halfWidth(plainText(cell)).trim();
    if (text === '') return '';
    const { kind } = kindOf(field);
    if (kind === 'date') return String(dayOfText(text) || text);
    if (kind === 'money' || kind === 'sum') return String(fenOfText(text, units.get(field) ?? 'yuan'));
    return text;
  }
}

const QUOTE = 34;

function wider(places: Uint32Array): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(places.length * 2);
  all.set(places);
  return all;
}
