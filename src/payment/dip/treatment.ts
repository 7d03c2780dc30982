/** 治疗方式 of a procedure code: 手术, 治疗性操作 or 诊断性操作; a stay without a procedure is 保守治疗. */
import { both } from '../../policy/mistakes.ts';
import { type CodePrefixes, codePrefixes } from './code-prefixes.ts';
import { invalidTable, rowsOf } from './table.ts';

export const treatments = ['conservative', 'surgery', 'therapeutic', 'diagnostic'] as const;
export type Treatment = (typeof treatments)[number];
export const treatmentIndex: Readonly<Record<Treatment, number>> = { conservative: 0, surgery: 1, therapeutic: 2, diagnostic: 3 };

/** Columns `codes` (beginnings, separated by blanks) and `type`; the region's own table has a code a line and the same two columns. */
export function readTreatments(text: string, file: string): CodePrefixes<Treatment> {
  const entries = rowsOf(text, file, ['codes', 'type']).flatMap(row => {
    const type = treatments.find(known => known === row.text('type') && known !== 'conservative');
    if (!type)
      throw invalidTable(
        file,
        row.line,
        both('type 应为 surgery、therapeutic 或 diagnostic', 'type must be surgery, therapeutic or diagnostic'),
      );
    return row
      .text('codes')
      .split(/\s+/)
      .map(code => [code, type] as const);
  });
  return codePrefixes(entries.filter(([code]) => code !== ''));
}

/** A procedure that no line names counts as an operation: its group is the dearer one, and a person will ask. */
export const treatmentOf = (code: string, types: CodePrefixes<Treatment>): Treatment => types(code) ?? 'surgery';
