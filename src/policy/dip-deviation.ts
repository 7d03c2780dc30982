/**
 * 费用偏差病例: what the ratio of a stay's cost to the mean of its group does to its score. Below `low` the coefficient is the ratio, from
 * `low` to `high` 1, above `high` ratio − high + 1, above `extreme` the stay is reviewed. Usual: .5, 2, 5; a variant has .4 and 2.5.
 */
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, wrong } from './mistakes.ts';
import { deviationBenchmarks, extremePays } from './names/dip.ts';
import type { Sourced } from './policy.ts';

export type Deviation = {
  readonly benchmark: (typeof deviationBenchmarks)[number];
  readonly benchmarkLeaf: Leaf;
  readonly low: Sourced | undefined;
  /** A stay on the line itself is beyond it. */
  readonly lowInclusive: boolean;
  readonly high: Sourced | undefined;
  readonly highInclusive: boolean;
  readonly extreme: (Sourced & { readonly pay: (typeof extremePays)[number] }) | undefined;
};

export function deviationOf(leaves: Leaves, id: string): Deviation | undefined {
  const { at, word, flag, decimal, missing } = reader(leaves, id);
  const [low, high, extreme] = [decimal('dip.deviation.low'), decimal('dip.deviation.high'), decimal('dip.deviation.extreme')];
  if (!low && !high && !extreme) return undefined;
  const benchmarkLeaf = at('dip.deviation.benchmark');
  const benchmark = deviationBenchmarks.find(known => known === benchmarkLeaf?.value);
  if (!benchmarkLeaf || !benchmark) throw missing('dip.deviation.benchmark');
  inOrder('dip.deviation.low', low, high);
  inOrder('dip.deviation.high', high, extreme);
  const pay = extremePays.find(known => known === word('dip.deviation.extreme_pay'));
  if (extreme && !high) throw missing('dip.deviation.high');
  if (extreme && !pay) throw missing('dip.deviation.extreme_pay');
  return {
    benchmark,
    benchmarkLeaf,
    low,
    lowInclusive: flag('dip.deviation.low_inclusive'),
    high,
    highInclusive: flag('dip.deviation.high_inclusive'),
    extreme: extreme && pay ? { ...extreme, pay } : undefined,
  };
}

function inOrder(path: string, below: Sourced | undefined, above: Sourced | undefined): void {
  if (!below || !above || below.value.lt(above.value)) return;
  const [is, next] = [below.value.toFixed(), above.value.toFixed()];
  throw wrong(
    path,
    below.leaf.at,
    both(`是 ${is}，不低于上一条线 ${next}`, `is ${is}, not below the next line ${next}`),
    both('应 low < high < extreme，例如 0.5、2、5。', 'It must be low < high < extreme, such as 0.5, 2, 5.'),
  );
}
