/**
 * Bytes of files to one table of stays and its findings. A bad row never stops a file: it is refused or noted, and counted; rows read are
 * always rows loaded plus rows refused. Rows are read a block at a time, column by column, without a string for a cell.
 */
import { checkAmounts } from '../stay/amounts-agree.ts';
import type { Findings } from '../stay/finding.ts';
import { type FindingLog, findingLog } from '../stay/finding-log.ts';
import { checkLength, type Note } from '../stay/stay-length.ts';
import type { SourceFile, StayTable } from '../stay/stay-table.ts';
import { type BlockFindings, blockFindings } from './block-findings.ts';
import { type Block, newBlock, nextBlock, scanFrom } from './csv-block.ts';
import { readEncoding } from './encoding.ts';
import { type FileColumns, fileColumns } from './file-columns.ts';
import type { Kept } from './gathered.ts';
import { headerRow } from './header-row.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type LoadColumns, loadColumns, numbersOf, stayTable } from './load-columns.ts';
import { refuseNoStays } from './no-stay.ts';
import { plainText } from './plain-text.ts';
import type { Profile } from './profile.ts';
import type { SourceBytes } from './source.ts';
import { idPlaces, stayIds } from './stay-ids.ts';

export type LoadOptions = {
  readonly profiles: readonly Profile[];
  /** Id of the profile to use whatever the header says. */
  readonly profile?: string | undefined;
  readonly encoding?: string | undefined;
  /** Days of a stay that ends on the day it began. */
  readonly sameDay?: 0 | 1 | undefined;
  /** Keyed digest of a patient's number; without it no patient column is kept. */
  readonly keyOf?: ((text: string) => string) | undefined;
  readonly keepStaffNames?: boolean | undefined;
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
  readonly table: StayTable;
  readonly findings: Findings;
  readonly callerIds: CallerIds;
  /** Columns that were not read because they name a person. */
  readonly dropped: readonly string[];
  /** Columns that were not read because no column of the profile is called so. */
  readonly unused: readonly string[];
  /** The known column that an unused one is most likely meant to be. */
  readonly nearest: Readonly<Record<string, string>>;
};

export function readStays(sources: readonly SourceBytes[], options: LoadOptions): Load {
  const work: Work = { load: loadColumns(), log: findingLog(), ids: stayIds(), places: idPlaces(), options, loaded: 0, read: 0 };
  const bytes = { all: sources.reduce((sum, source) => sum + source.bytes.length, 0), before: 0 };
  const files = sources.map((source, index) => {
    const file = readFile(source, { index, bytes }, work);
    bytes.before += source.bytes.length;
    return file;
  });
  const table = stayTable(
    work.load,
    work.loaded,
    files.map(({ file }) => file),
  );
  return {
    table,
    findings: work.log.findings(),
    callerIds: callerIds(files, work, table),
    dropped: [...new Set(files.flatMap(({ layout }) => layout.dropped))],
    unused: [...new Set(files.flatMap(({ layout }) => layout.unused))],
    nearest: Object.assign({}, ...files.map(({ layout }) => layout.nearest)),
  };
}

type Work = {
  readonly load: LoadColumns;
  readonly log: FindingLog;
  readonly ids: ReturnType<typeof stayIds>;
  readonly places: ReturnType<typeof idPlaces>;
  readonly options: LoadOptions;
  loaded: number;
  read: number;
};

type FileRead = { readonly file: SourceFile; readonly layout: Layout; readonly bytes: Uint8Array; decode(bytes: Uint8Array): string };

/** Where a file stands among those of the load; `before` are the bytes of the files that were read. */
type Standing = { readonly index: number; readonly bytes: { readonly all: number; readonly before: number } };

