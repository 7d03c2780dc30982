/**
 * The whole road of a load under files that are nearly right: whatever bytes come, the load ends in stays or in a mistake that is told, every
 * row of every file is loaded or refused with a reason, every yuan of a row that counts is in the sum of the stays, and what was read can be
 * written down and read again.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { codeListsOf, loadOfSaved } from '../../src/app/load-stays.ts';
import { addLoad } from '../../src/app/saved-loads.ts';
import { UserError } from '../../src/errors.ts';
import { openSheets } from '../../src/files/formats/open-sheets.ts';
import { type Load, readStays } from '../../src/files/read-stays.ts';
import { profilesIn } from '../../src/files/shipped-profiles.ts';
import { findingsCsv } from '../../src/report/findings-csv.ts';
import { loadReport, loadReportJson } from '../../src/report/load-report.ts';
import { rejectsCsv } from '../../src/report/rejects-csv.ts';
import type { FindingRule } from '../../src/stay/finding.ts';
import { NO_STAY } from '../../src/stay/settlements.ts';
import type { StayTable } from '../../src/stay/stay-table.ts';
import { flatTable } from '../../src/stay/table-columns.ts';
import { storedLoad, tableOfLoad } from '../../src/store/saved/stored-load.ts';

const installation = { root: process.cwd(), snapshots: undefined };
const profiles = profilesIn('data/profiles');
const codeLists = codeListsOf(installation);
const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A run that takes longer hangs, for whoever waits. */
export const MOST_MS = 5_000;

export type Told = 'stays' | 'nothing' | 'refused';

/** @throws when a promise is broken. */
export async function drive(files: readonly Uint8Array[]): Promise<Told> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'casemix-road-'));
  const told = await driven(files, folder).finally(() => rmSync(folder, { recursive: true, force: true }));
  const took = performance.now() - began;
  must(took <= MOST_MS, () => `it took ${Math.round(took)} ms`);
  return told;
}

async function driven(files: readonly Uint8Array[], folder: string): Promise<Told> {
  const paths = files.map((_, i) => join(folder, `${i}.dat`));
  for (const [i, path] of paths.entries()) writeFileSync(path, files[i]!);
  const load = await loaded(paths);
  if (!load) return 'refused';
  promises(load);
  linesAreRows(load, files);
  return load.table.count > 0 ? 'stays' : 'nothing';
}

