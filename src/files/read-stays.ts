/**
 * Sheets to one table of stays and its findings: every table is read into the same columns, the papers of one stay are joined, its settlements
 * netted, and what came out is checked.
 */
import type { Conversion } from '../stay/checks/convert-clinical.ts';
import type { Findings } from '../stay/finding.ts';
import { findingLog } from '../stay/finding-log.ts';
import { STAFF_DIGEST } from '../stay/staff-numbers.ts';
import type { Document, SourceFile, StayTable } from '../stay/stay-table.ts';
import { type StayRules, staysOfRows } from '../stay/stays-of-rows.ts';
import { partedLines } from '../stay/waiting-lines.ts';
import { chargeColumns } from './charge-columns.ts';
import type { Layout } from './layout.ts';
import { loadColumns, stayTable } from './load-columns.ts';
import { documentOf, type OpenOptions, type OpenTable, type OpenTables, openTables, type PassedOver } from './open-tables.ts';
import { plainText } from './plain-text.ts';
import { readCharges } from './read-charges.ts';
import { readTable, type TableRead, type Work } from './read-table.ts';
import { type RejectedRows, rejectedRows } from './rejected-rows.ts';
import type { Sheet } from './sheet.ts';
import { idPlaces, stayIds } from './stay-ids.ts';
import { type KnownStays, stayPlaces } from './stay-places.ts';

export type LoadOptions = OpenOptions &
  StayRules & {
    /** Keyed digest of a number of a patient, a visit or a settlement; without it no patient column is kept. */
    readonly keyOf?: ((text: string) => string) | undefined;
    /** Settlements and visits keep their digests, so that the load can be saved and corrected later. */
    readonly keys?: boolean | undefined;
    readonly keepStaffNames?: boolean | undefined;
    /** Numbers and names as the files have them stay with the stays. */
    readonly keepIdentifiers?: boolean | undefined;
    /** Stays of the workspace that the load is added to: item lines may be theirs. */
    readonly known?: KnownStays | undefined;
    /** Rows read so far, over all files, and the share of the bytes of all files that held them. */
    readonly onProgress?: ((rows: number, share: number) => void) | undefined;
  };

export type CallerIds = {
  /** Name of the id column of the first file that has one. */
  readonly header: string;
  /** The caller's id of a stay, from the bytes of its file; '' when there is none. */
  text(row: number): string;
};

export type Load = {
  /** One row a stay. */
  readonly table: StayTable;
  /** One row a row of a file: what a saved workspace keeps. The same as `table` where nothing was joined or netted. */
  readonly rows: StayTable;
  /** Of both. */
  readonly findings: Findings;
  /** Of the rows alone. */
  readonly rowFindings: Findings;
  /** Files whose codes were converted from the 国临版. */
  readonly conversions: readonly Conversion[];
  /** Of every table that was read; none of a workspace. */
  readonly layouts: readonly Layout[];
  readonly callerIds: CallerIds;
  /** Columns that were not read because they name a person. */
  readonly dropped: readonly string[];
  /** Columns that were not read because no column of the profile is called so. */
  readonly unused: readonly string[];
  /** The known column that an unused one is most likely meant to be. */
  readonly nearest: Readonly<Record<string, string>>;
  /** Sheets that hold no stays, and files given twice. */
  readonly passedOver: readonly PassedOver[];
  /** The refused rows as they stand in their files, read again. */
  rejected(): readonly RejectedRows[];
};

export function readStays(sheets: readonly Sheet[], options: LoadOptions): Load {
  const opened = openTables(sheets, options);
  const papers = new Set(opened.tables.map(documentOf));
  // papers of several kinds are joined by their numbers
  return loadOf(opened, workOf(options, options.keys === true || papers.size > 1), options);
}

function loadOf({ tables, passedOver }: OpenTables, work: Work, options: LoadOptions): Load {
  const { reads, rows } = readTables(tables, work, options);
  // a reversal is known by the number of the bill it takes back, and nearly no load has one: then it is read again, with its numbers
  if (!work.keys && reversalsIn(rows)) return loadOf({ tables, passedOver }, workOf(options, true), options);
  const rowFindings = copied(work.log.findings());
  const { table, from, conversions } = staysOfRows(rows, options, work.log);
  return {
    table,
    rows,
    findings: work.log.findings(),
    rowFindings,
    conversions,
    layouts: tables.map(({ layout }) => layout),
    callerIds: callerIds(reads, work, { rows, from }),
    dropped: [...new Set(tables.flatMap(({ layout }) => layout.dropped))],
    unused: [...new Set(tables.flatMap(({ layout }) => layout.unused))],
    nearest: Object.assign({}, ...tables.map(({ layout }) => layout.nearest)),
    passedOver,
    rejected: () => reads.flatMap(read => rejectedRows(read, rows)),
  };
}