function readFile(source: SourceBytes, { index, bytes }: Standing, work: Work): FileRead {
  const { options, load } = work;
  const text = readEncoding(source, options.encoding ?? encodingOfForced(options));
  const head = headerRow(text);
  const layout = layoutOf(head.names, { ...options, at: source.name });
  const block = newBlock(text.bytes, head.names.length);
  const scan = scanFrom(text.bytes, head.end, head.record);
  const columns = fileColumns({ ...options, layout, rows: block.capacity, load, decode: text.decode });
  const findings = blockFindings({ file: source.name, block, layout, log: work.log, decode: text.decode });
  const readBefore = work.read;
  const loadedBefore = work.loaded;
  for (let more = true; more; ) {
    const misfits = findings.misfits();
    more = nextBlock(block, scan, findings.misfit);
    work.read += block.rows + findings.misfits() - misfits;
    readBlock({ block, columns, findings, layout, decode: text.decode }, index, work);
    // a text in UTF-16 was turned into UTF-8 and has another length than its file
    const part = more ? scan.at / scan.size : 1;
    options.onProgress?.(work.read, (bytes.before + part * source.bytes.length) / bytes.all);
  }
  const read = work.read - readBefore;
  const loaded = work.loaded - loadedBefore;
  const file = {
    name: source.name,
    sha256: source.sha256,
    encoding: text.encoding,
    profile: layout.profile.id,
    read,
    loaded,
    refused: read - loaded,
  };
  return { file, layout, bytes: block.bytes, decode: text.decode };
}

/** A profile that the person names also says what its files are usually written in. */
function encodingOfForced({ profile, profiles }: LoadOptions): string | undefined {
  return profile === undefined ? undefined : profiles.find(({ id }) => id === profile)?.encoding;
}

type Reading = {
  readonly block: Block;
  readonly columns: FileColumns;
  readonly findings: BlockFindings;
  readonly layout: Layout;
  decode(bytes: Uint8Array): string;
};

function readBlock({ block, columns, findings, layout, decode }: Reading, index: number, work: Work): void {
  const { rows } = block;
  const { note, refused } = findings;
  refused.fill(0);
  const withoutDiagnosis: number[] = [];
  const noteRow: Note = (row, field, rule, effect) => {
    if (rule === 'principal_missing') withoutDiagnosis.push(row);
    note(row, field, rule, effect);
  };
  for (const column of columns.columns) column.read(block, noteRow);
  refuseNoStays({ block, findings, layout, decode, withoutDiagnosis, refunded: columns.numbers.get('refunded') });
  // a row with an unreadable amount is refused for that; its sums say nothing more
  const noteKept: Note = (row, ...finding) => refused[row] === 0 && note(row, ...finding);
  const days = checkDays(columns, { rows, sameDay: work.options.sameDay ?? 1, note: noteKept });
  checkAmounts(columns.money, rows, noteKept);
  const idColumn = layout.columns.get('stay_id');
  if (idColumn !== undefined) {
    const repeats = layout.profile.columns.stay_id?.repeats ?? false;
    work.ids({ block, column: idColumn, repeats, refused }, (row, rule) => note(row, 'stay_id', rule, 'refused'));
  }
  findings.flush();

  const lost = refused.subarray(0, rows).reduce((count, mark) => count + mark, 0);
  const kept: Kept = { rows, refused, anyRefused: lost > 0, at: work.loaded };
  for (const column of columns.columns) column.keep(kept);
  if (days) numbersOf(work.load, 'days').keep(days, kept);
  if (idColumn !== undefined) work.places.keep(block, idColumn, kept);
  work.load.sourceFile.keep(new Uint32Array(rows).fill(index), kept);
  work.load.sourceRow.keep(block.records, kept);
  work.loaded += rows - lost;
}

/** The days worked out for a file that has no such column. */
function checkDays({ numbers }: FileColumns, check: Parameters<typeof checkLength>[1]): Int32Array | undefined {
  const admitted = numbers.get('admitted');
  const discharged = numbers.get('discharged');
  if (!admitted || !discharged) return undefined;
  const given = numbers.get('days');
  const days = given ?? new Int32Array(check.rows).fill(-1);
  checkLength({ admitted, discharged, days }, check);
  return given ? undefined : days;
}

function callerIds(files: readonly FileRead[], { places, loaded }: Work, { sourceFile }: StayTable): CallerIds {
  const { from, to } = places.whole(loaded);
  const withId = files.find(({ layout }) => layout.columns.has('stay_id'));
  const column = withId?.layout.columns.get('stay_id');
  return {
    header: withId?.layout.header[column ?? -1] ?? 'id',
    text(row) {
      const file = files[sourceFile[row] ?? 0];
      return file ? plainText(file.decode(file.bytes.subarray(from[row], to[row]))) : '';
    },
  };
}
