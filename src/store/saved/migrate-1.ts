/**
 * A workspace of format 1, which kept its stays as tables only, as if it had been saved today with one load. The file itself is not touched;
 * the next save writes the present format. Its rows had no settlement numbers: they are told apart by patient and dates.
 */

import type { Finding, FindingRule, Findings } from '../../stay/finding.ts';
import { chargeCategories, moneyFields, otherFunds, type SourceFile, wordFields } from '../../stay/stay-table.ts';
import { type FlatTable, rowShapes, stayTableOf, type TableColumn } from '../../stay/table-columns.ts';
import { type ChainedEntry, withEntry } from '../change-log.ts';
import { type Cell, Misfit, rowsAt } from '../image/read-image.ts';
import type { OpenedImage } from './opened-image.ts';
import type { Saved } from './saved.ts';
import { storedLoad } from './stored-load.ts';

type Rows = (table: string) => readonly (readonly Cell[])[];

export function migrated({ image, roots }: OpenedImage): Saved {
  const rows: Rows = table => Array.from(rowsAt(image, roots.get(table)!), ({ cells }) => cells);
  const log: readonly ChainedEntry[] = rows('change_log').map(([, ...cells]) => {
    const [at, what, details, previous, hash] = cells.map(String) as [string, string, string, string, string];
    return { at, what, details, previous, hash };
  });
  const at = log[0]?.at ?? '';
  const load = storedLoad({ load: 1, at, findings: findingsOf(rows), table: stayTableOf(flatOf(rows)) });
  const details = JSON.stringify({ load: 1, format: 1, load_sha256: load.sha256 });
  return { rules: {}, loads: [load], closed: [], log: withEntry(log, { at, what: 'migrate', details }), changes: [] };
}

/** Columns of the table `stay` of format 1 behind its row number. */
const columns = [
  ...['stay_id', 'visit_id', 'patient_key', 'hospital', 'hospital_level', 'insurance', 'patient_category', 'visit_type', 'place', 'sex'],
  ...['age', 'age_days', 'birth_weight_g', 'admitted', 'discharged', 'days', 'discharge_way', 'department', 'doctor', 'day_surgery'],
  ...['icu_hours', 'vent_hours', 'readmit_planned', 'principal_dx', 'main_px'],
  ...['total', ...chargeCategories, 'own_pay', 'over_limit', 'pre_selfpay', 'in_scope', 'deductible', 'fund', ...otherFunds],
  ...['account', 'cash', 'hospital_part', 'settled', 'refunded', 'source_file', 'source_row'],
];

const always = new Set(['sex', 'age', 'age_days', 'birth_weight_g', 'days', 'source_file', 'source_row']);
const dates = new Set(['admitted', 'discharged', 'settled']);
const kept = [
  'patient_key',
  ...wordFields,
  ...always,
  ...dates,
  'day_surgery',
  'icu_hours',
  'vent_hours',
  'readmit_planned',
  'refunded',
  ...moneyFields,
];

function flatOf(rows: Rows): FlatTable {
  const stays = rows('stay');
  const own = kept.flatMap((name): readonly (readonly [string, TableColumn])[] => {
    const place = columns.indexOf(name) + 1;
    const isGiven = always.has(name) || stays.some(cells => cells[place] !== null);
    return isGiven ? [[name, columnOf(name, stays, place)]] : [];
  });
  const lists = (['dx', 'px'] as const).map(name => [name, listOf(rows(name === 'dx' ? 'diagnosis' : 'procedure'), stays.length)] as const);
  return { count: stays.length, columns: new Map([...own, ...lists]), files: filesOf(rows), lines: undefined };
}

function columnOf(name: string, stays: readonly (readonly Cell[])[], place: number): TableColumn {
  const shape = rowShapes[name]!;
  if (shape.kind !== 'numbers') return wordsOf(stays.map(cells => String(cells[place] ?? '')));
  const values = shape.make(stays.length);
  for (const [row, cells] of stays.entries()) values[row] = numberOf(name, cells[place] ?? null, shape.missing);
  return { kind: 'numbers', values };
}

function numberOf(name: string, cell: Cell, missing: number): number {
  if (cell === null) return missing;
  if (dates.has(name)) return dayOf(cell);
  return name === 'source_file' ? Number(cell) - 1 : Number(cell);
}

function dayOf(cell: Cell): number {
  const day = Date.parse(`${String(cell)}T00:00:00Z`) / 86_400_000;
  if (!Number.isInteger(day)) throw new Misfit('a date');
  return day;
}

function wordsOf(texts: readonly string[]): TableColumn {
  const words = [...new Set(['', ...texts])];
  const numberOfWord = new Map(words.map((word, i) => [word, i]));
  return { kind: 'words', codes: Uint32Array.from(texts, text => numberOfWord.get(text)!), words };
}

/** Rows are stay, position and code, in order. */
function listOf(rows: readonly (readonly Cell[])[], count: number): TableColumn {
  const words = [...new Set(rows.map(([, , , code]) => String(code)))];
  const numberOfWord = new Map(words.map((word, i) => [word, i]));
  const offsets = new Uint32Array(count + 1);
  for (const [, stay] of rows) offsets[Number(stay)]!++;
  for (let row = 0; row < count; row++) offsets[row + 1]! += offsets[row]!;
  return { kind: 'lists', offsets, codes: Uint32Array.from(rows, ([, , , code]) => numberOfWord.get(String(code))!), words };
}

const filesOf = (rows: Rows): readonly SourceFile[] =>
  rows('source_file').map(([, name, sha256, encoding, profile, read, loaded, refused]) => ({
    ...{ name: String(name), sha256: String(sha256), encoding: String(encoding), profile: String(profile) },
    ...{ read: Number(read), loaded: Number(loaded), refused: Number(refused) },
  }));

function findingsOf(rows: Rows): Findings {
  const list = rows('finding').map(
    ([, file, row, column, value, rule, effect]): Finding => ({
      ...{ file: String(file), row: Number(row), column: String(column), value: String(value) },
      ...{ rule: String(rule) as FindingRule, effect: effect === 'refused' ? 'refused' : 'noted' },
    }),
  );
  const counts = Object.fromEntries(rows('finding_count').map(([rule, count]) => [String(rule), Number(count)]));
  return { list, counts, listedPerRule: 1000 };
}