function workOf({ keys: kept, keyOf, keepStaffNames, keepIdentifiers, sameDay }: LoadOptions, keys: boolean): Work {
  return {
    // rows to keep: a doctor is the same one in every load
    load: kept === true && keyOf ? loadColumns(name => STAFF_DIGEST + keyOf(name)) : loadColumns(),
    log: findingLog(),
    places: idPlaces(),
    keys,
    keyOf,
    keepStaffNames: keepStaffNames ?? false,
    keepIdentifiers: keepIdentifiers ?? false,
    sameDay: sameDay ?? 1,
    ...{ loaded: 0, read: 0 },
  };
}

const reversalsIn = ({ refunded, money: { total, fund } }: StayTable): boolean =>
  refunded?.includes(1) === true || (total ?? fund)?.some(fen => fen < 0) === true;

/** Stays first, then the item lines, which belong to them; files stand in the order they were given. */
function readTables(
  tables: readonly OpenTable[],
  work: Work,
  { onProgress, known }: LoadOptions,
): { readonly reads: readonly TableRead[]; readonly rows: StayTable } {
  const reads: TableRead[] = [];
  const ids = new Map<Document, ReturnType<typeof stayIds>>();
  const all = tables.reduce((sum, { sheet }) => sum + sheet.bytes.length, 0);
  let before = 0;
  const onPart = (rows: number, part: number, size: number): void => onProgress?.(rows, (before + part * size) / all);
  const areLines = (table: OpenTable): boolean => documentOf(table) === 'charges';

  for (const [index, table] of tables.entries()) {
    if (areLines(table)) continue;
    const document = documentOf(table);
    const seen = ids.get(document) ?? stayIds();
    ids.set(document, seen);
    // a text in UTF-16 was turned into UTF-8 and has another length than its file
    const size = table.sheet.bytes.length;
    reads[index] = readTable(table, work, { index, ids: seen, onPart: part => onPart(work.read, part, size) });
    before += size;
  }
  if (!tables.some(areLines)) return { reads, rows: rowsOf(reads) };

  const stays = rowsOf(reads);
  const lines = chargeColumns();
  const places = stayPlaces({ rows: stays, load: work.load, keyOf: work.keyOf, known });
  for (const [index, table] of tables.entries()) {
    if (!areLines(table)) continue;
    const size = table.sheet.bytes.length;
    const charges = { log: work.log, stays: places, lines };
    reads[index] = readCharges(table, charges, { index, onPart: (rows, part) => onPart(work.read + rows, part, size) });
    work.read += reads[index].file.read;
    before += size;
  }
  const named = places.named();
  const parted = partedLines(lines.lines(stays.count + named.settlementKey.codes.length), stays.count, named);
  return { reads, rows: { ...stays, files: reads.map(({ file }) => file), ...parted } };

  /** Files that were not read yet stand as empty ones. */
  function rowsOf(read: readonly TableRead[]): StayTable {
    return stayTable(
      work.load,
      work.loaded,
      tables.map((_, index) => read[index]?.file ?? unread),
    );
  }
}

const unread: SourceFile = { name: '', sha256: '', encoding: '', profile: '', read: 0, loaded: 0, refused: 0 };

/** The log goes on writing into its own lists. */
const copied = ({ list, counts, listedPerRule }: Findings): Findings => ({ list: [...list], counts: { ...counts }, listedPerRule });

type Rows = { readonly rows: StayTable; readonly from: Uint32Array | undefined };

function callerIds(reads: readonly TableRead[], { places, loaded }: Work, { rows, from: rowOf }: Rows): CallerIds {
  const { from, to } = places.whole(loaded);
  const withId = reads.find(({ table: { layout } }) => layout.columns.has('stay_id'))?.table.layout;
  return {
    header: withId?.header[withId.columns.get('stay_id') ?? -1] ?? 'id',
    text(stay) {
      const row = rowOf ? (rowOf[stay] ?? 0) : stay;
      const read = reads[rows.sourceFile[row] ?? 0];
      return read ? plainText(read.table.head.text.decode(read.bytes.subarray(from[row], to[row]))) : '';
    },
  };
}
