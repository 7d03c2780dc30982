/** How a file would be read: its sheets, the profile that fits best, the meaning of every column, and the other profiles with their scores. */
import type { Text } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Document } from '../stay/stay-table.ts';
import { percent } from './format.ts';
import { SCHEMA_VERSION } from './json-rows.ts';
import { nameRuns } from './name-runs.ts';
import { printLines } from './profile-list.ts';
import { profileWords } from './profile-words.ts';
import { textTable } from './text-table.ts';
import { filled } from './words.ts';

export type TriedView = {
  readonly sheet: string;
  readonly format: string;
  readonly mistake: { readonly text: Text } | undefined;
  readonly understood: UnderstoodView | undefined;
};

type Unit = 'yuan' | 'fen' | 'wan';
type Places = readonly number[];

type UnderstoodView = {
  readonly sheet: { readonly encoding?: string | undefined };
  readonly head: {
    readonly text: { readonly encoding: string };
    readonly record: number;
    readonly separator: string;
    readonly unit: Unit | undefined;
  };
  readonly layout: {
    readonly profile: {
      readonly id: string;
      readonly title: string;
      readonly document: Document;
      readonly source: 'official' | 'restated' | 'assumption';
    };
    readonly header: readonly string[];
    readonly columns: ReadonlyMap<string, number>;
    readonly more: ReadonlyMap<string, Places>;
    readonly units: ReadonlyMap<string, Unit>;
    readonly lists: { readonly dx: Places; readonly px: Places };
    readonly dates: { readonly dx: Places; readonly px: Places };
    readonly score: number;
    readonly lacking: readonly string[];
    readonly others: readonly { readonly id: string; readonly score: number; readonly columns: number; readonly fits: boolean }[];
    readonly unused: readonly string[];
    readonly nearest: Readonly<Record<string, string>>;
    readonly dropped: readonly string[];
  };
};

export const triedText = (tried: readonly TriedView[], language: Language): string =>
  `${tried.map(one => printLines(sheetText(one, language))).join('\n\n')}\n`;

function sheetText({ sheet, format, mistake, understood }: TriedView, language: Language): string {
  const say = profileWords[language];
  if (!understood) return filled(say.mistake, { sheet, format, text: mistake?.text[language] ?? '' });
  const { head, layout } = understood;
  const { profile, lacking, others, unused, nearest, dropped } = layout;
  const rows = fieldsOf(layout).map(({ field, from, unit }) => [field, nameRuns(from).join(' + '), unit ? say[unit] : '']);
  const place = { sheet, format, encoding: encodingOf(understood), row: head.record };
  const comma = language === 'zh' ? '、' : ', ';
  const named = nameRuns(unused).map(name => (Object.hasOwn(nearest, name) ? filled(say.meant, { name, known: nearest[name]! }) : name));
  return [
    (format === 'text' ? filled(say.sheet, { ...place, separator: say[separatorWord(head.separator)] }) : filled(say.sheetOnly, place)) +
      (head.unit ? filled(say.unitAbove, { unit: say[head.unit] }) : ''),
    filled(say.chosen, { id: profile.id, title: profile.title, basis: say[profile.source], score: shareText(layout.score) }),
    ...(lacking.length > 0 ? [filled(say.lacking, { names: lacking.join(comma) })] : []),
    '',
    textTable({ columns: [left(say.field), { head: say.column, align: 'left', widest: 80 }, left(say.unit)], rows, footer: [] }),
    ...(unused.length > 0 ? ['', filled(say.unused, { names: named.join(comma) })] : []),
    ...(dropped.length > 0 ? ['', filled(say.dropped, { names: dropped.join(comma) })] : []),
    ...(others.length > 0 ? ['', othersText(others, language)] : []),
  ].join('\n');
}

function othersText(others: UnderstoodView['layout']['others'], language: Language): string {
  const say = profileWords[language];
  return textTable({
    columns: [left(say.others), right(say.score), right(say.read), left(say.fits)],
    rows: others.map(({ id, score, columns, fits }) => [id, shareText(score), String(columns), fits ? say.yes : say.no]),
    footer: [],
  });
}

/** A plain value for JSON.stringify; described by data/schema/profile-try.schema.json. */
export const triedJson = (tried: readonly TriedView[]) => ({
  schemaVersion: SCHEMA_VERSION,
  sheets: tried.map(({ sheet, format, mistake, understood }) => ({
    sheet,
    format,
    mistake: mistake?.text.en ?? null,
    reading: understood ? readingJson(understood) : null,
  })),
});

function readingJson(understood: UnderstoodView) {
  const { head, layout } = understood;
  const { profile, score, lacking, others, unused, nearest, dropped } = layout;
  return {
    encoding: encodingOf(understood),
    separator: head.separator,
    header_row: head.record,
    profile: profile.id,
    document: profile.document,
    basis: profile.source,
    score: rounded(score),
    lacking,
    columns: fieldsOf(layout).map(({ field, from, unit }) => ({ field, from, unit: unit ?? null })),
    unused: unused.map(column => ({ column, ...(Object.hasOwn(nearest, column) && { nearest: nearest[column]! }) })),
    dropped,
    others: others.map(other => ({ ...other, score: rounded(other.score) })),
  };
}

type Field = { readonly field: string; readonly from: readonly string[]; readonly unit: Unit | undefined };

/** Every field that is read, with the names of its columns in the file. */
function fieldsOf({ header, columns, more, units, lists, dates }: UnderstoodView['layout']): readonly Field[] {
  const named = (places: Places): readonly string[] => places.filter(place => place >= 0).map(place => header[place] ?? '');
  const scalars = [...columns].map(([field, place]) => ({
    field,
    from: named([place, ...(more.get(field) ?? [])]),
    unit: units.get(field),
  }));
  const listed = (['dx', 'px'] as const).flatMap(field => [
    { field, from: named(lists[field]), unit: undefined },
    { field: `${field} dates`, from: named(dates[field]), unit: undefined },
  ]);
  return [...scalars, ...listed.filter(({ from }) => from.length > 0)];
}

const encodingOf = ({ sheet, head }: UnderstoodView): string => sheet.encoding ?? head.text.encoding;

function separatorWord(separator: string) {
  switch (separator) {
    case '\t':
      return 'tab';
    case ';':
      return 'semicolon';
    case '|':
      return 'bar';
    case '，':
      return 'wideComma';
    case '；':
      return 'wideSemicolon';
    default:
      return 'comma';
  }
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;
const shareText = (share: number): string => percent(Math.round(share * 1000), 1000);
const left = (head: string) => ({ head, align: 'left' as const });
const right = (head: string) => ({ head, align: 'right' as const });
