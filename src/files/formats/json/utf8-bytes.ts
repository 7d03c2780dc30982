/** The bytes of a JSON text in UTF-8, whatever it is written in: brackets and quotes can be looked for in them without decoding. */
import { readEncoding } from '../../encoding.ts';

const PIECE = 1 << 22;

/** Behind a byte order mark; text in GB18030 and UTF-16 is written anew. */
export function utf8Bytes(bytes: Uint8Array, at: string): { readonly bytes: Uint8Array; readonly encoding: string } {
  const { bytes: read, start, encoding } = readEncoding({ name: at, bytes });
  if (encoding !== 'gb18030') return { bytes: read.subarray(start), encoding };
  const decoder = new TextDecoder('gb18030');
  const pieces: Uint8Array[] = [];
  for (let from = start; from < read.length; from += PIECE) {
    pieces.push(Buffer.from(decoder.decode(read.subarray(from, from + PIECE), { stream: from + PIECE < read.length })));
  }
  return { bytes: Buffer.concat(pieces), encoding };
}
