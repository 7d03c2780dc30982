/** 查尔森合并症指数 of the other diagnoses: the weights of the conditions present, each once, the graver form of a condition in place of the milder. */
import { both } from '../../policy/mistakes.ts';
import { type CodePrefixes, codePrefixes } from './code-prefixes.ts';
import { invalidTable, rowsOf } from './table.ts';

export type Comorbidities = {
  /** The conditions of a code as a set of bits. */
  readonly bitOf: CodePrefixes<number>;
  /** By condition. */
  readonly weights: readonly number[];
  /** By condition the bit of the graver form, 0 for none. */
  readonly graver: readonly number[];
};

export function readComorbidities(text: string, file: string): Comorbidities {
  const rows = rowsOf(text, file, ['condition', 'weight', 'superseded_by', 'codes']);
  if (rows.length > 31) throw invalidTable(file, 33, both('最多 31 种疾病', 'at most 31 conditions'));
  const names = rows.map(row => row.text('condition'));
  return {
    bitOf: codePrefixes(
      rows.flatMap((row, i) =>
        row
          .text('codes')
          .split(/\s+/)
          .map(code => [code, 1 << i] as const),
      ),
    ),
    weights: rows.map(row => row.number('weight').toNumber()),
    graver: rows.map(row => {
      const name = row.text('superseded_by');
      if (name === '') return 0;
      if (!names.includes(name)) throw invalidTable(file, row.line, both(`没有名为“${name}”的疾病`, `there is no condition "${name}"`));
      return 1 << names.indexOf(name);
    }),
  };
}

/** `present`: the bits of all other diagnoses. */
export function comorbidityIndex(present: number, { weights, graver }: Comorbidities): number {
  let index = 0;
  for (let c = 0; c < weights.length; c++) if ((present & (1 << c)) !== 0 && (present & graver[c]!) === 0) index += weights[c]!;
  return index;
}
