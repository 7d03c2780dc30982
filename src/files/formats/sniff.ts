/** What a file is by its first bytes; its name is never asked. What is none of these is text, and text is judged by not-text.ts. */
import { dbfHeader } from './dbf/header.ts';

export type Kind = 'gzip' | 'zip' | 'ole' | 'biff' | 'dbf' | 'markup' | 'json' | 'text';

export function sniff(bytes: Uint8Array): Kind {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole';
  if (isBareWorkbook(bytes)) return 'biff';
  if (dbfHeader(bytes)) return 'dbf';
  const text = beginning(bytes);
  if (markup.test(text)) return 'markup';
  return json.test(text) ? 'json' : 'text';
}

/** How web pages and XML begin; `<5` in a header row is text. */
const markup = /^<(!--|!doctype|\?xml|(\w+:)?workbook|html|head|meta|title|style|body|table|div|center|font)\b/i;
/** A header row may well be written in brackets: `[病案号],[性别]`. */
const json = /^(\[\s*[[{\]]|\{\s*["}])/;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);

/** The very old workbooks that PowerBuilder programs still write: a BOF record without a container around it (versions 2, 3, 4). */
const isBareWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x09 &&
  [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) &&
  [0x04, 0x06].includes(bytes[2] ?? -1) &&
  bytes[3] === 0 &&
  bytes[5] === 0;

/** The first letters behind a mark and blanks, in whatever encoding: the letters asked for are ASCII. */
function beginning(bytes: Uint8Array): string {
  const first = bytes.subarray(0, 4096);
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const text = isWide ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(first) : Buffer.from(first).toString('latin1');
  return text.replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, '').trimStart();
}
