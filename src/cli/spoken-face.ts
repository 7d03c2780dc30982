/**
 * A face over two streams. Everything that is said beside the results passes through here and is stripped of control characters: names of
 * files, sheets, keys and options come from elsewhere, and a terminal obeys them.
 */
import { printableLines } from '../report/printable.ts';
import type { Face } from './face.ts';

export type Streams = {
  out(text: string): Promise<void>;
  err(text: string): void;
  readonly quiet: boolean;
  /** A line may be written over. */
  readonly hasTerminal: boolean;
};

type Person = Pick<Face, 'installation' | 'version' | 'language' | 'interactive' | 'debug'>;

export function spokenFace(person: Person, { out, err, quiet, hasTerminal }: Streams): Face {
  const say = (text: string): void => err(printableLines(text));
  return {
    ...person,
    out,
    err: say,
    note: text => {
      if (!quiet) say(text);
    },
    progress: text => {
      if (hasTerminal && !quiet) err(`\r\u001b[K${printableLines(text)}`);
    },
  };
}
