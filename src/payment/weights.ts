/** A table of relative weights: one line a group; a blank weight means that the group has no price, which is not zero. */
import type { Text, UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import { both, mistake } from '../policy/mistakes.ts';

export type WeightTable = {
  readonly id: string;
  readonly unit: 'weight';
  readonly file: string;
  /** Groups listed, and groups with a weight. */
  readonly listed: number;
  readonly weighted: number;
  weightOf(drg: string): Decimal | undefined;
  /** Line of the group in the file, for "why". */
  lineOf(drg: string): number | undefined;
};

/** Tab separated with a header that has `drg` and `weight`; other columns are facts beside it and price nothing. */
export function readWeights(text: string, file: string): WeightTable {
  const [header = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = header.split('\t');
  const [drgColumn, weightColumn] = [columns.indexOf('drg'), columns.indexOf('weight')];
  if (drgColumn < 0 || weightColumn < 0) {
    throw invalid(file, 1, both('表头缺少 drg 或 weight', 'the header has no drg or no weight column'));
  }
  const lines = new Map<string, number>();
  const weights = new Map<string, Decimal>();
  for (const [i, row] of rows.entries()) {
    if (row === '') continue;
    const line = i + 2;
    const cells = row.split('\t');
    const drg = cells[drgColumn] ?? '';
    if (drg === '') throw invalid(file, line, both('没有病组编码', 'there is no group code'));
    if (lines.has(drg))
      throw invalid(file, line, both(`病组 ${drg} 与第 ${lines.get(drg)} 行重复`, `${drg} is already on line ${lines.get(drg)}`));
    lines.set(drg, line);
    const weight = weightOf(cells[weightColumn]?.trim() ?? '', drg, file, line);
    if (weight) weights.set(drg, weight);
  }
  if (lines.size === 0) throw invalid(file, 1, both('表里没有病组', 'there is no group in the table'));
  return {
    id: (file.split('/').at(-1) ?? file).replace(/\.tsv$/, ''),
    unit: 'weight',
    file,
    listed: lines.size,
    weighted: weights.size,
    weightOf: drg => weights.get(drg),
    lineOf: drg => lines.get(drg),
  };
}

function weightOf(cell: string, drg: string, file: string, line: number): Decimal | undefined {
  if (cell === '') return undefined;
  if (!/^\d+(\.\d+)?$/.test(cell))
    throw invalid(file, line, both(`${drg} 的权重“${cell}”不是数`, `the weight "${cell}" of ${drg} is not a number`));
  const weight = new Decimal(cell);
  if (weight.gt(0)) return weight;
  // 0000 may stand in a published table with 0: it is never priced by weight
  if (drg === '0000') return undefined;
  throw invalid(file, line, both(`${drg} 的权重是 0`, `the weight of ${drg} is 0`));
}

const invalid = (file: string, line: number, text: Text): UserError =>
  mistake(
    'WEIGHTS_INVALID',
    { file, line },
    text,
    both(
      '每行一个病组：drg、name、weight（正数；留空表示没有权重，不定价）。',
      'One group a line: drg, name, weight (more than 0; blank means no price).',
    ),
  );
