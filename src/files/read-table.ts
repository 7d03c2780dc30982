/**
 * The rows of one table into the columns of the load. A bad row never stops a file: it is refused or noted, and counted; rows read are
 * always rows loaded plus rows refused. Rows are read a block at a time, column by column, without a string for a cell.
 */
import { checkAmounts } from '../stay/amounts-agree.ts';
import type { FindingLog } from '../stay/finding-log.ts';
import { checkLength, type Note } from '../stay/stay-length.ts';
import type { SourceFile } from '../stay/stay-table.ts';
import { type BlockFindings, blockFindings, type RefusedRow } from './block-findings.ts';
import { type Block, newBlock, nextBlock, scanFrom } from './csv-block.ts';
import { type FileColumns, fileColumns } from './file-columns.ts';
import type { Kept } from './gathered.ts';
import { type LoadColumns, numbersOf } from './load-columns.ts';
import { refuseMasked } from './masked-cells.ts';
import { refuseNoStays } from './no-stay.ts';
import type { OpenTable } from './open-tables.ts';
import { readingOf } from './reading.ts';
import type { IdCheck, IdProblem, idPlaces } from './stay-ids.ts';

/** What the tables of one load share. */
export type Work = {
  readonly load: LoadColumns;
  readonly log: FindingLog;
  readonly places: ReturnType<typeof idPlaces>;
  readonly sameDay: 0 | 1;
  readonly keys: boolean;
  readonly keyOf: ((text: string) => string) | undefined;
  readonly keepStaffNames: boolean;
  readonly keepIdentifiers: boolean;
  loaded: number;
  read: number;
};

export type TableRead = {
  readonly table: OpenTable;
  readonly file: SourceFile;
  /** The text as it lies in memory after quotes were undone; ids are read back from it. */
  readonly bytes: Uint8Array;
  readonly refused: readonly RefusedRow[];
};

export type Place = {
  /** Index of the file among those of the load. */
  readonly index: number;
  /** Ids of papers of the same kind: one that comes again is a row that comes again. */
  readonly ids: (check: IdCheck, problem: IdProblem) => void;
  /** Told after every block: the part of this text that was read. */
  onPart(part: number): void;
};

export function readTable(table: OpenTable, work: Work, { index, ids, onPart }: Place): TableRead {
  const { sheet, head, layout } = table;
  const { text } = head;
  const block = newBlock(text.bytes, head.names.length);
  const scan = scanFrom(text.bytes, head.end, head.record, head.separator);
  const columns = fileColumns({ ...work, layout, rows: block.capacity, decode: text.decode });
  const findings = blockFindings({ file: sheet.name, block, layout, log: work.log, decode: text.decode });
  const readBefore = work.read;
  const loadedBefore = work.loaded;
  for (let more = true; more; ) {
    const misfits = findings.misfits();
    more = nextBlock(block, scan, findings.misfit);
    work.read += block.rows + findings.misfits() - misfits;
    readBlock({ block, columns, findings, table, ids }, index, work);
    onPart(more ? scan.at / scan.size : 1);
  }
  const read = work.read - readBefore;
  const loaded = work.loaded - loadedBefore;
  const file: SourceFile = {
    name: sheet.name,
    sha256: sheet.sha256,
    encoding: sheet.encoding ?? text.encoding,
    profile: layout.profile.id,
    ...{ read, loaded, refused: read - loaded },
    reading: readingOf(table),
  };
  return { table, file, bytes: block.bytes, refused: findings.refusedRows() };
}

type Reading = {
  readonly block: Block;
  readonly columns: FileColumns;
  readonly findings: BlockFindings;
  readonly table: OpenTable;
  readonly ids: Place['ids'];
};

function readBlock({ block, columns, findings, table, ids }: Reading, index: number, work: Work): void {
  const { layout, head } = table;
  const { rows } = block;
  const { note, refused } = findings;
  refused.fill(0);
  const withoutDiagnosis: number[] = [];
  const noteRow: Note = (row, field, rule, effect) => {
    if (rule === 'principal_missing') withoutDiagnosis.push(row);
    note(row, field, rule, effect);
  };
  for (const column of columns.columns) column.read(block, noteRow);
  refuseMasked(block, layout, findings);
  refuseNoStays({ block, findings, layout, decode: head.text.decode, withoutDiagnosis, refunded: columns.numbers.get('refunded') });
  // a row with an unreadable amount is refused for that; its sums say nothing more
  const noteKept: Note = (row, ...finding) => refused[row] === 0 && note(row, ...finding);
  const days = checkDays(columns, { rows, sameDay: work.sameDay, note: noteKept });
  checkAmounts(columns.money, rows, noteKept);
  const idColumn = layout.columns.get('stay_id');
  if (idColumn !== undefined) {
    const repeats = layout.profile.columns.stay_id?.repeats ?? false;
    const more = layout.more.get('stay_id') ?? [];
    const { decode } = head.text;
    const check = { block, of: table, column: idColumn, more, repeats, refused, decode, reversal: reversals(columns, rows) };
    ids(check, (row, rule, shown) => {
      if (shown === undefined) note(row, 'stay_id', rule, 'refused');
      else findings.refuseShown(row, { column: idColumn, rule, shown });
    });
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

/** Rows that take a settlement back carry its number again, or that of the bill they take back. */
function reversals({ numbers, money }: FileColumns, rows: number): (row: number) => boolean {
  const refunded = numbers.get('refunded');
  const total = money.total ?? money.fund;
  if (!refunded && !total) return () => false;
  return row => row < rows && (refunded?.[row] === 1 || (total?.[row] ?? 0) < 0);
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
