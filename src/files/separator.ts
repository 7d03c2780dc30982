/**
 * The sign between the cells of a text, and the byte that stands for it in a scan. A scan sees bytes: one that is part of a character in the
 * text's encoding, or a sign of several bytes, needs the text to be written as UTF-8 first, with one byte below 0x80 for the sign.
 */
import type { EncodedText } from './encoding.ts';

/** The first of them wins where nothing else decides. */
export const separators = [',', '\t', ';', '|', '，', '；'] as const;
export type Separator = (typeof separators)[number];

/** US, unit separator: stands for a wide sign; texts of cells never keep it. */
const WIDE = 0x1f;
const unitSeparator = String.fromCharCode(WIDE);

export const separatorByte = (separator: Separator): number => (isWide(separator) ? WIDE : separator.charCodeAt(0));

/** `，` and `；` are three bytes in UTF-8, two in GB18030. */
export const isWide = (separator: Separator): boolean => separator.charCodeAt(0) > 0x7f;

/**
 * Whether the text has to be written anew before a scan for that separator: `|` (0x7C) may be the second byte of a character of GB18030, as in
 * `億` (83 7C); a comma, a tab and a semicolon never are.
 */
export const needsWriting = ({ encoding }: EncodedText, separator: Separator): boolean =>
  isWide(separator) || (separator === '|' && encoding === 'gb18030');

/** The text as a scan for that separator needs it: itself, or in UTF-8. */
export function scannable(text: EncodedText, separator: Separator): EncodedText {
  if (!needsWriting(text, separator)) return text;
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const written = pieces(text).map(piece => Buffer.from(isWide(separator) ? outsideQuotes(piece, separator) : piece));
  const bytes = Buffer.concat(written);
  return {
    bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ...{ start: 0, encoding: text.encoding },
    decode: cell => utf8.decode(cell),
  };
}

/** No text is as long as a string can be; a line end is never a part of a character. */
function pieces({ bytes, start, decode }: EncodedText): readonly string[] {
  const found: string[] = [];
  for (let from = start; from < bytes.length; ) {
    const end = bytes.indexOf(LF, from + PIECE) + 1 || bytes.length;
    found.push(decode(bytes.subarray(from, end)));
    from = end;
  }
  return found;
}

const LF = 10;
const PIECE = 1 << 26;

/** Quoted cells keep the sign; a quote counts only where a cell begins. */
function outsideQuotes(text: string, separator: Separator): string {
  const cells = new RegExp(`(?<=^|[${separator}\\r\\n])"(?:[^"]|"")*"(?=[${separator}\\r\\n]|$)|${separator}`, 'g');
  return text.replaceAll(unitSeparator, '').replace(cells, found => (found === separator ? unitSeparator : found));
}
