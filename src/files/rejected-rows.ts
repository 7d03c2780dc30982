/** The refused rows of a table as they stand in the file, read again: what `--rejects` gives back to whoever exported them. */
import type { FindingRule } from '../stay/finding.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { recordsAt } from './csv-block.ts';
import { kindOf } from './fields.ts';
import { namesPerson, namesStaff } from './identifiers.ts';
import type { Layout } from './layout.ts';
import type { TableRead } from './read-table.ts';

export type RejectedRows = {
  readonly file: string;
  readonly header: readonly string[];
  readonly columns: readonly ColumnHolds[];
  /** By column of words: those that stand in rows that were loaded, or that the layout knows. */
  readonly words: readonly (ReadonlySet<string> | undefined)[];
  readonly rows: readonly { readonly record: number; readonly cells: readonly string[]; readonly reasons: readonly FindingRule[] }[];
};

/**
 * What a column holds: a person; the caller's own number of the record or the settlement; what its cells must look like; words with few values;
 * or what is not shown: numbers of visits and patients, names of doctors, columns that nobody reads.
 */
export type ColumnHolds = 'person' | 'id' | 'amount' | 'date' | 'code' | 'mark' | 'word' | 'guarded';

/** None for a table of which nothing was refused. */
export function rejectedRows({ table: { sheet, head, layout }, refused }: TableRead, loaded: StayTable): readonly RejectedRows[] {
  if (refused.length === 0) return [];
  const { header } = layout;
  const wanted = refused.map(({ record }) => record);
  const { text } = head;
  const cells = recordsAt(text.bytes, {
    from: head.end,
    record: head.record,
    separator: head.separator,
    width: header.length,
    wanted,
    decode: text.decode,
  });
  return [
    {
      file: sheet.name,
      header,
      columns: header.map((name, column) => holds(layout, name, column)),
      words: header.map((_, column) => wordsIn(layout, column, loaded)),
      rows: refused.map(({ record, rules }, i) => ({ record, cells: cells[i] ?? [], reasons: rules })),
    },
  ];
}

function wordsIn({ columns, profile }: Layout, column: number, { words }: StayTable): ReadonlySet<string> | undefined {
  const [field] = [...columns].find(([, at]) => at === column) ?? [];
  const kind = field && kindOf(field);
  if (kind?.kind !== 'word') return undefined;
  const held = words[kind.field];
  const used = [...new Set(held?.codes ?? [])].map(code => held?.words[code] ?? '');
  const known = Object.entries(profile.dictionary[kind.field] ?? {}).flat();
  return new Set([...used, ...known]);
}

function holds({ columns, lists, dates, more }: Layout, name: string, column: number): ColumnHolds {
  if (namesPerson(name)) return 'person';
  if (namesStaff(name) || column === columns.get('doctor')) return 'guarded';
  if (column === columns.get('stay_id')) return 'id';
  if (lists.dx.includes(column) || lists.px.includes(column)) return 'code';
  if (dates.dx.includes(column) || dates.px.includes(column)) return 'date';
  const [field] = [...columns].find(([, at]) => at === column) ?? [...more].find(([, others]) => others.includes(column)) ?? [];
  if (field === undefined) return 'guarded';
  const { kind } = kindOf(field);
  switch (kind) {
    case 'word':
      return 'word';
    case 'money':
    case 'sum':
      return 'amount';
    case 'date':
      return 'date';
    case 'sex':
    case 'flag':
    case 'valid':
      return 'mark';
    case 'list':
    case 'whole':
    case 'hours':
    case 'insurer':
      return 'code';
    case 'id':
    case 'visit':
    case 'patient':
    case 'charge':
      return 'guarded';
  }
}
