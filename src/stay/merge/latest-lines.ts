/**
 * Which item lines count. A load that brings lines for a settlement replaces, as a whole, the lines that earlier loads brought for it, whatever
 * paper these stood on; lines that name only a visit are those of all of its bills, and replace or are replaced as such. Lines that name a
 * stay which no load in force has wait for it.
 */
import { lineRange, numberAt, type Place, sameLines, wordAt } from './cells.ts';
import type { Identities } from './identities.ts';
import type { UnifiedColumn, UnifiedTables } from './unified.ts';

/** By paper: where it stands; a table of -1 means that none in force has it. `order`: papers as they first appeared. */
export type StandingRows = { readonly order: Int32Array; readonly table: Int32Array; readonly row: Int32Array };

export type StandingLines = {
  readonly lineTable: Int32Array;
  readonly lineRow: Int32Array;
  /** Places of lines whose stay is not there. */
  readonly waiting: readonly Place[];
};

const NOWHERE = -1;

export function latestLines(
  tables: UnifiedTables,
  { count, of }: Identities,
  { inForce, rows }: { readonly inForce: readonly boolean[]; readonly rows: StandingRows },
): StandingLines {
  const { lines } = tables;
  const lineTable = new Int32Array(count).fill(NOWHERE);
  const lineRow = new Int32Array(count).fill(NOWHERE);
  const waiting: Place[] = [];
  if (!lines) return { lineTable, lineRow, waiting };
  /** The table that last spoke of the lines of a paper, and whether it spoke of a whole visit. */
  const saidBy = new Int32Array(count).fill(NOWHERE);
  const ofVisit = new Uint8Array(count);
  const numbers = numbersOf(tables, rows, count);

  for (const [table, own] of of.entries()) {
    if (!inForce[table] || !lines.starts[table]) continue;
    for (let row = 0; row < own.length; row++) {
      const paper = own[row]!;
      if (hasLines({ table, row })) put(paper, { table, row }, !numbers.hasSettlement(paper));
    }
    const named = tables.named[table];
    for (let at = 0; at < (named?.count ?? 0); at++) {
      const place = { table, row: own.length + at };
      if (!hasLines(place)) continue;
      const byVisit = named!.settlements[at] === 0;
      const paper = byVisit ? numbers.firstOfVisit(named!.visits[at]!) : numbers.firstOfSettlement(named!.settlements[at]!);
      const holder = paper === undefined ? undefined : holderOf(paper, table, byVisit);
      // two names of one load that have come to mean one paper: the second waits, neither is lost
      if (holder === undefined || saidBy[holder] === table) waiting.push(place);
      else put(holder, place, byVisit);
    }
  }
  return { lineTable, lineRow, waiting };

  function hasLines(place: Place): boolean {
    const { from, to } = lineRange(lines!, place);
    return from < to;
  }

  function put(paper: number, place: Place, byVisit: boolean): void {
    for (const other of earlier(paper, place.table, byVisit)) {
      lineTable[other] = NOWHERE;
      lineRow[other] = NOWHERE;
    }
    const before = { table: lineTable[paper]!, row: lineRow[paper]! };
    if (before.table === NOWHERE || !sameLines(tables, before, place)) {
      lineTable[paper] = place.table;
      lineRow[paper] = place.row;
    }
    saidBy[paper] = place.table;
    ofVisit[paper] = byVisit ? 1 : 0;
  }

  /** The paper on which the lines stand that are being replaced. */
  function holderOf(paper: number, table: number, byVisit: boolean): number {
    if (lineTable[paper] !== NOWHERE) return paper;
    return earlier(paper, table, byVisit)[0] ?? paper;
  }

  /** Other papers of the settlement, or of the visit, with lines of earlier loads. */
  function earlier(paper: number, table: number, byVisit: boolean): readonly number[] {
    const found: number[] = [];
    const isEarlier = (other: number): boolean => other !== paper && lineTable[other] !== NOWHERE && saidBy[other]! < table;
    numbers.eachOfSettlement(paper, other => {
      if (isEarlier(other)) found.push(other);
    });
    numbers.eachOfVisit(paper, other => {
      if (isEarlier(other) && (byVisit || ofVisit[other] === 1) && !found.includes(other)) found.push(other);
    });
    return found;
  }
}

/** Papers by their settlement and by their visit, in order. A reversal belongs to nobody's lines but its own. */
function numbersOf(tables: UnifiedTables, { order, table, row }: StandingRows, count: number) {
  const total = tables.columns.find((one): one is Numbers => one.name === 'total' && one.kind === 'numbers');
  const [settlements, visits] = ['settlement_key', 'visit_id'].map(name => {
    const column = tables.columns.find((one): one is Words => one.name === name && one.kind === 'words');
    const first = new Int32Array(column?.words.length ?? 1).fill(NOWHERE);
    const next = new Int32Array(count).fill(NOWHERE);
    const wordOf = (paper: number): number => {
      const place = { table: table[paper]!, row: row[paper]! };
      return column && !(total && numberAt(total, place) < 0) ? wordAt(column, place) : 0;
    };
    for (let i = order.length - 1; i >= 0; i--) {
      const paper = order[i]!;
      const word = wordOf(paper);
      if (word === 0) continue;
      next[paper] = first[word]!;
      first[word] = paper;
    }
    const firstOf = (word: number): number | undefined => (word === 0 || first[word] === NOWHERE ? undefined : first[word]);
    const each = (paper: number, tell: (other: number) => void): void => {
      for (let other = firstOf(wordOf(paper)) ?? NOWHERE; other !== NOWHERE; other = next[other]!) tell(other);
    };
    return { firstOf, each, wordOf };
  });
  return {
    hasSettlement: (paper: number): boolean => settlements!.wordOf(paper) !== 0,
    firstOfSettlement: settlements!.firstOf,
    firstOfVisit: visits!.firstOf,
    eachOfSettlement: settlements!.each,
    eachOfVisit: visits!.each,
  };
}

type Numbers = UnifiedColumn & { readonly kind: 'numbers' };
type Words = UnifiedColumn & { readonly kind: 'words' };
