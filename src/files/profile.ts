/** A column profile: which columns of a known file layout mean what. Written in YAML (data/profiles), checked here. */
import { isScalar, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { type Text, UserError } from '../errors.ts';
import { type OwnColumn, readableColumns } from '../stay/own-layout.ts';
import { type Document, documents } from '../stay/stay-table.ts';

export type Profile = {
  readonly id: string;
  readonly title: string;
  /** What paper the rows are; decides how the files of one load are joined. */
  readonly document: Document;
  /** The file it was read from, for the profiles of the person; undefined for those of the installation. */
  readonly place?: string | undefined;
  /** A header that has one name of each of these is of this layout; none: only where no other profile fits. */
  readonly match: readonly (readonly string[])[];
  /** Name of the sheet of a workbook, when only one of several holds the rows. */
  readonly sheet?: string | undefined;
  /** What the layout is usually written in; followed only when the person names the profile. */
  readonly encoding?: string | undefined;
  readonly columns: Readonly<Partial<Record<OwnColumn, ProfileColumn>>>;
  readonly lists: { readonly dx?: ProfileList | undefined; readonly px?: ProfileList | undefined };
  /** Words of the layout -> our words, by column. */
  readonly dictionary: Readonly<Partial<Record<OwnColumn, Readonly<Record<string, string>>>>>;
  /** A row without a principal diagnosis, one of whose cells begins with such a word, is no stay: a sum, a signature. */
  readonly dropRows: readonly string[];
  /** Sums that the layout states of itself, by header names: the amounts of `parts` that the file has make up `total`. */
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
  /** Columns of the layout that nothing reads: known, so that they are neither strange nor a misspelling. */
  readonly known: readonly string[];
  readonly source: 'official' | 'restated' | 'assumption';
};

export type ProfileColumn = {
  /** The first of these names that the header has. */
  readonly from: readonly string[];
  /** An amount is the sum of all columns of `from`, not the first of them. */
  readonly sum: boolean;
  /** Columns that make a number whole with the first: a record number and the count of its admissions. */
  readonly with: readonly string[];
  /** What amounts are in, where neither the header nor a title above it says so: yuan when it is not given. */
  readonly unit?: 'yuan' | 'fen' | 'wan' | undefined;
  /** `serial`: dates may be the serial numbers of a spreadsheet; 45000 is no date anywhere else. */
  readonly date: 'written' | 'serial';
  /** The column tells patients apart, not stays: it may repeat. */
  readonly repeats: boolean;
};

export type ProfileList = {
  /** Columns whose codes follow each other; `JBDM1..15` stands for fifteen of them. */
  readonly from: readonly string[];
  /** Names that hold codes only in a file that has none of `from`; beside a column of codes they hold what these are called. */
  readonly otherwise?: readonly string[] | undefined;
  /** Characters between the codes of one cell. */
  readonly split: string;
  /** Columns with the dates of these codes, place by place or as lists like them. */
  readonly dates?: readonly string[] | undefined;
};

/** `at` is the name of the file, for messages. */
export function readProfile(yaml: string, at: string): Profile {
  const read = form.safeParse(written(yaml, at));
  if (read.success) {
    const { drop_rows: dropRows, ...profile } = read.data;
    return { ...profile, dropRows };
  }
  const issue = read.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  throw invalid({ zh: `列映射“${place}”有误：${issue?.message}`, en: `column profile, "${place}": ${issue?.message}` }, at);
}

const invalid = (text: Text, at: string): UserError =>
  new UserError('PARAMETER_INVALID', text, {
    at,
    hint: { zh: '格式见 data/profiles 中的文件。', en: 'The files in data/profiles show the form.' },
  });

/** Plain values without aliases: a profile is a page long, whatever stands in it. */
function written(yaml: string, at: string): unknown {
  try {
    // the library compares each key with all before it
    const document = parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent' });
    if (document.errors[0]) throw document.errors[0];
    visit(document, { Map: (_, { items }) => refuseRepeated(items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))) });
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    const [line = ''] = (cause as Error).message.split('\n');
    throw invalid({ zh: `列映射不是有效的 YAML：${line}`, en: `the column profile is not valid YAML: ${line}` }, at);
  }
}

function refuseRepeated(keys: readonly string[]): void {
  if (new Set(keys).size < keys.length) throw new Error('Map keys must be unique');
}

const names = z.array(z.string().min(1)).min(1);
const list = z.strictObject({ from: names, otherwise: names.optional(), split: z.string().min(1).default('|'), dates: names.optional() });
const column = z.strictObject({
  from: names,
  unit: z.enum(['yuan', 'fen', 'wan']).optional(),
  date: z.enum(['written', 'serial']).default('written'),
  repeats: z.boolean().default(false),
  sum: z.boolean().default(false),
  with: names.or(z.tuple([])).default([]),
});
const word = z.union([z.string(), z.number()]).transform(String);

const form = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  document: z.enum(documents).default('stay'),
  match: z.array(
    z.union([
      z
        .string()
        .min(1)
        .transform(name => [name]),
      names,
    ]),
  ),
  sheet: z.string().min(1).optional(),
  encoding: z.string().optional(),
  columns: z.partialRecord(z.enum(readableColumns), column),
  lists: z.strictObject({ dx: list.optional(), px: list.optional() }).default({}),
  sums: z.array(z.strictObject({ total: z.string().min(1), parts: names })).default([]),
  dictionary: z.partialRecord(z.enum(readableColumns), z.record(z.string(), word)).default({}),
  drop_rows: z.array(z.string().min(1)).default([]),
  known: z.array(z.string().min(1)).default([]),
  source: z.enum(['official', 'restated', 'assumption']),
});
