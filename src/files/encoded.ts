/** Text in pieces as bytes of an encoding that hospitals use. A byte order mark belongs to UTF-8 only. */
import iconv from 'iconv-lite';

const writtenEncodings = ['utf-8', 'gb18030'] as const;
export type WrittenEncoding = (typeof writtenEncodings)[number];

/** Pieces end between characters. */
export function encoded(pieces: Iterable<string>, encoding: WrittenEncoding): Iterable<string | Uint8Array> {
  if (encoding === 'utf-8') return pieces;
  return {
    *[Symbol.iterator]() {
      for (const piece of pieces) yield iconv.encode(piece.replace(/^\uFEFF/, ''), encoding);
    },
  };
}
