/** Which profile a header belongs to, and where each of our columns stands in it. */
import { UserError } from '../errors.ts';
import type { OwnColumn } from '../stay/own-layout.ts';
import { numbered, plain } from './column-names.ts';
import { refuseTwice, unknownHeader } from './header-mistakes.ts';
import { namesPerson } from './identifiers.ts';
import type { Profile, ProfileList } from './profile.ts';
import { type UnusedColumns, unusedColumns } from './unused-columns.ts';

export type Layout = {
  readonly profile: Profile;
  readonly header: readonly string[];
  /** Column number in the file of what the profile maps and the header has. */
  readonly columns: ReadonlyMap<OwnColumn, number>;
  /** Further columns that belong to one of `columns`: amounts to add to it, parts that make an id whole. */
  readonly more: ReadonlyMap<OwnColumn, readonly number[]>;
  readonly lists: { readonly dx: readonly number[]; readonly px: readonly number[] };
  /** Columns with the dates of the codes of a list, place by place, -1 where one is lacking; empty when the file has none. */
  readonly dates: { readonly dx: readonly number[]; readonly px: readonly number[] };
  /** Sums that the layout states of itself, as far as the file has them. */
  readonly sums: readonly { readonly total: number; readonly parts: readonly number[] }[];
  /** Share of the header's columns that the profile explains, 0 to 1; columns that name a person count neither way. */
  readonly score: number;
  /** Header names that were skipped because they name a person. */
  readonly dropped: readonly string[];
} & UnusedColumns;

type Wanted = { readonly profiles: readonly Profile[]; readonly profile?: string | undefined; readonly at: string };

/** The profile that explains most of the header, or the one the person names; an unknown header says what was seen and what is missing. */
export function layoutOf(header: readonly string[], { profiles, profile, at }: Wanted): Layout {
  const names = header.map(plain);
  const asked = profile === undefined ? profiles : [profileNamed(profile, profiles)];
  const fitting = asked.filter(({ match }) => match.every(known => known.some(name => names.includes(plain(name)))));
  const layouts = fitting.map(candidate => locate(candidate, header, names));
  const [best] = layouts.sort((a, b) => b.columns.size - a.columns.size);
  if (!best) throw unknownHeader(header, { asked, profiles, at });
  refuseTwice(best, at);
  return best;
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

function locate(profile: Profile, header: readonly string[], names: readonly string[]): Layout {
  const place = (name: string): number => (namesPerson(name) ? -1 : names.indexOf(plain(name)));
  const columns = new Map<OwnColumn, number>();
  for (const [field, { from }] of Object.entries(profile.columns)) {
    const column = from.map(place).find(at => at >= 0);
    if (column !== undefined) columns.set(field as OwnColumn, column);
  }
  const listed = (list: ProfileList | undefined): readonly number[] => {
    const places = (list?.from ?? []).flatMap(numbered).map(place);
    return places.filter(at => at >= 0);
  };
  const lists = { dx: listed(profile.lists.dx), px: listed(profile.lists.px) };
  const more = new Map<OwnColumn, readonly number[]>();
  for (const [field, { from, sum, with: others }] of Object.entries(profile.columns)) {
    const first = columns.get(field as OwnColumn);
    if (first === undefined) continue;
    const belonging = [...(sum ? from : []), ...others].map(place).filter(at => at >= 0 && at !== first);
    if (belonging.length > 0) more.set(field as OwnColumn, belonging);
  }
  const datesOf = (list: ProfileList | undefined): readonly number[] => {
    const places = (list?.dates ?? []).flatMap(numbered).map(place);
    return places.some(at => at >= 0) ? places : [];
  };
  const dates = { dx: datesOf(profile.lists.dx), px: datesOf(profile.lists.px) };
  const sums = profile.sums.flatMap(({ total, parts }) => {
    const at = place(total);
    const of = parts.map(place).filter(part => part >= 0);
    return at < 0 || of.length === 0 ? [] : [{ total: at, parts: of }];
  });
  const used = new Set([
    ...[...columns.values(), ...[...more.values()].flat(), ...lists.dx, ...lists.px, ...dates.dx, ...dates.px],
    ...sums.flatMap(({ total, parts }) => [total, ...parts]),
  ]);
  const unused = header.filter((name, at) => name !== '' && !used.has(at) && !namesPerson(name));
  // a column that was found is not what a misspelt one was meant to be
  const lacking = [
    ...Object.entries(profile.columns).filter(([field]) => !columns.has(field as OwnColumn)),
    ...Object.entries(profile.lists).filter(([field]) => lists[field as 'dx' | 'px'].length === 0),
  ].flatMap(([, source]) => (source?.from ?? []).flatMap(numbered));
  const seen = header.filter(name => name !== '' && !namesPerson(name)).length;
  const score = seen === 0 ? 0 : (seen - unused.length) / seen;
  return {
    profile,
    header,
    columns,
    more,
    lists,
    dates,
    sums,
    score,
    dropped: header.filter(namesPerson),
    ...unusedColumns(unused, lacking),
  };
}
