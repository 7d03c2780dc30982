/**
 * Rows of files to stays: the papers of one stay joined, its settlements netted, codes of the 国临版 converted where that was asked for or is
 * plain, and what came out checked. Shared by a load from files and a saved workspace.
 */
import { checkStays } from './checks/check-stays.ts';
import type { CodeFacts } from './checks/code-facts.ts';
import type { CodeMaps, Conversion } from './checks/convert-clinical.ts';
import { insuranceCodes } from './checks/insurance-codes.ts';
import type { FindingLog } from './finding-log.ts';
import { joinDocuments } from './join-documents.ts';
import { netSettlements } from './net-settlements.ts';
import { rowFindings } from './row-findings.ts';
import { NO_STAY } from './settlements.ts';
import { numberedStaff } from './staff-numbers.ts';
import type { StayTable } from './stay-table.ts';

/** Each is opened when it is needed. */
export type CodeLists = { facts(): CodeFacts; maps(): CodeMaps };

export type StayRules = {
  /** Days of a stay that ends on the day it began. */
  readonly sameDay?: 0 | 1 | undefined;
  /** Without them codes are neither checked nor converted, nor anything else that a whole stay is asked for. */
  readonly codeLists?: CodeLists | undefined;
  /** What the person says the codes are; undefined leaves it to the evidence in the codes of each file. */
  readonly codes?: 'clinical' | 'insurance' | undefined;
};

export type Stays = {
  readonly table: StayTable;
  /** The row that each stay mainly comes from. */
  readonly from: Uint32Array | undefined;
  /** Files whose codes were converted. */
  readonly conversions: readonly Conversion[];
};

export function staysOfRows(rows: StayTable, { sameDay = 1, codeLists, codes }: StayRules, log: FindingLog): Stays {
  const numbered = numberedStaff(rows);
  const joined = joinDocuments(numbered, rowFindings(rows, log));
  if (joined.rowOf && joined.table.count === rows.count) noteApart(rows, log);
  const netted = netSettlements(joined.table, { sameDay }, rowFindings(joined.table, log));
  const from = joined.table === numbered && netted.table === joined.table ? undefined : through(netted.from, joined.from);
  const { medical, rowOf } = joined;
  const stays = rowOf ? { ...netted.table, papers: papersOf(rows, rowOf, netted.table) } : netted.table;
  const places = medical && { rows, rowOf: (stay: number) => medical[netted.from[stay] ?? 0] ?? 0 };
  if (!codeLists || stays.count === 0) return { table: stays, from, conversions: [] };
  const facts = codeLists.facts();
  const { table, conversions } = insuranceCodes(stays, { facts, maps: codeLists.maps, codes }, rowFindings(stays, log, places));
  checkStays(table, facts, rowFindings(table, log, places));
  return { table, from, conversions };
}

/** Papers that belong together and find each other by nothing: each stays a stay of its own, and every total may be double. */
function noteApart(rows: StayTable, log: FindingLog): void {
  const note = rowFindings(rows, log);
  for (let row = 0; row < rows.count; row++) note(row, 'stay_id', 'papers_apart', 'noted');
}

/** Through the joined row, which is one of the stay's settlements. */
function papersOf({ sourceFile, sourceRow }: StayTable, rowOf: Uint32Array, { settlements }: StayTable): NonNullable<StayTable['papers']> {
  const stayOf = (row: number): number => (settlements ? (settlements.stay[row] ?? NO_STAY) : row);
  return { sourceFile, sourceRow, stay: rowOf.map(row => (row === NO_STAY ? NO_STAY : stayOf(row))) };
}

const through = (from: Uint32Array, before: Uint32Array): Uint32Array => from.map(row => before[row]!);
