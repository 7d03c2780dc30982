/** Which profile a header belongs to, and where each of our columns stands in it. */
import { UserError } from '../errors.ts';
import type { OwnColumn } from '../stay/own-layout.ts';
import { namesPerson } from './identifiers.ts';
import { halfWidth } from './plain-text.ts';
import type { Profile, ProfileList } from './profile.ts';

export type Layout = {
  readonly profile: Profile;
  readonly header: readonly string[];
  /** Column number in the file of what the profile maps and the header has. */
  readonly columns: ReadonlyMap<OwnColumn, number>;
  readonly lists: { readonly dx: readonly number[]; readonly px: readonly number[] };
  /** Header names that were skipped because they name a person. */
  readonly dropped: readonly string[];
};

type Wanted = { readonly profiles: readonly Profile[]; readonly profile?: string | undefined; readonly at: string };

/** The profile that explains most of the header, or the one the person names; an unknown header says what was seen and what is missing. */
export function layoutOf(header: readonly string[], { profiles, profile, at }: Wanted): Layout {
  const names = header.map(plain);
  const asked = profile === undefined ? profiles : [profileNamed(profile, profiles)];
  const fitting = asked.filter(({ match }) => match.every(name => names.includes(plain(name))));
  const layouts = fitting.map(candidate => locate(candidate, header, names));
  const [best] = layouts.sort((a, b) => b.columns.size - a.columns.size);
  if (best) return best;
  throw unknownHeader(header, { asked, names, at });
}

function profileNamed(id: string, profiles: readonly Profile[]): Profile {
  const found = profiles.find(profile => profile.id === id);
  if (found) return found;
  const known = profiles.map(profile => profile.id);
  throw new UserError(
    'USAGE',
    { zh: `没有名为“${id}”的列映射`, en: `no column profile named "${id}"` },
    {
      hint: { zh: `可用：${known.join('、')}`, en: `Known: ${known.join(', ')}` },
    },
  );
}

/** Exact names, but for letter case, width and the blanks around them. */
const plain = (name: string): string => halfWidth(name).trim().toLowerCase();

function locate(profile: Profile, header: readonly string[], names: readonly string[]): Layout {
  const place = (name: string): number => (namesPerson(name) ? -1 : names.indexOf(plain(name)));
  const columns = new Map<OwnColumn, number>();
  for (const [field, { from }] of Object.entries(profile.columns)) {
    const column = from.map(place).find(at => at >= 0);
    if (column !== undefined) columns.set(field as OwnColumn, column);
  }
  const listed = (list: ProfileList | undefined): readonly number[] =>
    (list?.from ?? [])
      .flatMap(numbered)
      .map(place)
      .filter(at => at >= 0);
  return {
    profile,
    header,
    columns,
    lists: { dx: listed(profile.lists.dx), px: listed(profile.lists.px) },
    dropped: header.filter(namesPerson),
  };
}

/** `JBDM1..3` -> `JBDM1`, `JBDM2`, `JBDM3` */
function numbered(name: string): readonly string[] {
  const [, stem, first, last] = /^(.*?)(\d+)\.\.(\d+)$/.exec(name) ?? [];
  if (stem === undefined || first === undefined || last === undefined) return [name];
  const width = first.startsWith('0') ? first.length : 0;
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => stem + String(Number(first) + i).padStart(width, '0'));
}

type Unknown = { readonly asked: readonly Profile[]; readonly names: readonly string[]; readonly at: string };

function unknownHeader(header: readonly string[], { asked, names, at }: Unknown): UserError {
  const missing = asked
    .map(({ id, match }) => ({ id, names: match.filter(name => !names.includes(plain(name))), of: match.length }))
    .sort((a, b) => a.names.length / a.of - b.names.length / b.of);
  const seen = header.slice(0, 20).map(name => shown(name));
  const lacking = missing.map(({ id, names: lack }) => `${id}: ${lack.join(', ')}`).join('; ');
  return new UserError(
    'HEADER_UNKNOWN',
    { zh: `不认识的表头：${seen.join('、')}`, en: `unknown header: ${seen.join(', ')}` },
    {
      at,
      hint: { zh: `已知格式缺少的列：${lacking}`, en: `Columns missing from the known layouts: ${lacking}` },
    },
  );
}

/** A file without a header shows its first record here: long cells and digits stay out of the message. */
const shown = (name: string): string =>
  plainSeen(name)
    .replace(/\d{4,}/g, '***')
    .slice(0, 24);
const plainSeen = (name: string): string =>
  halfWidth(name)
    .trim()
    .replace(/\p{Cc}/gu, '');