async function loaded(paths: readonly string[]): Promise<Load | undefined> {
  try {
    return readStays(await openSheets(paths), { profiles, codeLists, keys: true, keyOf });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function promises(load: Load): void {
  rowsAddUp(load);
  refusedHaveReasons(load);
  settlementsHaveAll(load);
  moneyAddsUp(load);
  everythingIsSaid(load);
  canBeSaved(load);
}

function must(holds: boolean, what: () => string): void {
  if (!holds) throw new Error(what());
}

function rowsAddUp({ rows, table }: Load): void {
  for (const { name, read, loaded: kept, refused } of rows.files) {
    must(read === kept + refused && refused >= 0 && kept >= 0, () => `${name}: read ${read}, loaded ${kept}, refused ${refused}`);
  }
  const isCharges = rows.files.map(({ reading }) => reading?.document === 'charges');
  const keptOf = (wanted: boolean) => rows.files.reduce((sum, file, i) => sum + (isCharges[i] === wanted ? file.loaded : 0), 0);
  must(rows.count === keptOf(false), () => `${rows.count} rows of ${keptOf(false)} loaded ones`);
  must((rows.charges?.count ?? 0) === keptOf(true), () => `${rows.charges?.count} item lines of ${keptOf(true)}`);
  must(table.files === rows.files || table.files.length === rows.files.length, () => 'files were lost');
  const perFile = new Array<number>(rows.files.length).fill(0);
  for (const file of rows.sourceFile) perFile[file]!++;
  for (const [i, count] of perFile.entries()) must(isCharges[i]! || count === rows.files[i]!.loaded, () => `file ${i}: ${count} rows`);
}

/**
 * Counted without a reader of CSV: in a text without quotes every line behind the header that is not blank is a row; in any text a line with as
 * many separators as the header is one, and no quote that was left open may swallow it.
 */
function linesAreRows({ rows }: Load, files: readonly Uint8Array[]): void {
  const bytesOf = new Map(files.map(bytes => [createHash('sha256').update(bytes).digest('hex'), bytes]));
  for (const { name, sha256, encoding, read, reading } of rows.files) {
    const bytes = bytesOf.get(sha256);
    if (!bytes || reading?.format !== 'text' || isPacked(bytes) || (encoding.toLowerCase().startsWith('utf-16') && bytes.length % 2 === 1))
      continue;
    const text = iconv.decode(Buffer.from(bytes), encoding.toLowerCase(), { stripBOM: true });
    const lines = text.split(text.includes('\n') ? /\r?\n/ : '\r');
    const below = lines.slice(reading.headerRow);
    const width = lines[reading.headerRow - 1]?.split(reading.separator).length ?? 0;
    if (text.includes('"')) {
      if (lines.slice(0, reading.headerRow).some(line => line.includes('"'))) continue;
      const full = below.filter(
        line => !line.includes('"') && line.split(reading.separator).length === width && !isBlank(line, reading.separator),
      );
      must(read >= full.length, () => `${name}: ${full.length} lines that are rows, ${read} read`);
    } else {
      // a line of nothing but a carriage return, as endings written twice leave them, may count or not
      const filled = below.filter(line => line !== '' && !(isBlank(line, reading.separator) && line.length === width - 1));
      const least = filled.filter(line => line.replaceAll('\r', '') !== '').length;
      must(read >= least && read <= filled.length, () => `${name}: ${least} to ${filled.length} lines, ${read} read`);
    }
  }
}

const isPacked = (bytes: Uint8Array): boolean => (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
const isBlank = (line: string, separator: string): boolean => line.split(separator).every(cell => cell === '');

function refusedHaveReasons({ rows, rejected, rowFindings }: Load): void {
  const lists = rejected();
  const told = lists.reduce((sum, { rows: list }) => sum + list.length, 0);
  const refused = rows.files.reduce((sum, file) => sum + file.refused, 0);
  must(told === refused, () => `${refused} rows refused, ${told} in the list of them`);
  const reasons = new Map<FindingRule, number>();
  for (const { rows: list } of lists) {
    list.forEach(({ record, reasons: own }, i) => {
      must(own.length > 0, () => `record ${record} was refused for nothing`);
      must(i === 0 || record > list[i - 1]!.record, () => `record ${record} does not follow ${list[i - 1]!.record}`);
      for (const rule of own) reasons.set(rule, (reasons.get(rule) ?? 0) + 1);
    });
  }
  for (const [rule, count] of reasons) {
    must((rowFindings.counts[rule] ?? 0) >= count, () => `${count} rows refused for ${rule}, ${rowFindings.counts[rule]} counted`);
  }
}

/** Every row is one settlement, of one stay or of none; every stay has one. */
function settlementsHaveAll({ table }: Load): void {
  const { settlements } = table;
  if (!settlements) return;
  const seen = new Set<string>();
  const has = new Uint8Array(table.count);
  for (let i = 0; i < settlements.count; i++) {
    seen.add(`${settlements.sourceFile[i]} ${settlements.sourceRow[i]}`);
    const stay = settlements.stay[i]!;
    must(stay === NO_STAY || stay < table.count, () => `settlement ${i} of stay ${stay}`);
    if (stay !== NO_STAY) has[stay] = 1;
  }
  must(seen.size === settlements.count, () => `${settlements.count} settlements, ${seen.size} rows`);
  must(
    has.every(one => one === 1),
    () => 'a stay has no settlement',
  );
}

const sum = (values: Float64Array | undefined, wanted: (row: number) => boolean = () => true): number =>
  (values ?? new Float64Array()).reduce((total, value, row) => (Number.isNaN(value) || !wanted(row) ? total : total + value), 0);

function moneyAddsUp({ rows, table }: Load): void {
  const { settlements } = table;
  if (settlements) {
    const counted = sum(settlements.total, row => settlements.stay[row] !== NO_STAY && settlements.refunded[row] === 0);
    must(sum(table.money.total) === counted, () => `the stays have ${sum(table.money.total)}, their bills ${counted}`);
  }
  const documents = new Set(rows.files.map(({ reading }) => reading?.document));
  documents.delete('charges');
  if (documents.size > 1) return;
  if (!settlements) {
    must(
      sum(table.money.total) === sum(rows.money.total),
      () => `the stays have ${sum(table.money.total)}, the rows ${sum(rows.money.total)}`,
    );
    must(table.count === rows.count, () => `${table.count} stays of ${rows.count} rows without a settlement`);
    return;
  }
  must(settlements.count === rows.count, () => `${settlements.count} settlements of ${rows.count} rows`);
  must(sum(settlements.total) === sum(rows.money.total), () => 'the settlements have other money than the rows');
}

function everythingIsSaid(load: Load): void {
  for (let stay = 0; stay < load.table.count; stay++) load.callerIds.text(stay);
  for (const language of ['zh', 'en'] as const) clean(loadReport(load, { language, mapping: true }), '\n');
  JSON.stringify(loadReportJson(load));
  clean([...findingsCsv(load.findings, { bom: false })].join(''), '\r\n');
  clean([...rejectsCsv(load.rejected(), { bom: false, keepIdentifiers: false })].join(''), '\r\n');
}

/** No control character but the ends of lines. */
function clean(text: string, ends: string): void {
  const rest = ends === '\n' ? text.replaceAll('\n', '') : text.replaceAll('\r\n', '');
  const odd = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.exec(rest);
  must(odd === null, () => `a control character is said: ${JSON.stringify(rest.slice(Math.max(0, odd!.index - 20), odd!.index + 5))}`);
}

/** As bytes and back, and the stays made of what came back. */
function canBeSaved(load: Load): void {
  const { rows, rowFindings, table, findings } = load;
  if (rows.count === 0) return;
  const again = tableOfLoad(storedLoad({ load: 1, at: '2025-01-01T00:00:00Z', findings: rowFindings, table: rows }));
  same(again, rows, 'rows');
  const { saved } = addLoad(undefined, { table: rows, findings: rowFindings }, { at: '2025-01-01T00:00:00Z' });
  const reopened = loadOfSaved(installation, saved);
  same(reopened.table, table, 'stays');
  must(JSON.stringify(reopened.findings.counts) === JSON.stringify(findings.counts), () => 'other findings after saving');
}

function same(found: StayTable, wanted: StayTable, what: string): void {
  const [one, other] = [flatTable(found), flatTable(wanted)];
  must(one.count === other.count, () => `${one.count} ${what}, not ${other.count}`);
  const names = [...new Set([...one.columns.keys(), ...other.columns.keys()])];
  const text = (column: unknown): string =>
    JSON.stringify(column, (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Uint8Array, String) : value));
  for (const name of names) {
    must(text(one.columns.get(name)) === text(other.columns.get(name)), () => `another ${name} of ${what} after saving`);
  }
  must(text(one.lines) === text(other.lines), () => `other item lines of ${what} after saving`);
}
