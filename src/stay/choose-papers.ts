/** The paper that each cell of a joined row is taken from. */
import { NO_ROW } from './gather-numbers.ts';
import { missingMark } from './gather-rows.ts';
import type { Paper, Papers } from './match-papers.ts';
import { isMedical } from './medical-columns.ts';
import type { Shared } from './shared-papers.ts';
import { moneyFields } from './stay-table.ts';
import type { NumberArray, TableColumn } from './table-columns.ts';

const medicalOrder: readonly Paper[] = ['list', 'stay', 'front_page', 'settlement'];
const moneyOrder: readonly Paper[] = ['settlement', 'list', 'stay', 'front_page'];

/** The first is believed, the others fill its gaps. */
export const orderOf = (column: string): readonly Paper[] => (isMedical(column) ? medicalOrder : moneyOrder);

/** The paper that says what was done, of every joined row: the first there is. */
export function medicalRows({ present, given, from }: Papers): Uint32Array {
  const rows = from.slice();
  const papers = medicalOrder.filter(paper => present.includes(paper)).map(paper => given[paper]);
  for (let i = 0; i < rows.length; i++) {
    for (const paper of papers) {
      if (paper[i] === NO_ROW) continue;
      rows[i] = paper[i]!;
      break;
    }
  }
  return rows;
}

/** Row of every joined row's cell in a column, NO_ROW or beyond the table where no paper has one. */
export type Choice = (name: string, column: TableColumn) => Uint32Array;

const amounts: ReadonlySet<string> = new Set([...moneyFields, 'insurer_payment']);

export function choiceOf({ present, given, from, serves }: Papers, { keeper }: Shared): Choice {
  const rowsOf = (rest: number) => (paper: Paper) => (keeper ? keptRows(given[paper], { keeper, from, serves, rest }) : given[paper]);
  const ofAmounts = new Map(present.map(paper => [paper, rowsOf(NO_ROW)(paper)]));
  // the days of its own bill say nothing where those of the whole stay are on another
  const ofDays = new Map(present.map(paper => [paper, rowsOf(NO_CELL)(paper)]));
  return (name, column) => {
    const chosen = new Uint32Array(from.length).fill(NO_ROW);
    for (const paper of orderOf(name)) {
      if (!present.includes(paper)) continue;
      const rows = name === 'days' ? ofDays.get(paper)! : amounts.has(name) ? ofAmounts.get(paper)! : given[paper];
      choose(chosen, rows, { column, missing: missingMark(name) });
    }
    return chosen;
  };
}

/** No row either, but one that no other paper may fill. */
const NO_CELL = NO_ROW - 1;

type Keeping = { readonly keeper: Uint32Array; readonly from: Uint32Array; readonly serves: Uint32Array; readonly rest: number };

/** The rows of a paper, with `rest` where a shared one belongs to another bill. */
const keptRows = (rows: Uint32Array, { keeper, from, serves, rest }: Keeping): Uint32Array =>
  rows.map((row, i) => (row !== NO_ROW && serves[row]! > 1 && keeper[row] !== from[i] ? rest : row));

function choose(
  chosen: Uint32Array,
  rows: Uint32Array,
  { column, missing }: { readonly column: TableColumn; readonly missing: number },
): void {
  if (column.kind === 'lists') chooseLists(chosen, rows, column.offsets);
  else if (column.kind === 'words') choose32(chosen, rows, column.codes, 0);
  else if (column.values instanceof Float64Array) choose64(chosen, rows, column.values);
  else chooseNumbers(chosen, rows, { values: column.values, missing });
}

/** Marks are compared as the bits they are. */
function chooseNumbers(
  chosen: Uint32Array,
  rows: Uint32Array,
  { values, missing }: { readonly values: NumberArray; readonly missing: number },
): void {
  const { buffer, byteOffset, length, BYTES_PER_ELEMENT } = values;
  if (BYTES_PER_ELEMENT === 4) choose32(chosen, rows, new Uint32Array(buffer, byteOffset, length), missing >>> 0);
  else if (BYTES_PER_ELEMENT === 2) choose16(chosen, rows, new Uint16Array(buffer, byteOffset, length), missing & 0xffff);
  else choose8(chosen, rows, new Uint8Array(buffer, byteOffset, length), missing);
}

// one loop for each width, as for gathering; a row beyond the table is a cell that must stay empty
function choose64(chosen: Uint32Array, rows: Uint32Array, values: Float64Array): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row === NO_ROW || chosen[i] !== NO_ROW) continue;
    if (row >= values.length || !Number.isNaN(values[row]!)) chosen[i] = row;
  }
}

function choose32(chosen: Uint32Array, rows: Uint32Array, values: Uint32Array, missing: number): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row === NO_ROW || chosen[i] !== NO_ROW) continue;
    if (row >= values.length || values[row] !== missing) chosen[i] = row;
  }
}

function choose16(chosen: Uint32Array, rows: Uint32Array, values: Uint16Array, missing: number): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row === NO_ROW || chosen[i] !== NO_ROW) continue;
    if (values[row] !== missing) chosen[i] = row;
  }
}

function choose8(chosen: Uint32Array, rows: Uint32Array, values: Uint8Array, missing: number): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row === NO_ROW || chosen[i] !== NO_ROW) continue;
    if (values[row] !== missing) chosen[i] = row;
  }
}

function chooseLists(chosen: Uint32Array, rows: Uint32Array, offsets: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row === NO_ROW || chosen[i] !== NO_ROW) continue;
    if (offsets[row + 1]! > offsets[row]!) chosen[i] = row;
  }
}
