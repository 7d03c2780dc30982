/** Brings a result where the person wants it: standard output, or a file that appears whole or not at all. */
import { writeOutput } from '../files/write-output.ts';
import { flag, text, type Words } from './command.ts';
import type { Face } from './face.ts';

export async function deliver(chunks: Iterable<string>, words: Words, face: Face): Promise<void> {
  const target = text(words, 'output') ?? '-';
  if (target !== '-') {
    writeOutput(target, chunks, { force: flag(words, 'force') });
    return;
  }
  for (const chunk of chunks) await face.out(chunk);
}

/** CSV files carry a byte order mark so that Excel reads them as UTF-8; a pipe gets none. */
export const withMark = (words: Words): boolean => (text(words, 'output') ?? '-') !== '-';
