/** Reads the tables of one version into a catalogue, or says which table and line cannot be read. */
import { type AdrgKind, type AdrgRow, adrgKinds, type Catalogue, type Complications, type DrgRow, type Mdc } from './catalogue.ts';
import { CatalogueError } from './catalogue-error.ts';
import type { Condition } from './condition.ts';
import { type ListBook, readLists } from './lists.ts';
import { ConditionError, parseCondition } from './parse-condition.ts';
import { readTable, readTableIfAny, type Tables } from './table.ts';

export type CatalogueSource = { readonly id: string; readonly title?: string; readonly tables: Tables };

export function readCatalogue({ id, title = id, tables }: CatalogueSource): Catalogue {
  const book = readLists(tables);
  const mdcs = readMdcs(tables, book);
  const rows = readAdrgRows(tables, book, mdcs);
  const drgs = readDrgRows(tables, book);
  checkSameMdc(rows, drgs, mdcs);
  const notGrouped = readTableIfAny(tables, 'not_grouped.tsv', ['kind', 'code']);
  const ofKind = (kind: string) => notGrouped.filter(row => row.kind === kind).map(row => row.code);
  return {
    id,
    title,
    lists: book.lists,
    mdcs,
    rows,
    drgs,
    complications: readComplications(tables),
    exclusions: readExclusions(tables),
    notGrouped: { dx: ofKind('dx'), px: ofKind('px') },
  };
}

function readMdcs(tables: Tables, book: ListBook): Mdc[] {
  const table = 'mdc.tsv';
  const rows = some(readTable(tables, table, ['order', 'mdc', 'name', 'entry']), table);
  const order = new Map(rows.map(row => [row, wholeNumber(row.order, table, row.line)]));
  once(rows, table, row => row.mdc);
  return rows
    .toSorted((a, b) => order.get(a)! - order.get(b)!)
    .map(({ mdc, name, entry, line }) => ({
      mdc,
      name,
      entry: condition(entry, { book, owner: mdc, table, line }),
      entryText: entry,
      line,
    }));
}

function readAdrgRows(tables: Tables, book: ListBook, mdcs: readonly Mdc[]): AdrgRow[] {
  const table = 'adrg.tsv';
  const rows = some(readTable(tables, table, ['mdc', 'seq', 'adrg', 'branch', 'scope', 'active', 'kind', 'condition', 'name']), table);
  once(rows, table, row => `${row.mdc} ${row.seq}`);
  const places = new Map(mdcs.map((each, place) => [each.mdc, place]));
  const read = rows.map(row => {
    const { line } = row;
    const mdc = places.get(row.mdc);
    if (mdc === undefined) throw new CatalogueError(table, line, `unknown MDC "${row.mdc}"`);
    if (row.scope !== 'inside' && row.scope !== 'outside') throw new CatalogueError(table, line, `unknown scope "${row.scope}"`);
    if (row.active !== '0' && row.active !== '1') throw new CatalogueError(table, line, `active is "${row.active}", not 1 or 0`);
    if (!isAdrgKind(row.kind)) throw new CatalogueError(table, line, `unknown kind "${row.kind}"`);
    const adrg: AdrgRow = {
      mdc,
      adrg: row.adrg,
      branch: wholeNumber(row.branch, table, line),
      scope: row.scope,
      active: row.active === '1',
      kind: row.kind,
      condition: condition(row.condition, { book, owner: row.adrg, table, line }),
      conditionText: row.condition,
      name: row.name,
      line,
    };
    return { adrg, seq: wholeNumber(row.seq, table, line) };
  });
  return read.toSorted((a, b) => a.adrg.mdc - b.adrg.mdc || a.seq - b.seq).map(({ adrg }) => adrg);
}

function readDrgRows(tables: Tables, book: ListBook): DrgRow[] {
  const table = 'drg.tsv';
  const rows = readTable(tables, table, ['mdc', 'adrg', 'seq', 'drg', 'condition', 'name']);
  once(rows, table, row => `${row.adrg} ${row.seq}`);
  const read = rows.map(({ mdc, adrg, seq, drg, condition: text, name, line }) => {
    const rule = condition(text, { book, owner: adrg, table, line });
    return { drg: { mdc, adrg, drg, condition: rule, conditionText: text, name, line }, seq: wholeNumber(seq, table, line) };
  });
  const first = new Map<string, number>();
  for (const [place, { drg }] of read.entries()) if (!first.has(drg.adrg)) first.set(drg.adrg, place);
  return read.toSorted((a, b) => first.get(a.drg.adrg)! - first.get(b.drg.adrg)! || a.seq - b.seq).map(({ drg }) => drg);
}

/** The DRGs of an ADRG belong to the MDC its rows stand in: the result names that MDC. */
function checkSameMdc(rows: readonly AdrgRow[], drgs: readonly DrgRow[], mdcs: readonly Mdc[]): void {
  const mdcOf = new Map(rows.map(row => [row.adrg, mdcs[row.mdc]!.mdc]));
  for (const { adrg, mdc, line } of drgs) {
    const expected = mdcOf.get(adrg);
    if (expected === undefined) throw new CatalogueError('drg.tsv', line, `unknown ADRG "${adrg}"`);
    if (expected !== mdc) throw new CatalogueError('drg.tsv', line, `${adrg} belongs to ${expected}, not ${mdc}`);
  }
}

function readComplications(tables: Tables): Complications {
  const table = 'complications.tsv';
  const mcc = new Map<string, string>();
  const cc = new Map<string, string>();
  for (const { code, level, exclusion_group, line } of readTable(tables, table, ['code', 'level', 'exclusion_group'])) {
    if (level !== 'MCC' && level !== 'CC') throw new CatalogueError(table, line, `unknown level "${level}"`);
    const codes = level === 'MCC' ? mcc : cc;
    if (codes.has(code)) throw new CatalogueError(table, line, `"${code}" is ${level} twice`);
    codes.set(code, exclusion_group);
  }
  return { mcc, cc };
}

function readExclusions(tables: Tables): Map<string, string> {
  const rows = readTable(tables, 'exclusions.tsv', ['code', 'exclusion_group']);
  once(rows, 'exclusions.tsv', row => row.code);
  return new Map(rows.map(row => [row.code, row.exclusion_group]));
}

type Place = { readonly book: ListBook; readonly owner: string; readonly table: string; readonly line: number };

function condition(text: string, { book, owner, table, line }: Place): Condition {
  try {
    return parseCondition(text, book.under(owner));
  } catch (error) {
    if (error instanceof ConditionError) throw new CatalogueError(table, line, `${error.message} (in "${text}")`);
    throw error;
  }
}

function some<Row>(rows: readonly Row[], table: string): readonly Row[] {
  if (rows.length === 0) throw new CatalogueError(table, 0, 'the table has no rows');
  return rows;
}

function once<Row extends { readonly line: number }>(rows: readonly Row[], table: string, key: (row: Row) => string): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(key(row))) throw new CatalogueError(table, row.line, `"${key(row)}" stands twice`);
    seen.add(key(row));
  }
}

function wholeNumber(text: string, table: string, line: number): number {
  if (!/^\d+$/.test(text)) throw new CatalogueError(table, line, `"${text}" is not a whole number`);
  return Number(text);
}

const isAdrgKind = (kind: string): kind is AdrgKind => (adrgKinds as readonly string[]).includes(kind);
