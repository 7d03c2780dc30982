/** Stays that share an amount: the cost of each pool is added up, its amount is found, and divided over its stays in proportion to cost. */
import type { Draft } from '../as-on-bill.ts';
import { bandIndex } from '../settlement.ts';
import { dividePool, sumOf } from './divide-pool.ts';

export const NOT_IN_POOL = -1;

export type Pools = {
  readonly band: 'budget' | 'capitation';
  /** The pool of every stay, NOT_IN_POOL where it has none. */
  readonly of: Int32Array;
  readonly count: number;
  /** What a pool is paid in all, fen, for what its stays cost. */
  readonly amount: (pool: number, actual: number) => number;
};

/** The stays stand at their cost. */
export function payPools({ band, payment }: Draft, pools: Pools): void {
  for (const [pool, rows] of rowsByPool(pools).entries()) {
    const costs = Float64Array.from(rows, row => payment[row]!);
    const paid = dividePool(pools.amount(pool, sumOf(costs)), costs);
    for (let i = 0; i < rows.length; i++) {
      band[rows[i]!] = bandIndex[pools.band];
      payment[rows[i]!] = paid[i]!;
    }
  }
}

function rowsByPool({ of, count }: Pools): readonly Uint32Array[] {
  const sizes = new Uint32Array(count);
  for (let i = 0; i < of.length; i++) if (of[i] !== NOT_IN_POOL) sizes[of[i]!]!++;
  const rows = Array.from(sizes, size => new Uint32Array(size));
  const filled = new Uint32Array(count);
  for (let i = 0; i < of.length; i++) {
    const pool = of[i]!;
    if (pool !== NOT_IN_POOL) rows[pool]![filled[pool]!++] = i;
  }
  return rows;
}
