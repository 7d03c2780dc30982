/** Findings about rows of a table that was read: where the row stands in its file, and by which name the file calls the column. */
import type { FindingRule } from './finding.ts';
import type { FindingLog } from './finding-log.ts';
import type { OwnColumn } from './own-layout.ts';
import type { SourceFile, StayTable } from './stay-table.ts';

/** `value`: what stood there, as it may be shown; a code or an amount, never a name or a number of a person. */
export type NoteRow = (row: number, field: OwnColumn, rule: FindingRule, effect: 'refused' | 'noted', value?: string) => void;

export function rowFindings({ files, sourceFile, sourceRow }: StayTable, log: FindingLog): NoteRow {
  return (row, field, rule, effect, value = '') =>
    log.add(rule, () => {
      const file = files[sourceFile[row] ?? 0];
      return { file: file?.name ?? '', row: sourceRow[row] ?? 0, column: headerOf(file, field), value, rule, effect };
    });
}

const headerOf = (file: SourceFile | undefined, field: OwnColumn): string =>
  file?.reading?.columns.find(column => column.field === field)?.from[0] ?? field;
