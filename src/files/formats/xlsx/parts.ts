/** The parts of a workbook (ECMA-376 part 2): entries of its archive by name, unpacked only when asked for. */

import { type Entry, entryBytes } from '../archive/zip-entries.ts';
import { type Budget, damaged, MOST_LETTERS, MOST_OF_A_LIST, tooLarge } from '../limits.ts';

export type Parts = {
  /** Lower case, with slashes: names of parts do not tell case apart, and some writers use backslashes. */
  readonly byName: ReadonlyMap<string, Entry>;
  readonly archive: Uint8Array;
  readonly at: string;
  readonly budget: Budget;
};

export const partsOf = (
  archive: Uint8Array,
  entries: readonly Entry[],
  place: { readonly at: string; readonly budget: Budget },
): Parts => ({
  byName: new Map(entries.map(entry => [plainName(entry.name), entry])),
  archive,
  ...place,
});

export const hasPart = ({ byName }: Parts, name: string): boolean => byName.has(plainName(name));

/** In UTF-8. */
export function part(parts: Parts, name: string): Uint8Array {
  const entry = parts.byName.get(plainName(name));
  if (!entry) throw damaged(parts.at, `工作簿缺少 ${name}`, `the workbook lacks ${name}`);
  const bytes = entryBytes(parts.archive, entry, parts);
  return inUtf8(bytes, parts.at);
}

/** One that lists sheets, formats or relations. */
export function listPart(parts: Parts, name: string): Uint8Array {
  const bytes = part(parts, name);
  if (bytes.length <= MOST_OF_A_LIST) return bytes;
  throw tooLarge(parts.at, `工作簿的 ${name} 过大`, `${name} of the workbook is too large`);
}

/** XML may be in UTF-16: then it begins with a mark. */
function inUtf8(bytes: Uint8Array, at: string): Uint8Array {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (wide && bytes.length > MOST_LETTERS) throw tooLarge(at, '工作表超过 512 MB', 'the sheet is larger than 512 MB');
  return wide ? new TextEncoder().encode(new TextDecoder(wide).decode(bytes)) : bytes;
}

const plainName = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** `../media/a.xml` seen from `xl/workbook.xml`; a target that begins with a slash is seen from the root. */
export function resolvePart(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
