/**
 * The file image of a database whose large tables are written straight from columns. It starts from a database SQLite made, with empty
 * tables in it: only their root pages change, new pages follow, and page 1 learns the new size. PRAGMA integrity_check is the proof.
 */
import type { TableSource } from '../column-source.ts';
import { expectedPages } from './expected-size.ts';
import { PAGE, pageStore, put32 } from './pages.ts';
import { type Left, writeTable } from './table-tree.ts';
import { pagesOfRecords, type RecordSource, writeRecords } from './write-records.ts';

/** Where page 1 says its page size and how many pages there are. */
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;

export type Written = { readonly image: Uint8Array; readonly left: readonly Left[] };

/** `roots` names the root page of every table; the tables written have no rows in `base`. */
export function writeImage(
  base: Uint8Array,
  roots: ReadonlyMap<string, number>,
  sources: readonly TableSource[],
  records: readonly RecordSource[] = [],
): Written {
  const size = base[PAGE_SIZE_AT]! * 256 + base[PAGE_SIZE_AT + 1]!;
  if (size !== PAGE) throw new Error(`a database with pages of ${size} bytes cannot be written on`);
  const expected = [...sources.map(expectedPages), ...records.map(({ rows }) => pagesOfRecords(rows))];
  const store = pageStore(
    base,
    expected.reduce((sum, pages) => sum + pages, 0),
  );
  const rootOf = (table: string): number => {
    const root = roots.get(table);
    if (root === undefined) throw new Error(`no table ${table}`);
    return root;
  };
  const tables = [...new Set(sources.map(({ table }) => table))];
  const left = tables.flatMap(table => {
    return writeTable(
      sources.filter(source => source.table === table),
      rootOf(table),
      store,
    );
  });
  for (const { table, rows } of records) writeRecords(rows, rootOf(table), store);
  const image = store.image();
  put32(image, PAGE_COUNT_AT, store.count());
  return { image, left };
}
