/** What of persons stands in what was said and in the files that were written, by the place where it stands. */
import { readFileSync, writeFileSync } from 'node:fs';
import { stemsIn } from './canaries.ts';
import { persons } from './papers.ts';
import { filesIn, type Said } from './running.ts';

export const inTexts = (said: Readonly<Record<string, Pick<Said, 'out' | 'err'>>>, stems?: readonly string[]): readonly string[] =>
  Object.entries(said).flatMap(([command, { out, err }]) =>
    stemsIn(new TextEncoder().encode(`${out}\n${err}`), stems).map(stem => `${command}: ${stem}`),
  );

export const shown = (said: Readonly<Record<string, Said>>, folder: string, numbers: readonly string[] = []): readonly string[] => [
  ...inTexts(said),
  ...filesIn(folder).flatMap(({ name, bytes }) => stemsIn(bytes, undefined, numbers).map(stem => `${name}: ${stem}`)),
];

/**
 * The file of refused rows passes the file's own id of a row through to whoever mends it, and nothing else: these cells are taken out before
 * the rest is searched. How many there were.
 */
export function takeOwnIds(rejects: string): number {
  const back = readFileSync(rejects, 'utf8');
  const ids = persons.flatMap(({ settlement, record }) => [settlement, record]).join('|');
  const own = new RegExp(`(?<![^,\\r\\n])(?:${ids})(?![^,\\r\\n])`, 'g');
  writeFileSync(rejects, back.replace(own, ''));
  return (back.match(own) ?? []).length;
}
