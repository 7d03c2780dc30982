/**
 * The papers of one stay as one row. A settlement list (清单) and a front page (首页) say what was done, a settlement extract (结算) what was
 * paid; an insurer's list (4101A) has no amounts at all. A row stands for each settlement, and for each paper that found none. Of a list that
 * serves several interim bills every one gets the medical side, and one of them its amounts.
 *
 * What several papers say is taken from the one that is trusted with it: the medical side from list, stay, front page, settlement in this
 * order, the rest from settlement, list, stay, front page. A cell that is empty there is filled from the next; the diagnoses and the
 * procedures each come whole from one paper.
 */
import { choiceOf, medicalRows } from './choose-papers.ts';
import { chargesOf } from './follow-stays.ts';
import { everyRow } from './gather-numbers.ts';
import { gatherColumns } from './gather-rows.ts';
import { matchPapers } from './match-papers.ts';
import { notePapers } from './note-papers.ts';
import { joinedRowOf, sharedPapers } from './shared-papers.ts';
import type { Note } from './stay-length.ts';
import type { StayTable } from './stay-table.ts';
import { flatTable, stayTableOf } from './table-columns.ts';

export type Joined = {
  readonly table: StayTable;
  /** The row that each row stands for: its settlement, or the first paper there is. */
  readonly from: Uint32Array;
  /** The row that says what was done, where it is another paper; undefined in a load of papers of one kind. */
  readonly medical: Uint32Array | undefined;
  /** The joined row that every row became part of. */
  readonly rowOf: Uint32Array | undefined;
};

/** A load of papers of one kind is returned as it is. */
export function joinDocuments(table: StayTable, note: Note): Joined {
  const papers = matchPapers(table);
  if (!papers) return { table, from: everyRow(table.count), medical: undefined, rowOf: undefined };
  const shared = sharedPapers(table, papers);
  notePapers(table, { papers, shared }, note);
  const { from } = papers;
  const choice = choiceOf(papers, shared);
  const columns = gatherColumns(flatTable(table).columns, (name, column) =>
    name === 'source_file' || name === 'source_row' ? from : choice(name, column),
  );
  const joined = stayTableOf({ count: from.length, columns, files: table.files, lines: undefined });
  const { charges } = table;
  const rowOf = joinedRowOf(papers, shared);
  return {
    table: charges ? { ...joined, charges: chargesOf(charges, rowOf, from.length) } : joined,
    from,
    medical: medicalRows(papers),
    rowOf,
  };
}
