/**
 * Which papers of a load are about one stay. In this order: the number of the settlement is equal; the visit is; the visit and the day of
 * discharge are; the record number and the day of discharge are (a front page has no other number). A paper is given away only where it is
 * the only one of its kind with that number. One list or front page may serve all bills of a visit, a record number only one bill or the
 * bills of one visit. A mother's paper never goes to her newborn's bill where both say an age, and where the bills of a visit name several
 * record numbers, a paper goes to those of its own.
 */
import { NO_ROW } from './gather-numbers.ts';
import { type PairCodes, pairCodes } from './pair-codes.ts';
import { ageGroup, differInAge } from './same-person.ts';
import { type Document, NO_DATE, type StayTable } from './stay-table.ts';

/** In the order in which a row stands for them: a list that finds its settlement is no row of its own. */
export const papers = ['settlement', 'list', 'stay', 'front_page'] as const;
export type Paper = (typeof papers)[number];

export type Papers = {
  readonly present: readonly Paper[];
  /** The row that each joined row stands for, ascending. */
  readonly from: Uint32Array;
  /** The row that each kind of paper gives to a joined row, NO_ROW where there is none. */
  readonly given: Readonly<Record<Paper, Uint32Array>>;
  /** How many joined rows a row gives something to. */
  readonly serves: Uint32Array;
};

/** Undefined where all rows are of one kind of paper. */
export function matchPapers(table: StayTable): Papers | undefined {
  const paperOf = papersOfFiles(table);
  if (new Set(paperOf).size < 2) return undefined;
  const rowsOf = rowsByPaper(table, paperOf);
  const present = papers.filter(paper => rowsOf[paper].length > 0);
  if (present.length < 2) return undefined;
  const { count } = table;
  const givenTo = Object.fromEntries(
    papers.map(paper => [paper, new Uint32Array(present.includes(paper) ? count : 0).fill(NO_ROW)]),
  ) as Given;
  const serves = new Uint32Array(count);
  let anchors = new Uint32Array(0);
  const keys = keysOf(table);
  for (const paper of present) {
    const units = rowsOf[paper];
    const mine = givenTo[paper];
    if (anchors.length > 0) {
      const bases = papers.slice(0, papers.indexOf(paper)).filter(base => present.includes(base));
      for (const key of keys) for (const base of bases) match(table, key, { units, anchors, base: givenTo[base], mine, serves });
    }
    const alone = units.filter(row => serves[row] === 0);
    for (const row of alone) {
      mine[row] = row;
      serves[row] = 1;
    }
    anchors = joined(anchors, alone);
  }
  const from = anchors.sort();
  const given = Object.fromEntries(papers.map(paper => [paper, from.map(row => givenTo[paper][row] ?? NO_ROW)])) as Given;
  return { present, from, given, serves };
}

type Given = Record<Paper, Uint32Array>;

const papersOfFiles = ({ files }: StayTable): Uint8Array =>
  Uint8Array.from(files, ({ reading }) => papers.indexOf(paperOfDocument(reading?.document ?? 'stay')));

/** Item lines are no rows of a table of stays; a file of them has none here. */
const paperOfDocument = (document: Document): Paper => (document === 'charges' ? 'stay' : document);

function rowsByPaper({ sourceFile, count }: StayTable, paperOf: Uint8Array): Given {
  const sizes = new Uint32Array(papers.length);
  for (let row = 0; row < count; row++) sizes[paperOf[sourceFile[row]!]!]!++;
  const rows = papers.map((_, paper) => new Uint32Array(sizes[paper]!));
  sizes.fill(0);
  for (let row = 0; row < count; row++) {
    const paper = paperOf[sourceFile[row]!]!;
    rows[paper]![sizes[paper]!++] = row;
  }
  return Object.fromEntries(papers.map((paper, i) => [paper, rows[i]!])) as Given;
}

