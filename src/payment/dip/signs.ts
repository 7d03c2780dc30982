/** Signs of severity among the other diagnoses: heavy (organ failure, shock, sepsis), moderate (organ damage, infection). */
import { both } from '../../policy/mistakes.ts';
import { type CodePrefixes, codePrefixes } from './code-prefixes.ts';
import { invalidTable, rowsOf } from './table.ts';

const HEAVY = 2;
const MODERATE = 1;

export function readSigns(text: string, file: string): CodePrefixes<number> {
  return codePrefixes(
    rowsOf(text, file, ['grade', 'codes']).flatMap(row => {
      const grade = { heavy: HEAVY, moderate: MODERATE }[row.text('grade')];
      if (grade === undefined) throw invalidTable(file, row.line, both('grade 应为 heavy 或 moderate', 'grade must be heavy or moderate'));
      return row
        .text('codes')
        .split(/\s+/)
        .map(code => [code, grade] as const);
    }),
  );
}
