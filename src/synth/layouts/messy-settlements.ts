/**
 * The settlement extract as it really is: long stays billed in parts, stays over the turn of the year cut there, bills taken back and settled
 * again or not at all, lines exported twice. What of it has to be left when all is netted is known, because it was put in on purpose.
 */
import { dateText } from '../calendar.ts';
import { type Papers, papersFrom } from '../papers.ts';
import { type Random, randomFrom } from '../random.ts';
import type { Synthesis } from '../synthesise.ts';
import { addStay, noSums, type Sums, sumTexts } from '../truth.ts';
import { furtherNumber, partBills, reversalOf, selfPaidBill } from './bills.ts';
import { billText, setlHeader } from './setl.ts';
import { type SettlementBill, wholeBill } from './settlement-bill.ts';
import { inPieces } from './write.ts';

/** In how many stays of a thousand that can have it. */
export const messes = {
  /** A stay of eight days and more in two or three bills. */
  interim_bills: 80,
  /** A stay that began last year, cut at the turn of the year. */
  cross_year_bills: 600,
  /** A bill and its reversal, and nothing after: no stay is left. */
  refunded: 12,
  /** Settled without insurance, taken back, settled again as it should be. In half of them the bill that was taken back is marked too. */
  settled_again: 20,
  /** The same line twice. */
  duplicate_line: 10,
} as const;
export type Mess = keyof typeof messes;

export type SettlementTruth = {
  /** Lines of the file below its header. */
  readonly rows: number;
  /** What is left of the stays, and of the money in yuan, when all is netted. */
  readonly stays: number;
  readonly cost: string;
  readonly fund: string;
  readonly patient: string;
  readonly other: string;
  readonly hospital_part: string;
  readonly planted: readonly { readonly kind: Mess; readonly count: number; readonly stays: readonly string[] }[];
};
export type MessySettlements = { readonly lines: Iterable<string>; readonly truth: () => SettlementTruth };

export function messySettlements(synthesis: Synthesis): MessySettlements {
  let known: SettlementTruth | undefined;
  function* walk(): Generator<string> {
    const papersOf = papersFrom(synthesis.seed);
    const random = randomFrom((synthesis.seed ^ OTHER_CHANCE) >>> 0);
    const tally = newTally();
    let waiting: readonly SettlementBill[] = [];
    let row = 0;
    const written = (bill: SettlementBill): string => {
      tally.rows++;
      return billText(bill);
    };
    yield setlHeader;
    for (const stay of synthesis.stays) {
      const { kind, bills } = messOf(papersOf(stay, row++), random);
      if (kind) tally.planted[kind].push(stay.id);
      if (kind !== 'refunded') {
        // what is left of a stay is what it cost and who paid, whatever the bills on the way
        tally.stays++;
        addStay(tally.sums, stay);
      }
      for (const bill of waiting.filter(({ settled }) => settled < stay.discharged)) yield written(bill);
      waiting = waiting.filter(({ settled }) => settled >= stay.discharged);
      for (const bill of bills.filter(({ settled }) => settled <= stay.discharged)) yield written(bill);
      waiting = [...waiting, ...bills.filter(({ settled }) => settled > stay.discharged)];
    }
    for (const bill of waiting) yield written(bill);
    known = truthOf(tally);
  }
  return {
    lines: inPieces(walk),
    truth: () => {
      if (!known) for (const _ of walk());
      return known!;
    },
  };
}

/** Any number: the mess must not follow the course of the stays. */
const OTHER_CHANCE = 0x2b5e_1f07;
/** Below 1,000 yuan nobody bills in parts. */
const LEAST_IN_PARTS = 100_000;

/** A stay's bills in the order of their settlement. */
function messOf(papers: Papers, random: Random): { readonly kind: Mess | undefined; readonly bills: readonly SettlementBill[] } {
  const { stay, admitted } = papers;
  const struck = (kind: Mess): boolean => random.uniform() * 1000 < messes[kind];
  const inParts = stay.bill.total >= LEAST_IN_PARTS;
  const newYear = yearsEnd(admitted, stay.discharged);
  if (struck('cross_year_bills') && newYear !== undefined && inParts) {
    return { kind: 'cross_year_bills', bills: partBills(papers, [newYear, stay.discharged]) };
  }
  if (struck('interim_bills') && stay.bill.days >= 8 && inParts) {
    const parts = stay.bill.days >= 15 ? 3 : 2;
    const ends = Array.from({ length: parts }, (_, i) => admitted + Math.floor((stay.bill.days * (i + 1)) / parts));
    return { kind: 'interim_bills', bills: partBills(papers, ends) };
  }
  const back = stay.discharged + 1 + random.below(20);
  if (struck('refunded')) {
    const bill = wholeBill(papers);
    return { kind: 'refunded', bills: [bill, reversalOf(bill, { settlement: furtherNumber(papers, 1), settled: back })] };
  }
  if (struck('settled_again')) {
    const wrong = selfPaidBill(papers, furtherNumber(papers, 1));
    const reversal = reversalOf(wrong, { settlement: furtherNumber(papers, 2), settled: back });
    const marked = random.chance(0.5) ? 1 : 0;
    return { kind: 'settled_again', bills: [{ ...wrong, refunded: marked }, reversal, { ...wholeBill(papers), settled: back }] };
  }
  const bill = wholeBill(papers);
  return struck('duplicate_line') ? { kind: 'duplicate_line', bills: [bill, bill] } : { kind: undefined, bills: [bill] };
}

/** The last day of the year a stay began in, when it went on into the next by a day at least on either side. */
function yearsEnd(admitted: number, discharged: number): number | undefined {
  for (let day = admitted + 1; day < discharged; day++) if (dateText(day).endsWith('-12-31')) return day;
  return undefined;
}

type Tally = { rows: number; stays: number; readonly sums: Sums; readonly planted: Record<Mess, string[]> };

const kinds = Object.keys(messes) as readonly Mess[];

const newTally = (): Tally => ({
  rows: 0,
  stays: 0,
  sums: noSums(),
  planted: Object.fromEntries(kinds.map(kind => [kind, []])) as unknown as Record<Mess, string[]>,
});

const truthOf = ({ rows, stays, sums, planted }: Tally): SettlementTruth => ({
  rows,
  stays,
  ...sumTexts(sums),
  planted: kinds.map(kind => ({ kind, count: planted[kind].length, stays: planted[kind] })),
});
