/** The column profiles that there are, and one laid open: which names of columns it reads as what. */
import type { Language } from '../language.ts';
import type { Document } from '../stay/stay-table.ts';
import { SCHEMA_VERSION } from './json-rows.ts';
import { printable } from './printable.ts';
import { profileWords } from './profile-words.ts';
import { textTable } from './text-table.ts';
import { filled } from './words.ts';

export type ProfileView = {
  readonly id: string;
  readonly title: string;
  readonly document: Document;
  readonly source: 'official' | 'restated' | 'assumption';
  /** The person's own file; undefined for those that come with the program. */
  readonly place?: string | undefined;
  readonly match: readonly (readonly string[])[];
  readonly columns: Readonly<Record<string, ColumnView | undefined>>;
  readonly lists: Readonly<Record<string, { readonly from: readonly string[]; readonly split: string } | undefined>>;
  readonly dictionary: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  readonly dropRows: readonly string[];
};
type ColumnView = {
  readonly from: readonly string[];
  readonly with: readonly string[];
  readonly sum: boolean;
  readonly repeats: boolean;
  readonly unit?: 'yuan' | 'fen' | 'wan' | undefined;
};

export function profileListText(profiles: readonly ProfileView[], language: Language): string {
  const say = profileWords[language];
  const rows = profiles.map(({ id, title, document, source, place }) => [id, title, say[document], say[source], place ?? say.shipped]);
  const heads = [say.id, say.title, say.document, say.basis, say.from];
  return `${printLines(textTable({ columns: heads.map(left), rows, footer: [] }))}\n`;
}

export const profileListJson = (profiles: readonly ProfileView[]) => ({
  schemaVersion: SCHEMA_VERSION,
  profiles: profiles.map(({ id, title, document, source, place }) => ({ id, title, document, basis: source, place: place ?? null })),
});

export function profileShown(profile: ProfileView, language: Language, isAmount: (field: string) => boolean): string {
  const say = profileWords[language];
  const { id, title, document, source, match, columns, lists, dropRows, dictionary } = profile;
  const scalars = Object.entries(columns).map(([field, column]) => [
    field,
    column === undefined ? '' : namesOf(column, say),
    column !== undefined && isAmount(field) ? say[column.unit ?? 'yuan'] : '',
  ]);
  const listed = Object.entries(lists).flatMap(([field, list]) => (list === undefined ? [] : [[field, list.from.join(', '), '']]));
  const splits = [...new Set(Object.values(lists).flatMap(list => list?.split ?? []))];
  const words = Object.entries(dictionary).flatMap(([field, meant]) =>
    Object.entries(meant ?? {}).map(([theirs, ours]) => `${field}: ${theirs} = ${ours}`),
  );
  const names = match.map(known => known.join(' / ')).join(', ');
  const lines = [
    `${id}  ${title}  (${say[document]}, ${say[source]}, ${profile.place ?? say.shipped})`,
    match.length === 0 ? say.fallback : filled(say.knownBy, { names }),
    '',
    textTable({
      columns: [left(say.field), { head: say.columns, align: 'left', widest: 100 }, left(say.unit)],
      rows: [...scalars, ...listed],
      footer: [],
    }),
    ...(splits.length > 0 ? ['', filled(say.listsSplit, { split: splits.join('  ') })] : []),
    ...(dropRows.length > 0 ? [filled(say.dropRows, { words: dropRows.join(', ') })] : []),
    ...(words.length > 0 ? ['', say.words, ...words.map(word => `  ${word}`)] : []),
  ];
  return `${printLines(lines.join('\n'))}\n`;
}

/** In the form of data/schema/profile.schema.json. */
export const profileJson = ({ dropRows, source, place, ...profile }: ProfileView) => ({
  schemaVersion: SCHEMA_VERSION,
  place: place ?? null,
  profile: { ...profile, drop_rows: dropRows, source },
});

function namesOf({ from, with: others, sum, repeats }: ColumnView, say: (typeof profileWords)['zh']): string {
  const names = sum && from.length > 1 ? `${say.sumOf}${from.join(' + ')}` : from.join(', ');
  const joined = others.length > 0 ? `${names}${say.with}${others.join(', ')}` : names;
  return repeats ? `${joined} (${say.repeats})` : joined;
}

const left = (head: string) => ({ head, align: 'left' as const, widest: 120 });

/** What may stand on a screen, line by line. */
export const printLines = (text: string): string => text.split('\n').map(printable).join('\n');
