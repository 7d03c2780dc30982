/** What a stay should say of itself and does not: sex, age, insurance, department, way of discharge, dates. Asked only of files that have the column. */
import type { FindingRule } from '../finding.ts';
import type { OwnColumn } from '../own-layout.ts';
import type { NoteRow } from '../row-findings.ts';
import { MISSING, NO_DATE, type StayTable } from '../stay-table.ts';
import { filesWith } from './files-with.ts';

export function checkCompleteness(table: StayTable, note: NoteRow): void {
  const { sex, age, words, admitted, discharged } = table;
  const missing = (field: OwnColumn, rule: FindingRule, values: ArrayLike<number> | undefined, mark: number): void => {
    if (values) noteMissing(table, { field, rule, values, mark }, note);
  };
  missing('sex', 'sex_missing', sex, 0);
  missing('age', 'age_missing', age, MISSING);
  missing('insurance', 'insurance_missing', words.insurance?.codes, 0);
  missing('department', 'department_missing', words.department?.codes, 0);
  missing('discharge_way', 'discharge_way_missing', words.discharge_way?.codes, 0);
  missing('admitted', 'date_missing', admitted, NO_DATE);
  missing('discharged', 'date_missing', discharged, NO_DATE);
}

type Asked = { readonly field: OwnColumn; readonly rule: FindingRule; readonly values: ArrayLike<number>; readonly mark: number };

function noteMissing(table: StayTable, { field, rule, values, mark }: Asked, note: NoteRow): void {
  const { count, sourceFile } = table;
  const has = filesWith(table, field, row => values[row] !== mark);
  for (let row = 0; row < count; row++) if (values[row] === mark && has[sourceFile[row]!] !== 0) note(row, field, rule, 'noted');
}
