/** Where the columns of a header stand, by name: as written, then as names are compared, then by the lower of two levels where only one has it. */
import { comparable, lastLevel, plain } from './column-names.ts';
import { namesPerson } from './identifiers.ts';

/** Place of the column of that name, -1 when there is none; columns that name a person have no place. */
export function columnPlaces(header: readonly string[]): (name: string) => number {
  const written = new Map<string, number>();
  const compared = new Map<string, number>();
  const lower = new Map<string, number>();
  header.forEach((name, place) => {
    if (name === '' || namesPerson(name)) return;
    if (!written.has(name)) written.set(name, place);
    if (!compared.has(plain(name))) compared.set(plain(name), place);
    if (!name.includes('/')) return;
    const last = plain(lastLevel(name));
    lower.set(last, lower.has(last) ? NOWHERE : place);
  });
  return name => {
    const known = comparable(name);
    return written.get(name) ?? compared.get(known) ?? lower.get(known) ?? NOWHERE;
  };
}

const NOWHERE = -1;
