/** Which profile a header belongs to, and where each of our columns stands in it. */
import { UserError } from '../errors.ts';
import type { OwnColumn } from '../stay/own-layout.ts';
import { type MoneyField, moneyFields } from '../stay/stay-table.ts';
import type { Unit } from './amount.ts';
import { knownNames, numbered, plain } from './column-names.ts';
import { filledIn } from './filled-in.ts';
import { refuseTwice, unknownHeader } from './header-mistakes.ts';
import { namesPerson } from './identifiers.ts';
import { type Given, givenHeader, type Located, locate } from './locate.ts';
import type { Mapped } from './mapping.ts';
import type { Profile } from './profile.ts';
import { type UnusedColumns, unusedColumns } from './unused-columns.ts';
import { bareProfile, type Resolved, resolveMap, withMap } from './with-map.ts';

export type Layout = Located & {
  /** Header names that were skipped because they name a person. */
  readonly dropped: readonly string[];
  /** Names that the profile's layout has and this header lacks; none unless the profile is only the nearest one. */
  readonly lacking: readonly string[];
  /** The other profiles, the one that explains most first. */
  readonly others: readonly Candidate[];
} & UnusedColumns;

export type Candidate = {
  readonly id: string;
  readonly score: number;
  /** How many columns of the file it reads. */
  readonly columns: number;
  /** The header has all that the profile is known by. */
  readonly fits: boolean;
};

export type Wanted = {
  readonly profiles: readonly Profile[];
  /** Id of the profile to use whatever the header says, or the place of its file. */
  readonly profile?: string | undefined;
  /** What the person says of columns, on top of the profile or without one. */
  readonly map?: readonly Mapped[] | undefined;
  /** Other files of the load may have the mapped columns that this one lacks. */
  readonly severalFiles?: boolean | undefined;
  /** Name of the sheet, in a workbook. */
  readonly sheet?: string | undefined;
  /** The unit stated above the header. */
  readonly unit?: Unit | undefined;
  readonly at: string;
};

/**
 * The profile that the header has all names of and that explains most of it; a person's own one before the others. Without such a one the
 * nearest, when it explains enough to be of use; else a mapping alone. An unknown header says what was seen and what is missing.
 */
export function layoutOf(header: readonly string[], wanted: Wanted): Layout {
  const { profiles, profile, map = [], severalFiles = false, sheet, unit, at } = wanted;
  const asked = profile === undefined ? profiles.filter(one => isSheet(one, sheet)) : [profileNamed(profile, profiles)];
  const bare = givenHeader(header, unit);
  const resolved =
    map.length === 0 ? [] : resolveMap(map, { header, place: bare.place, known: knownNames(profiles, map), at, others: severalFiles });
  const given = withMapped(bare, resolved);
  const tried = asked.map(one => attempt(withMap(one, resolved), given)).sort(byWorth);
  const chosen = tried.find(({ fits }) => fits) ?? nearest(tried, { resolved, given, named: profile !== undefined });
  if (!chosen || !holdsStays(chosen.located)) throw unknownHeader(header, { asked, profiles, at });
  const full = profile === undefined && chosen.fits ? withUsualNames(chosen, { tried, given }) : chosen;
  refuseTwice(full.located, at);
  return whole(full, tried);
}

