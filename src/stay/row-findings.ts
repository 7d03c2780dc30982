/** Findings about rows of a table that was read: where the row stands in its file, and by which name the file calls the column. */
import type { FindingRule } from './finding.ts';
import type { FindingLog } from './finding-log.ts';
import { isMedical } from './medical-columns.ts';
import type { OwnColumn } from './own-layout.ts';
import type { SourceFile, StayTable } from './stay-table.ts';

/** `value`: what stood there, as it may be shown; a code or an amount, never a name or a number of a person. */
export type NoteRow = (row: number, field: OwnColumn, rule: FindingRule, effect: 'refused' | 'noted', value?: string) => void;

type Places = Pick<StayTable, 'files' | 'sourceFile' | 'sourceRow'>;
/** Where stays were joined from several papers: the rows as read, and which of them says what was done, by stay. */
export type MedicalPlaces = { readonly rows: Places; rowOf(stay: number): number };

export function rowFindings(table: Places, log: FindingLog, medical?: MedicalPlaces): NoteRow {
  return (row, field, rule, effect, value = '') =>
    log.add(rule, () => {
      const { file, at } = medical && isMedical(field) ? placeOf(medical.rows, medical.rowOf(row)) : placeOf(table, row);
      return { file: file?.name ?? '', row: at, column: headerOf(file, field), value, rule, effect };
    });
}

const placeOf = ({ files, sourceFile, sourceRow }: Places, row: number) => ({ file: files[sourceFile[row] ?? 0], at: sourceRow[row] ?? 0 });

const headerOf = (file: SourceFile | undefined, field: OwnColumn): string =>
  file?.reading?.columns.find(column => column.field === field)?.from[0] ?? field;
