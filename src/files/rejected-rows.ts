/** The refused rows of a table as they stand in the file, read again: what `--rejects` gives back to whoever exported them. */
import type { FindingRule } from '../stay/finding.ts';
import { recordsAt } from './csv-block.ts';
import { namesPerson } from './identifiers.ts';
import type { TableRead } from './read-table.ts';

export type RejectedRows = {
  readonly file: string;
  readonly header: readonly string[];
  /** By column: names a person. */
  readonly person: readonly boolean[];
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
      rows: refused.map(({ record, rules }, i) => ({ record, cells: cells[i] ?? [], reasons: rules })),
    },
  ];
}
