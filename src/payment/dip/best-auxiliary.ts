/**
 * 辅助目录 of a group: of all lists the one whose classes explain most of the variance within the group, if it explains enough. The
 * coefficient of a class is its mean ÷ the mean of the group, over all years together; a class with few stays has none, and is paid as 1.
 */
import { Decimal, yuanOf } from '../../money.ts';
import { type Dimension, dimensions } from '../../policy/dip-lists.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { auxiliaryClasses } from './auxiliary-classes.ts';
import type { ClassColumns } from './auxiliary-columns.ts';
import type { DipRules } from './build.ts';
import type { GroupSums } from './group-sums.ts';
import { NOT_USED } from './history.ts';

export type BestAuxiliary = {
  readonly dimension: Dimension;
  /** Share of the variance within the group. */
  readonly gain: Decimal;
  readonly classes: readonly { readonly name: string; readonly cases: number; readonly mean: Decimal; readonly coefficient: Decimal }[];
};

export type ToChoose = {
  readonly stays: StayTable;
  readonly yearOf: Uint8Array;
  readonly group: Uint16Array;
  readonly sums: GroupSums;
  readonly classes: ClassColumns;
  readonly rules: Pick<DipRules, 'auxiliaryCases' | 'auxiliaryGain'>;
};

/** By group; undefined where no list explains enough. */
export function bestAuxiliary(given: ToChoose): (BestAuxiliary | undefined)[] {
  const best: (BestAuxiliary | undefined)[] = [];
  // in the order of the vocabulary: of two that explain the same, the first
  for (const dimension of dimensions) {
    const column = given.classes[dimension];
    if (!column) continue;
    for (const [g, found] of explainedBy(dimension, column, given)) {
      if (found.gain.gt(best[g]?.gain ?? -1)) best[g] = found;
    }
  }
  return best;
}

function explainedBy(
  dimension: Dimension,
  column: Uint8Array,
  { stays, yearOf, group, sums, rules }: ToChoose,
): Map<number, BestAuxiliary> {
  const names = auxiliaryClasses[dimension];
  const width = names.length;
  const total = stays.money.total!;
  const groups = group.reduce((most, g) => Math.max(most, g), 0) + 1;
  const [cases, cost] = [new Float64Array(groups * width), new Float64Array(groups * width)];
  for (let row = 0; row < stays.count; row++) {
    if (yearOf[row] === NOT_USED) continue;
    const at = group[row]! * width + column[row]!;
    cases[at]!++;
    cost[at]! += total[row]!;
  }
  const found = new Map<number, BestAuxiliary>();
  for (let g = 1; g < groups; g++) {
    const n = sums.cases(g).reduce((a, b) => a + b, 0);
    const sum = sums.cost(g).reduce((a, b) => a + b, 0);
    if (n === 0 || cases.subarray(g * width, (g + 1) * width).some(one => one === n)) continue;
    const listed = names.flatMap((name, c) =>
      cases[g * width + c]! >= rules.auxiliaryCases ? [{ name, n: cases[g * width + c]!, sum: cost[g * width + c]! }] : [],
    );
    const gain = shareExplained(listed, { n, sum, squares: sums.squares(g) });
    if (!gain || gain.lt(rules.auxiliaryGain)) continue;
    const classes = listed.map(one => ({
      name: one.name,
      cases: one.n,
      mean: yuanOf(one.sum).div(one.n),
      coefficient: new Decimal(one.sum).times(n).div(new Decimal(one.n).times(sum)),
    }));
    found.set(g, { dimension, gain, classes });
  }
  return found;
}

type Sum = { readonly n: number; readonly sum: number };

/**
 * Σ n_c (mean_c − mean)² ÷ Σ (x − mean)² over the classes that get a coefficient; undefined where the group does not vary.
 * As whole numbers: Σ (n·Σx_c − n_c·Σx)² ÷ n_c ÷ (n·(n·Σx² − (Σx)²)).
 */
function shareExplained(listed: readonly Sum[], { n, sum, squares }: Sum & { readonly squares: bigint }): Decimal | undefined {
  const spread = BigInt(n) * squares - BigInt(sum) * BigInt(sum);
  if (spread === 0n) return undefined;
  let between = new Decimal(0);
  for (const one of listed) {
    const apart = BigInt(n) * BigInt(one.sum) - BigInt(one.n) * BigInt(sum);
    between = between.plus(new Decimal((apart * apart).toString()).div(one.n));
  }
  return between.div(new Decimal((BigInt(n) * spread).toString()));
}
