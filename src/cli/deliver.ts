/** Brings a result where the person wants it: standard output, or a file that appears whole or not at all. */
import { findInstallation } from '../files/installation.ts';
import { namedInputs } from '../files/named-inputs.ts';
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

/** What a command reads is never replaced by what it writes; the inputs are looked for only where a file would be replaced. */
export const rulesOf = (words: Words): OutputRules => ({
  force: flag(words, 'force'),
  get inputs() {
    return inputsOf(words);
  },
});

/** What is written, and words that name no file. Every other word may name something that is read, so that a new option is never forgotten. */
const written = ['output', 'o', 'rejects', 'findings', 'save', 'sheets', 'save-profile'];
const noFile = ['_', '$0', 'action', 'format', 'id', 'lang'];

const inputsOf = (words: Words): readonly string[] =>
  namedInputs(
    Object.keys(words)
      .filter(name => ![...written, ...noFile].includes(name))
      .flatMap(name => list(words, name)),
    findInstallation(import.meta.dirname).root,
  );

/** CSV files carry a byte order mark so that Excel reads them as UTF-8; a pipe gets none. */
export const withMark = (words: Words): boolean => targetOf(words) !== '-';

const targetOf = (words: Words): string => text(words, 'output') ?? '-';
