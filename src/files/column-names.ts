/** Names of columns as they are compared and shown. */
import { halfWidth, withoutControls } from './plain-text.ts';
import type { Profile } from './profile.ts';

/** Exact names, but for letter case, width and the blanks around them. */
export const plain = (name: string): string => halfWidth(name).trim().toLowerCase();

/** `JBDM1..3` -> `JBDM1`, `JBDM2`, `JBDM3`; `C06x09..10C` -> `C06x09C`, `C06x10C` */
export function numbered(name: string): readonly string[] {
  const [, stem, first, last, tail] = /^(.*?)(\d+)\.\.(\d+)(\D*)$/.exec(name) ?? [];
  if (stem === undefined || first === undefined || last === undefined) return [name];
  const width = first.startsWith('0') ? first.length : 0;
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => stem + String(Number(first) + i).padStart(width, '0') + tail);
}

/** Every name that a profile reads a column by, plain. */
export function knownNames(profiles: readonly Profile[]): ReadonlySet<string> {
  const all = profiles.flatMap(({ match, columns, lists }) => [
    ...match.flat(),
    ...[...Object.values(columns), ...Object.values(lists)].flatMap(source => source?.from ?? []),
  ]);
  return new Set(all.flatMap(numbered).map(plain));
}

/** A name in a message: long ones and numbers stay out of it. */
export const shownName = (name: string): string =>
  withoutControls(halfWidth(name).trim())
    .replace(/\d{4,}/g, '***')
    .slice(0, 24);
