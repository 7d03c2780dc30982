/**
 * A profile with what usual column names say of the columns it leaves over: an export in a known layout often has a column more, such as 统筹支付
 * on a front page. Only fields that the profile has no column for are filled in, and the profile then says that it was.
 */
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Located } from './locate.ts';
import type { Profile } from './profile.ts';

/** `usual`: the same header read by usual names. The profile itself when they add nothing. */
export function filledIn({ profile, header, columns, lists, rest }: Located, usual: Located): Profile {
  if (profile.document === 'charges' || profile.source === 'official') return profile;
  const left = new Set(rest);
  const added = [...usual.columns].filter(([field, place]) => !columns.has(field) && !isId(field) && left.has(header[place]!));
  const addedLists = (['dx', 'px'] as const).filter(
    field => lists[field].length === 0 && usual.lists[field].some(place => left.has(header[place]!)),
  );
  if (added.length === 0 && addedLists.length === 0) return profile;
  return {
    ...profile,
    id: `${profile.id}+${usual.profile.id}`,
    source: 'assumption',
    columns: { ...profile.columns, ...Object.fromEntries(added.map(([field]) => [field, usual.profile.columns[field]!])) },
    lists: { ...profile.lists, ...Object.fromEntries(addedLists.map(field => [field, usual.profile.lists[field]!])) },
    dictionary: { ...Object.fromEntries(added.map(([field]) => [field, usual.profile.dictionary[field] ?? {}])), ...profile.dictionary },
  };
}

/** Numbers tell stays and persons apart: a second guess at them would join what does not belong together. */
const isId = (field: OwnColumn): boolean => field === 'stay_id' || field === 'visit_id' || field === 'patient_key';