/** By id, or by the path of a profile file that was read. */
export function profileNamed(id: string, profiles: readonly Profile[]): Profile {
  const found = profiles.find(({ place }) => place === id) ?? profiles.find(profile => profile.id === id);
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

/** A sheet of a workbook has its name; a text has none and is of any sheet. */
const isSheet = ({ sheet: wanted }: Profile, sheet: string | undefined): boolean =>
  wanted === undefined || sheet === undefined || plain(wanted) === plain(sheet);

const withMapped = (header: Given, resolved: readonly Resolved[]): Given => ({
  ...header,
  mapped: new Set(resolved.map(({ field }) => field)),
  given: new Map(resolved.flatMap(({ field, unit }) => (unit === undefined ? [] : [[field, unit] as const]))),
});

type Attempt = { readonly located: Located; readonly fits: boolean; readonly lacking: readonly string[]; readonly columns: number };

function attempt(profile: Profile, given: Given): Attempt {
  const located = locate(profile, given);
  const lacking = profile.match.filter(known => !known.some(name => given.place(name) >= 0)).map(([name]) => name ?? '');
  const columns = new Set([...located.columns.values(), ...located.lists.dx, ...located.lists.px]).size;
  const of = profile.match.length;
  // half of what a layout is known by is half a proof that the file is of it
  const score = lacking.length === 0 ? located.score : located.score * ((of - lacking.length) / of);
  return { located: { ...located, score }, lacking, columns, fits: of > 0 && lacking.length === 0 };
}

/** The fallback profile knows the usual names. */
function withUsualNames(chosen: Attempt, { tried, given }: { readonly tried: readonly Attempt[]; readonly given: Given }): Attempt {
  const usual = tried.find(({ located: { profile } }) => profile.match.length === 0);
  // beside the columns of a known layout a column called 诊断 says in words what is coded elsewhere
  const profile = usual ? filledIn(chosen.located, locate(codesOnly(usual.located.profile), given)) : chosen.located.profile;
  return profile === chosen.located.profile ? chosen : attempt(profile, given);
}

const codesOnly = (profile: Profile): Profile => ({
  ...profile,
  lists: { dx: profile.lists.dx && { ...profile.lists.dx, otherwise: undefined }, px: profile.lists.px },
});

/**
 * Better first; equal ones stay in the order of the profiles. Of profiles that do not fit, the one that reads most columns; the usual names
 * before a layout that reads no more of them, for then nothing says that the file is of that layout.
 */
function byWorth(a: Attempt, b: Attempt): number {
  const own = ({ located, fits }: Attempt): number => (fits && located.profile.place !== undefined ? 1 : 0);
  const fitting = Number(b.fits) - Number(a.fits);
  if (own(a) !== own(b) || fitting !== 0) return own(b) - own(a) || fitting;
  if (a.fits) return b.located.score - a.located.score || b.columns - a.columns;
  const usual = ({ located }: Attempt): number => (located.profile.match.length === 0 ? 1 : 0);
  return b.columns - a.columns || usual(b) - usual(a) || b.located.score - a.located.score;
}

/** Three columns of ours, among them diagnoses or an amount, or diagnoses with a number or the total: less is a table of something else. */
function isEnough({ located: { columns, lists }, columns: count }: Attempt): boolean {
  const hasAmount = [...columns.keys()].some(
    field => ['amount', 'insurer_payment', 'fund_total', 'patient_total'].includes(field) || moneyFields.includes(field as MoneyField),
  );
  const hasNumber = columns.has('stay_id') || columns.has('visit_id') || columns.has('patient_key');
  if (lists.dx.length > 0 && (hasNumber || columns.has('total'))) return true;
  return count >= 3 && (lists.dx.length > 0 || hasAmount);
}

/**
 * A row can be told to be a stay by its number, by the number of its patient and a date, or by a diagnosis. A sheet of sums by department has
 * none of them: loaded, it would count every amount of the stays a second time.
 */
function holdsStays({ profile, columns, lists }: Located): boolean {
  if (profile.document === 'charges' || lists.dx.length > 0 || columns.has('stay_id') || columns.has('visit_id')) return true;
  return columns.has('patient_key') && dates.some(field => columns.has(field));
}

const dates = ['admitted', 'discharged', 'settled'] as const;

type Further = { readonly resolved: readonly Resolved[]; readonly given: Given; readonly named: boolean };

/** Of profiles that lack a part of what they are known by; a mapping alone is as good as one that explains no more. */
function nearest(tried: readonly Attempt[], { resolved, given, named }: Further): Attempt | undefined {
  const enough = tried.find(isEnough);
  const [first] = tried;
  if (named && first && (resolved.length > 0 || (first.lacking.length === 0 && first.columns > 0))) return first;
  if (resolved.length === 0) return enough;
  const alone = attempt(withMap(bareProfile(resolved.map(({ field }) => field)), resolved), given);
  return enough && enough.columns > alone.columns ? enough : alone;
}

function whole({ located, fits, lacking }: Attempt, tried: readonly Attempt[]): Layout {
  const { header, profile, columns, lists, rest } = located;
  // a column that was found is not what a misspelt one was meant to be
  const notFound = [
    ...Object.entries(profile.columns).filter(([field]) => !columns.has(field as OwnColumn)),
    ...Object.entries(profile.lists).filter(([field]) => lists[field as 'dx' | 'px'].length === 0),
  ].flatMap(([, source]) => (source?.from ?? []).flatMap(numbered));
  // columns that the person mapped speak for no profile
  const given = new Set(
    [...located.mapped].flatMap(field => (field === 'dx' || field === 'px' ? lists[field] : [columns.get(field) ?? -1])),
  ).size;
  const others = tried
    .filter(({ located: { profile: one }, columns: count }) => one !== profile && one.id !== profile.id && count > given)
    .map(({ located: { profile: one, score }, columns: count, fits: also }) => ({ id: one.id, score, columns: count, fits: also }));
  return { ...located, dropped: header.filter(namesPerson), lacking: fits ? [] : lacking, others, ...unusedColumns(rest, notFound) };
}
