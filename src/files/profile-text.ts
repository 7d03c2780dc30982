/** A confirmed mapping as a profile of its own: names of columns and words of the layout, never a cell of the file. */
import { stringify } from 'yaml';
import type { OwnColumn } from '../stay/own-layout.ts';
import { isAmount } from './amount-units.ts';
import type { Layout } from './layout.ts';

/** YAML in the form of data/profiles: a header that has all of these columns is of this layout. */
export function profileText(layout: Layout, { id, title }: { readonly id: string; readonly title: string }): string {
  const { profile, header, columns, more, lists, mapped } = layout;
  const named = (places: readonly number[]): readonly string[] => places.filter(place => place >= 0).map(place => header[place]!);
  // yuan is what amounts are in anyway; said, it would stand over a title that states another unit
  const isKept = (field: OwnColumn, unit: string): boolean => unit !== 'yuan' || layout.given.has(field) || profile.place !== undefined;
  const columnOf = ([field, place]: readonly [OwnColumn, number]) => {
    const { sum = false, unit, date = 'written', repeats = false } = profile.columns[field] ?? {};
    const [first = '', ...rest] = named([place, ...(more.get(field) ?? [])]);
    return [
      field,
      {
        ...(sum && rest.length > 0 ? { from: [first, ...rest], sum: true } : { from: [first], ...(rest.length > 0 && { with: rest }) }),
        ...(isAmount(field) && unit !== undefined && isKept(field, unit) && { unit }),
        ...(date === 'serial' && { date }),
        ...(repeats && { repeats }),
      },
    ];
  };
  const listOf = (field: 'dx' | 'px') => {
    const from = named(lists[field]);
    // a code without a date keeps its place: nothing is called so
    const dates = layout.dates[field].map(place => header[place] ?? '-');
    const split = profile.lists[field]?.split ?? '|';
    return from.length === 0 ? [] : [[field, { from, split, ...(dates.length > 0 && { dates }) }]];
  };
  const read = [...new Set([...columns.values(), ...[...more.values()].flat(), ...lists.dx, ...lists.px])].sort((a, b) => a - b);
  const words = Object.entries(profile.dictionary).filter(([field]) => columns.has(field as OwnColumn));
  return stringify(
    {
      id,
      title,
      document: profile.document,
      match: named(read),
      columns: Object.fromEntries([...columns].map(columnOf)),
      lists: Object.fromEntries([...listOf('dx'), ...listOf('px')]),
      ...(words.length > 0 && { dictionary: Object.fromEntries(words) }),
      ...(layout.sums.length > 0 && {
        sums: layout.sums.map(({ total, parts }) => ({ total: header[total]!, parts: named(parts) })),
      }),
      drop_rows: profile.dropRows,
      ...(profile.known.length > 0 && { known: profile.known }),
      source: mapped.size === 0 && layout.lacking.length === 0 ? profile.source : 'assumption',
    },
    { lineWidth: 140, aliasDuplicateObjects: false, version: '1.2' },
  );
}