function joined(a: Uint32Array, b: Uint32Array): Uint32Array<ArrayBuffer> {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

type Key = { readonly by: 'settlement' | 'visit' | 'visit_day' | 'patient_day'; codes(): PairCodes };

function keysOf({ settlementKey, visitKey, patientKey, discharged }: StayTable): Key[] {
  const keys: Key[] = [];
  if (settlementKey) keys.push({ by: 'settlement', codes: () => ({ codes: settlementKey.codes, size: settlementKey.words.length }) });
  if (visitKey) keys.push({ by: 'visit', codes: () => ({ codes: visitKey.codes, size: visitKey.words.length }) });
  if (visitKey && discharged) keys.push({ by: 'visit_day', codes: once(() => pairCodes(visitKey.codes, discharged, NO_DATE)) });
  if (patientKey && discharged) keys.push({ by: 'patient_day', codes: once(() => pairCodes(patientKey.codes, discharged, NO_DATE)) });
  return keys;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type Sides = {
  /** Rows of the paper that is given away, and the rows that may get it. */
  readonly units: Uint32Array;
  readonly anchors: Uint32Array;
  /** The paper of an anchor whose numbers are compared. */
  readonly base: Uint32Array;
  /** What an anchor got. */
  readonly mine: Uint32Array;
  readonly serves: Uint32Array;
};

function match(table: StayTable, { by, codes: codesOf }: Key, sides: Sides): void {
  const { units, anchors, base, mine, serves } = sides;
  const openUnits = units.some(row => serves[row] === 0);
  if (!openUnits && by !== 'settlement' && by !== 'visit') return;
  if (!anchors.some(row => mine[row] === NO_ROW && base[row] !== NO_ROW)) return;
  const { codes, size } = codesOf();
  const unitOf = onlyUnits({ codes, size }, sides, by);
  const may = by === 'settlement' ? undefined : bills(table, { codes, size }, { sides, by });
  for (const anchor of anchors) {
    const row = base[anchor]!;
    if (row === NO_ROW || mine[anchor] !== NO_ROW) continue;
    const unit = unitOf[codes[row]!]!;
    if (unit >= SEVERAL || differInAge(ageGroup(table, row), ageGroup(table, unit))) continue;
    if (may !== undefined && !may(row, unit)) continue;
    mine[anchor] = unit;
    serves[unit]!++;
  }
}

/** Marks a number that several papers have. */
const SEVERAL = NO_ROW - 1;

/** By code: the only paper that serves nobody yet; for a settlement or a visit, else the only one there is. */
function onlyUnits({ codes, size }: PairCodes, { units, serves }: Sides, by: Key['by']): Uint32Array {
  const open = new Uint32Array(size).fill(NO_ROW);
  const every = new Uint32Array(size).fill(NO_ROW);
  for (const row of units) {
    const code = codes[row]!;
    every[code] = every[code] === NO_ROW ? row : SEVERAL;
    if (serves[row] === 0) open[code] = open[code] === NO_ROW ? row : SEVERAL;
  }
  if (by === 'settlement') open.set(every);
  if (by === 'visit') for (let code = 1; code < size; code++) if (open[code] === NO_ROW) open[code] = every[code]!;
  open[0] = NO_ROW;
  return open;
}

/** Whether a paper may go to a bill, by what the other bills with that number say. */
function bills(
  { visitKey, patientKey, refunded, money }: StayTable,
  { codes, size }: PairCodes,
  { sides, by }: { readonly sides: Sides; readonly by: Key['by'] },
): (row: number, unit: number) => boolean {
  const { anchors, base, mine } = sides;
  // of the bills with a number: the record number, or the visit, that all of them have
  const common = new Uint32Array(size).fill(NO_ROW);
  const compared = by === 'patient_day' ? visitKey?.codes : patientKey?.codes;
  for (const anchor of anchors) {
    const row = base[anchor]!;
    if (row === NO_ROW || codes[row] === 0) continue;
    const code = codes[row]!;
    const value = compared?.[row] ?? 0;
    if (by === 'patient_day') {
      if (mine[anchor] !== NO_ROW || refunded?.[row] === 1 || (money.total?.[row] ?? 0) < 0) continue;
      // a bill without a visit shares it with no other
      common[code] = common[code] === NO_ROW ? value : value !== 0 && common[code] === value ? value : SEVERAL;
    } else if (value !== 0) {
      common[code] = common[code] === NO_ROW || common[code] === value ? value : SEVERAL;
    }
  }
  if (by === 'patient_day') return row => common[codes[row]!] !== SEVERAL;
  return (row, unit) => common[codes[row]!] !== SEVERAL || (compared?.[row] ?? 0) === (compared?.[unit] ?? 0);
}
