/** The refused rows of a table as they stand in the file, read again: what `--rejects` gives back to whoever exported them. */
import type { FindingRule } from '../stay/finding.ts';
import { recordsAt } from './csv-block.ts';
import { namesPerson, namesStaff } from './identifiers.ts';
import type { Layout } from './layout.ts';
import type { TableRead } from './read-table.ts';

export type RejectedRows = {
  readonly file: string;
  readonly header: readonly string[];
  /** By column: names a person. */
  readonly person: readonly boolean[];
  /** By column: nobody knows what it holds, or it holds numbers of patients or names of doctors. */
  readonly guarded: readonly boolean[];
  readonly rows: readonly { readonly record: number; readonly cells: readonly string[]; readonly reasons: readonly FindingRule[] }[];
};

/** None for a table of which nothing was refused. */
export function rejectedRows({ table: { sheet, head, layout }, refused }: TableRead): readonly RejectedRows[] {
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
      person: header.map(namesPerson),
      guarded: guarded(layout),
      rows: refused.map(({ record, rules }, i) => ({ record, cells: cells[i] ?? [], reasons: rules })),
    },
  ];
}

function guarded({ header, columns, lists, more }: Layout): readonly boolean[] {
  const numbers = numbered.flatMap(field => [columns.get(field), ...(more.get(field) ?? [])]);
  const read = new Set([...columns.values(), ...lists.dx, ...lists.px, ...[...more.values()].flat()]);
  return header.map((name, i) => !read.has(i) || numbers.includes(i) || namesStaff(name) || i === columns.get('doctor'));
}

const numbered = ['stay_id', 'visit_id', 'patient_key'] as const;
