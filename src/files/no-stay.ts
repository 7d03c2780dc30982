/**
 * Rows that are well formed and no stays all the same: the header again, footers, and refunds that cannot be netted. They are refused whole, and
 * say so.
 *
 * A row with a number of its own is a stay, whatever its cells say. One whose number is itself a footer word is a footer. One without a number is
 * a footer when a cell holds such a word and it has neither a diagnosis with dates or a person, nor dates with a person; without such a word,
 * when it has nothing of a stay at all: no diagnosis, no date, no sex, no other number. A sum read as a stay would double every total.
 */
import type { OwnColumn } from '../stay/own-layout.ts';
import type { BlockFindings } from './block-findings.ts';
import type { Block } from './csv-block.ts';
import { type FooterMark, footerMark, footerWord } from './footer-row.ts';
import { isHeaderAgain } from './header-again.ts';
import type { Layout } from './layout.ts';
import { isMissing, numberOf } from './plain-text.ts';

type Rows = {
  readonly block: Block;
  readonly findings: BlockFindings;
  readonly layout: Layout;
  decode(bytes: Uint8Array): string;
  /** Rows without a principal diagnosis. */
  readonly withoutDiagnosis: readonly number[];
  /** 1 where the file marks a row as refunded. */
  readonly refunded: Int32Array | undefined;
};

export function refuseNoStays(rows: Rows): void {
  const { block, findings, layout, refunded } = rows;
  refuseFooters(rows);
  // with a number of the visit or the settlement a refund finds the bill it takes back; without one, none that is marked may be counted
  if (!refunded || isNumbered(layout)) return;
  const column = layout.columns.get('refunded') ?? -1;
  for (let row = 0; row < block.rows; row++) {
    if (refunded[row] === 1) findings.refuseWhole(row, { column, rule: 'refunded', shown: '1' });
  }
}

/** Rows of the layout have a number of their own, or of their visit: a refund can find what it takes back. */
export const isNumbered = ({ columns, profile }: Layout): boolean =>
  columns.has('visit_id') || (columns.has('stay_id') && !profile.columns.stay_id?.repeats);

function refuseFooters({ block, findings, layout, decode, withoutDiagnosis }: Rows): void {
  const { profile, columns, lists, header } = layout;
  const words = profile.dropRows;
  const field = numberFields.find(one => columns.has(one));
  const own = field === undefined ? -1 : columns.get(field)!;
  const place = own >= 0 ? own : (lists.dx[0] ?? 0);
  const bare = new Set(withoutDiagnosis);
  const refuse = (row: number, { column, word }: FooterMark): void =>
    findings.refuseWhole(row, { column, rule: 'footer_row', shown: word });

  for (let row = 0; row < block.rows; row++) {
    if (isPlainNumber(block, row, place)) continue;
    const text = numberOf(cellOf(row, place));
    const missing = isMissing(text);
    if (!missing && isHeaderAgain(block, row, { header, decode })) {
      findings.refuseWhole(row, { column: place, rule: 'header_again', shown: '' });
      continue;
    }
    if (own < 0) {
      const mark = bare.has(row) ? footerMark(block, row, { words, decode }) : undefined;
      if (mark) refuse(row, mark);
      continue;
    }
    const word = missing ? undefined : footerWord(text, words);
    if (word === undefined && /[A-Za-z0-9]/.test(text)) continue;
    const mark = word === undefined ? footerIn(row) : { column: own, word };
    if (mark) refuse(row, mark);
    else if (missing && field !== undefined && findings.refused[row] === 0) findings.note(row, field, 'id_missing', 'noted');
  }

  /** Of a row that has no number of its own. */
  function footerIn(row: number): FooterMark | undefined {
    const diagnosis = lists.dx.length > 0 && !bare.has(row);
    const dates = dateFields.some(one => isFilled(row, one));
    const person = isFilled(row, 'sex') || numberFields.some(one => one !== field && isFilled(row, one));
    if ((dates && person) || (diagnosis && (dates || person || !dateFields.some(one => columns.has(one))))) return undefined;
    const mark = footerMark(block, row, { words, decode });
    return mark ?? (diagnosis || dates || person ? undefined : { column: own, word: '' });
  }

  function isFilled(row: number, one: OwnColumn): boolean {
    const column = columns.get(one);
    if (column === undefined) return false;
    const text = numberOf(cellOf(row, column));
    return !isMissing(text) && footerWord(text, words) === undefined;
  }

  function cellOf(row: number, column: number): string {
    const cell = row * block.columns + column;
    return decode(block.bytes.subarray(block.starts[cell], block.ends[cell]));
  }
}

const numberFields = ['stay_id', 'visit_id', 'patient_key'] as const;
const dateFields = ['admitted', 'discharged', 'settled'] as const;

/** Plain letters and digits, with a digit in it: nearly every number is that, and neither a word nor a name of a column. */
function isPlainNumber({ bytes, columns, starts, ends }: Block, row: number, column: number): boolean {
  const from = starts[row * columns + column]!;
  const to = ends[row * columns + column]!;
  // `A48` is the record number of a layout
  if (to - from < LEAST_NUMBER && !(to > from && isDigit(bytes[from]!))) return false;
  let digits = 0;
  for (let p = from; p < to; p++) {
    const byte = bytes[p]!;
    if (byte >= 128) return false;
    if (isDigit(byte)) digits++;
  }
  return digits > 0;
}

const LEAST_NUMBER = 4;
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
