/** How the settlements of a load became its stays: how many were put together, and how many were taken back. */
import { NO_STAY, type Settlements } from './settlements.ts';

export type SettlementCounts = {
  readonly settlements: number;
  readonly stays: number;
  /** Stays made of several settlements. */
  readonly joined: number;
  /** Settlements that were taken back, and those that take them back; not a reversal whose bill is not there. */
  readonly netted: number;
};

export function settlementCounts({ count, stay, refunded, total, unmatched }: Settlements): SettlementCounts {
  const times = new Map<number, number>();
  let netted = 0;
  for (let i = 0; i < count; i++) {
    if (refunded[i] === 1) netted++;
    const row = stay[i]!;
    if (row !== NO_STAY) times.set(row, (times.get(row) ?? 0) + (refunded[i] === 1 || total[i]! < 0 ? 0 : 1));
  }
  let joined = 0;
  for (const settled of times.values()) if (settled > 1) joined++;
  return { settlements: count, stays: times.size, joined, netted: netted - (unmatched?.settlements ?? 0) };
}
