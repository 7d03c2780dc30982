/** The payment of a stay out of a pool as lines: its cost, and its part of what the pool is paid beyond or below all costs. */
import { type Fen, yuanOf, yuanText } from '../../money.ts';
import type { Within } from '../explain.ts';
import { bandIndex, type Line } from '../settlement.ts';
import { shareInPool } from './share-in-pool.ts';

export type PoolPaid = {
  readonly amount: number;
  /** What the pool is paid less its costs, as a sum. */
  readonly working: string;
  readonly source: string;
  readonly rule: string;
  readonly bound: string;
};

export type PoolAsked = {
  readonly band: 'budget' | 'capitation';
  /** Whether a row shares the pool of the row that is explained. */
  readonly sharesPool: (row: number) => boolean;
  readonly paidFor: (actual: number) => PoolPaid;
};

export function poolLines({ stays, row, settlement }: Within, { band, sharesPool, paidFor }: PoolAsked): readonly Line[] {
  const { by, count } = settlement;
  const rows = Array.from({ length: count }, (_, i) => i).filter(
    i => by[i] === by[row] && settlement.band[i] === bandIndex[band] && sharesPool(i),
  );
  const costs = rows.map(i => stays.money.total![i]!);
  const actual = costs.reduce((sum, cost) => sum + cost, 0);
  const { amount, working, source, rule, bound } = paidFor(actual);
  const cost = stays.money.total![row]!;
  const own: Line = { part: 'payment', label: 'cost', amount: cost as Fen, working: yuanText(cost), source: undefined };
  const rest = shareInPool(amount, costs, rows.indexOf(row)) - cost;
  if (amount === actual) return [own];
  const ofAll = actual === 0 ? `÷ ${rows.length}` : `× ${yuanText(cost)} ÷ ${yuanText(actual)}`;
  const label = amount > actual ? 'surplus_kept' : 'excess_borne';
  return [own, { part: 'payment', label, amount: rest as Fen, working: `(${working}) ${ofAll}`, source, rule, bound }];
}

/** `u = 0.8000`, cut: actual ÷ allotted as it is shown. */
export const usedShare = (actual: number, allot: number): string =>
  allot === 0 ? 'u = ∞' : `u = ${yuanOf(actual).div(yuanOf(allot)).toFixed(4, 1)}`;
