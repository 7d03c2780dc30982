/**
 * The header: the record among the first ones that has most of the names that some layout knows, and the sign that stands between them.
 * Blank and title rows above it are passed over. A header of two levels is one: `费用` above `西药费` is `费用/西药费`.
 */
import type { Unit } from './amount.ts';
import { recordsOf, scanFrom } from './csv-block.ts';
import type { EncodedText } from './encoding.ts';
import { bestRows, type HeaderLine } from './header-levels.ts';
import { needsWriting, type Separator, scannable, separators } from './separator.ts';
import { titleUnit } from './title-unit.ts';

export type HeaderRow = {
  readonly names: readonly string[];
  /** Number of the record that holds the names; the lower one of two levels. */
  readonly record: number;
  /** Offset behind it, in `text`. */
  readonly end: number;
  readonly separator: Separator;
  /** What the rows are scanned in: the text that was given, or the same in UTF-8 where the separator needs that. */
  readonly text: EncodedText;
  /** The unit that a row above the header states for all amounts. */
  readonly unit: Unit | undefined;
};

/** `known`: names of columns, plain. Where no record has any of them, the first one that is not blank is the header. */
export function headerRow(text: EncodedText, known: ReadonlySet<string>): HeaderRow {
  const begin = text.bytes.subarray(text.start, text.start + BEGINNING);
  const tried = separators.filter(sign => sign === ',' || occurs(sign, { ...text, bytes: begin, start: 0 }));
  const found = tried.map(separator => ({ separator, ...look(beginning(text, separator), separator, known) }));
  const most = found.reduce((best, next) => (isBetter(next, best) ? next : best));
  const whole = scannable(text, most.separator);
  const { names, record, end, unit } = whole === text ? most : look(whole, most.separator, known);
  return { names, record, end, separator: most.separator, text: whole, unit };
}

/** A header lies in the first megabyte; a stray quote is not looked for further. */
const BEGINNING = 1 << 20;
/** Records that are not blank among which the header stands. */
const AMONG = 10;

type Looked = {
  readonly names: readonly string[];
  readonly known: number;
  readonly record: number;
  readonly end: number;
  readonly unit: Unit | undefined;
};
type Tried = Looked & { readonly separator: Separator };

/** More known names; where there are none at all, the sign that makes several cells of a line without commas. */
function isBetter(next: Tried, best: Tried): boolean {
  if (next.known !== best.known) return next.known > best.known;
  return next.known === 0 && best.names.length === 1 && next.names.length > 1;
}

function occurs(sign: Separator, { bytes, decode }: EncodedText): boolean {
  const byte = sign.charCodeAt(0);
  return byte < 0x80 ? bytes.includes(byte) : decode(bytes).includes(sign);
}

/** What of the text is looked at, scannable; the text itself where nothing has to be written anew, so that offsets hold. */
const beginning = (text: EncodedText, separator: Separator): EncodedText =>
  needsWriting(text, separator) ? scannable({ ...text, bytes: text.bytes.subarray(0, text.start + BEGINNING) }, separator) : text;

function look({ bytes, start, decode }: EncodedText, separator: Separator, known: ReadonlySet<string>): Looked {
  const part = bytes.length - start > BEGINNING ? bytes.subarray(0, start + BEGINNING) : bytes;
  const scan = { ...scanFrom(bytes, start, 0, separator), size: part.length };
  const records = recordsOf(part, scan, decode);
  const lines: HeaderLine[] = [];
  for (let cells = records.next(); cells !== undefined && lines.length < AMONG; cells = records.next()) {
    const names = cells.map(named);
    if (names.some(name => name !== '')) lines.push({ names, record: scan.record, end: scan.at });
  }
  const { names, above, ...place } = bestRows(lines, known) ?? { names: [''], above: 0, known: 0, record: scan.record, end: scan.at };
  return { names, ...place, unit: titleUnit(lines.slice(0, above)) };
}

/** A line end inside a name is how it was fitted into its cell: nothing between Chinese letters, a blank between others. */
const named = (cell: string): string =>
  cell
    .trim()
    .slice(0, MOST_LETTERS)
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .reduce((name, line) => (name === '' || isWide(name.at(-1)!) || isWide(line[0]!) ? name + line : `${name} ${line}`), '');

const isWide = (letter: string): boolean => letter > '\x7f';

/** Of a name: what stands in a cell of more is no name, and is not looked at any further. */
const MOST_LETTERS = 255;
