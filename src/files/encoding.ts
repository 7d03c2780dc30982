/**
 * Which encoding a text is in: as its byte order mark says, else strict UTF-8, else strict GB18030, else an error that names the byte.
 * Both are scanned undecoded: no comma, quote or line end ever stands inside one of their characters. UTF-16 is turned into UTF-8 first.
 */
import { isUtf8 } from 'node:buffer';
import { UserError } from '../errors.ts';
import type { Sheet } from './sheet.ts';

export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

export type EncodedText = {
  readonly bytes: Uint8Array;
  /** Where the text begins, behind a byte order mark. */
  readonly start: number;
  readonly encoding: Encoding;
  decode(bytes: Uint8Array): string;
};

/** `forced` is the person's word: a text that is not in that encoding is refused, not guessed at. */
export function readEncoding({ bytes, name }: Pick<Sheet, 'bytes' | 'name'>, forced?: string): EncodedText {
  const wanted = forced === undefined ? undefined : encodingNamed(forced);
  const marked = marks.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  const encoding = wanted ?? marked?.encoding ?? guess(bytes);
  const start = marked && marked.encoding === encoding ? marked.mark.length : 0;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const text = new TextDecoder(encoding).decode(bytes.subarray(start));
    return { bytes: Buffer.from(text), start: 0, encoding, decode: decoder('utf-8') };
  }
  const wrong = encoding === undefined || !isText(bytes, encoding);
  if (wrong) throw badByte(bytes, { name, encoding });
  return { bytes, start, encoding, decode: decoder(encoding) };
}

const marks: readonly { readonly mark: readonly number[]; readonly encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
  { mark: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
];

const guess = (bytes: Uint8Array): Encoding | undefined => (['utf-8', 'gb18030'] as const).find(encoding => isText(bytes, encoding));

/** Strictly so, but for a last character that is cut off: half a file is a finding of its last row, not a wrong encoding. */
function isText(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): boolean {
  if (encoding === 'utf-8') return [0, 1, 2, 3].some(cut => isUtf8(bytes.subarray(0, bytes.length - cut)) && isCut(bytes, cut));
  return firstBadByte(bytes, encoding) === undefined;
}

/** The last `cut` bytes begin one UTF-8 character that is longer than they are. */
function isCut(bytes: Uint8Array, cut: number): boolean {
  const [lead, ...rest] = bytes.subarray(bytes.length - cut);
  if (cut === 0 || lead === undefined) return cut === 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return lead >= 0xc2 && lead <= 0xf4 && cut < length && rest.every(byte => byte >= 0x80 && byte <= 0xbf);
}

const PIECE = 1 << 16;

/** Offset of the first character that does not exist in the encoding; a cut last character is none. */
function firstBadByte(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): number | undefined {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  for (let at = 0; at < bytes.length; at += PIECE) {
    try {
      strict.decode(bytes.subarray(at, at + PIECE), { stream: true });
    } catch {
      return placeIn(bytes, { from: boundaryBefore(bytes, at), encoding });
    }
  }
  return undefined;
}

/** A piece may begin inside a character; behind a comma, a space or a line end none does (bytes below 0x30 are never part of one). */
function boundaryBefore(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at > 0 && bytes[at - 1]! >= 0x30) at--;
  return at;
}

function placeIn(bytes: Uint8Array, { from, encoding }: { readonly from: number; readonly encoding: Encoding }): number {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let boundary = from;
  for (let at = from; at < bytes.length; at++) {
    try {
      if (strict.decode(bytes.subarray(at, at + 1), { stream: true }) !== '') boundary = at + 1;
    } catch {
      return boundary;
    }
  }
  return boundary;
}

function badByte(bytes: Uint8Array, { name, encoding }: { readonly name: string; readonly encoding: Encoding | undefined }): UserError {
  const tried = encoding ?? 'gb18030';
  const at = firstBadByte(bytes, tried === 'utf-8' ? 'utf-8' : 'gb18030') ?? 0;
  const as = encoding ? encoding.toUpperCase() : 'UTF-8, GB18030';
  const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  return new UserError(
    'FILE_ENCODING',
    { zh: `不是 ${as} 文本：第 ${at + 1} 个字节（0x${hex}）不成字`, en: `not ${as} text: byte ${at + 1} (0x${hex}) starts no character` },
    {
      at: name,
      hint: {
        zh: '请另存为“CSV UTF-8”后重试；已知编码时可用 --encoding 指定。',
        en: 'Save it as "CSV UTF-8" and try again; --encoding forces an encoding.',
      },
    },
  );
}

function encodingNamed(name: string): Encoding {
  const plain = name.toLowerCase().replace('_', '-');
  const found = encodings.find(encoding => encoding === plain) ?? aliases[plain];
  if (found) return found;
  throw new UserError(
    'USAGE',
    { zh: `不认识的编码：${name}`, en: `unknown encoding: ${name}` },
    {
      hint: { zh: `可用：${encodings.join('、')}、gbk`, en: `Known: ${encodings.join(', ')}, gbk` },
    },
  );
}

const aliases: Readonly<Record<string, Encoding>> = { utf8: 'utf-8', gbk: 'gb18030', gb2312: 'gb18030', 'utf-16': 'utf-16le' };

function decoder(encoding: Encoding): (bytes: Uint8Array) => string {
  const lenient = new TextDecoder(encoding, { ignoreBOM: true });
  return bytes => lenient.decode(bytes);
}
