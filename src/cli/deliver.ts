/** Brings a result where the person wants it: standard output, or a file that appears whole or not at all. */
import { mayWrite, type OutputRules, writeOutput } from '../files/write-output.ts';
import { flag, list, text, type Words } from './command.ts';
import type { Face } from './face.ts';

export async function deliver(chunks: Iterable<string>, words: Words, face: Face): Promise<void> {
  const target = targetOf(words);
  if (target !== '-') return writeOutput(target, chunks, rulesOf(words));
  for (const chunk of chunks) await face.out(chunk);
}

/** Before the work begins: a file that may not be replaced is refused at once. */
export function refuseTarget(words: Words, target: string | undefined = targetOf(words)): void {
  if (target !== undefined && target !== '-') mayWrite(target, rulesOf(words));
}

/** What a command reads is never replaced by what it writes. */
export const rulesOf = (words: Words): OutputRules => ({
  force: flag(words, 'force'),
  inputs: ['files', 'file', 'data', 'comparison', 'budget'].flatMap(name => list(words, name)),
});

/** CSV files carry a byte order mark so that Excel reads them as UTF-8; a pipe gets none. */
export const withMark = (words: Words): boolean => targetOf(words) !== '-';

const targetOf = (words: Words): string => text(words, 'output') ?? '-';
