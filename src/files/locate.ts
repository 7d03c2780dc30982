/** Where each of our columns stands in a header as one profile reads it, and how much of the header that explains. */
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Unit } from './amount.ts';
import { amountUnits } from './amount-units.ts';
import { numbered } from './column-names.ts';
import { columnPlaces } from './column-places.ts';
import { namesPerson } from './identifiers.ts';
import type { Profile, ProfileList } from './profile.ts';

export type Located = {
  readonly profile: Profile;
  readonly header: readonly string[];
  /** Column number in the file of what the profile maps and the header has. */
  readonly columns: ReadonlyMap<OwnColumn, number>;
  /** Further columns that belong to one of `columns`: amounts to add to it, parts that make an id whole. */
  readonly more: ReadonlyMap<OwnColumn, readonly number[]>;
  /** What the amounts of a column are in: as the person, the header or the profile says, in that order. Columns of amounts only. */
  readonly units: ReadonlyMap<OwnColumn, Unit>;
  readonly lists: { readonly dx: readonly number[]; readonly px: readonly number[] };
  /** Columns with the dates of the codes of a list, place by place, -1 where one is lacking; empty when the file has none. */
  readonly dates: { readonly dx: readonly number[]; readonly px: readonly number[] };
  /** Sums that the layout states of itself, as far as the file has them. */
  readonly sums: readonly { readonly total: number; readonly parts: readonly number[] }[];
  /** Share of the header's columns that the profile explains, 0 to 1; columns that name a person count neither way. */
  readonly score: number;
  /** Columns that nothing reads. */
  readonly rest: readonly string[];
  /** Fields that the person mapped, and units that they gave. */
  readonly mapped: ReadonlySet<OwnColumn>;
  readonly given: ReadonlyMap<OwnColumn, Unit>;
};

export type Given = {
  readonly header: readonly string[];
  readonly place: (name: string) => number;
  /** Fields that the person mapped: the profile's own columns for them were replaced. */
  readonly mapped: ReadonlySet<OwnColumn>;
  /** Units that the person gave. */
  readonly given: ReadonlyMap<OwnColumn, Unit>;
  /** The unit stated above the header. */
  readonly unit: Unit | undefined;
};

export const givenHeader = (header: readonly string[], unit?: Unit): Given => ({
  header,
  place: columnPlaces(header),
  mapped: new Set(),
  given: new Map(),
  unit,
});

export function locate(profile: Profile, { header, place, mapped, given, unit }: Given): Located {
  const columns = new Map<OwnColumn, number>();
  const more = new Map<OwnColumn, readonly number[]>();
  const taken = new Set([...mapped].flatMap(field => sourcesOf(profile, field)).map(place));
  for (const [name, { from, sum, with: others }] of Object.entries(profile.columns)) {
    const field = name as OwnColumn;
    // a column that the person gave a meaning has no other one; a number may be that of a patient and of a stay
    const free = (at: number): boolean => at >= 0 && (mapped.has(field) || isId(field) || !taken.has(at));
    const places = from.map(place).filter(free);
    const [first] = places;
    if (first === undefined) continue;
    columns.set(field, first);
    const belonging = [...new Set([...(sum ? places : []), ...others.map(place).filter(free)])].filter(at => at !== first);
    if (belonging.length > 0) more.set(field, belonging);
  }
  const lists = { dx: listed('dx'), px: listed('px') };
  const dates = { dx: dated('dx'), px: dated('px') };
  const sums = profile.sums.flatMap(({ total, parts }) => {
    const at = place(total);
    const of = parts.map(place).filter(part => part >= 0);
    return at < 0 || of.length === 0 ? [] : [{ total: at, parts: of }];
  });
  const used = new Set([
    ...[...columns.values(), ...[...more.values()].flat(), ...lists.dx, ...lists.px, ...dates.dx, ...dates.px],
    ...sums.flatMap(({ total, parts }) => [total, ...parts]),
  ]);
  for (const at of profile.known.flatMap(numbered).map(place)) if (at >= 0) used.add(at);
  const rest = header.filter((name, at) => name !== '' && !used.has(at) && !namesPerson(name));
  const seen = header.filter(name => name !== '' && !namesPerson(name)).length;
  const score = seen === 0 ? 0 : (seen - rest.length) / seen;
  const units = amountUnits({ profile, columns, more, header, given, unit });
  return { profile, header, columns, more, units, lists, dates, sums, score, rest, mapped, given };

  function listed(field: 'dx' | 'px'): readonly number[] {
    const free = (at: number): boolean => at >= 0 && (mapped.has(field) || !taken.has(at));
    const from = namesOf(profile.lists[field]).map(place).filter(free);
    return [...new Set(from.length > 0 ? from : (profile.lists[field]?.otherwise ?? []).map(place).filter(free))];
  }

  function dated(field: 'dx' | 'px'): readonly number[] {
    const codes = namesOf(profile.lists[field]);
    const places = (profile.lists[field]?.dates ?? []).flatMap(numbered).map(place);
    // a code that the file has no column for takes its date with it
    const paired = places.length === codes.length ? places.filter((_, i) => place(codes[i]!) >= 0) : places;
    return paired.some(at => at >= 0) ? paired : [];
  }
}

const namesOf = (list: ProfileList | undefined): readonly string[] => (list?.from ?? []).flatMap(numbered);

/** Names of the columns that a field is read from. */
function sourcesOf({ columns, lists }: Profile, field: OwnColumn): readonly string[] {
  if (field === 'dx' || field === 'px') return namesOf(lists[field]);
  const column = columns[field];
  return column ? [...column.from, ...column.with] : [];
}

const isId = (field: OwnColumn): boolean => field === 'stay_id' || field === 'patient_key' || field === 'visit_id';
