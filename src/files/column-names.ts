/** Names of columns as they are compared and shown. */
import type { Unit } from './amount.ts';
import type { Mapped } from './mapping.ts';
import { halfWidth, withoutControls } from './plain-text.ts';
import type { Profile } from './profile.ts';

/** Names are the same but for letter case, width, blanks and line ends, the mark of a required column, and a unit that is stated: `*总 费用（元）` is 总费用. */
export const plain = (name: string): string => {
  const close = unmarked(halfWidth(name).replace(blanks, '').toLowerCase().replace(/^\*+/, ''));
  return close.replace(stated, '') || close;
};

/** The same for a name of a profile: those are asked for again and again, for every sheet of a load. */
export function comparable(name: string): string {
  const known = compared.get(name) ?? plain(name);
  if (compared.size < MOST_NAMES) compared.set(name, known);
  return known;
}

const compared = new Map<string, string>();
const MOST_NAMES = 20_000;

/** Without the marks behind it; counted, because a pattern that looks for them from every place takes minutes over a million colons. */
function unmarked(name: string): string {
  let end = name.length;
  while (end > 0 && (name[end - 1] === '*' || name[end - 1] === ':')) end--;
  return name.slice(0, end);
}

/** Of an amount, an age or a weight. `年龄(天)` is another column than `年龄`, so other units stay in the name. */
const stated = /\((?:单位:?)?(?:人民币)?(万元|元|分|岁|克|g)\)$/;
/** Also the blanks of no width that exports leave in names. */
const blanks = /[\s\u200b-\u200d\u2060\ufeff]+/g;

/** The unit that a name states for its amounts. */
export function unitOf(name: string): Unit | undefined {
  const [, word] = stated.exec(unmarked(halfWidth(name).replace(blanks, '').toLowerCase())) ?? [];
  return word === undefined ? undefined : unitWords[word];
}

export const unitWords: Readonly<Record<string, Unit>> = { 万元: 'wan', 元: 'yuan', 分: 'fen' };

/** `费用/西药费` -> `西药费`; the name itself when it has one level. */
export const lastLevel = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** `JBDM1..3` -> `JBDM1`, `JBDM2`, `JBDM3`; `C06x09..10C` -> `C06x09C`, `C06x10C` */
export function numbered(name: string): readonly string[] {
  const [, stem, first, last, tail = ''] = /^(.*?)(?<!\d)(\d+)\.\.(\d+)(\D*)$/.exec(name) ?? [];
  if (stem === undefined || first === undefined || last === undefined) return [name];
  const count = Number(last) - Number(first) + 1;
  // the wrong way round, too many, or no numbers that can be counted: the name of one column
  if (!(count >= 1 && count <= MOST_NUMBERED)) return [name];
  const width = first.startsWith('0') ? first.length : 0;
  return Array.from({ length: count }, (_, i) => stem + String(Number(first) + i).padStart(width, '0') + tail);
}

const MOST_NUMBERED = 1000;

/** Every name that a profile or the person reads a column by, plain. */
export function knownNames(profiles: readonly Profile[], map: readonly Mapped[] = []): ReadonlySet<string> {
  const all = profiles.flatMap(({ match, columns, lists, sums }) => [
    ...match.flat(),
    ...Object.values(columns).flatMap(column => [...(column?.from ?? []), ...(column?.with ?? [])]),
    ...Object.values(lists).flatMap(list => [...(list?.from ?? []), ...(list?.otherwise ?? []), ...(list?.dates ?? [])]),
    ...sums.flatMap(({ total, parts }) => [total, ...parts]),
  ]);
  const mapped = map.flatMap(({ from, whole }) => [...from, whole]);
  return new Set([...all.flatMap(numbered), ...mapped].map(comparable));
}

/** A name in a message: long ones and numbers stay out of it. */
export const shownName = (name: string): string =>
  withoutControls(halfWidth(name).trim())
    .replace(/\d{4,}/g, '***')
    .slice(0, 24);
