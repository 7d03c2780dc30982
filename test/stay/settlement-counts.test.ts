import { expect, it } from 'vitest';
import { settlementCounts } from '../../src/stay/settlement-counts.ts';
import { NO_STAY, type Settlements } from '../../src/stay/settlements.ts';

const of = (...settlements: readonly (readonly [stay: number, refunded: 0 | 1, total?: number])[]) =>
  settlementCounts({
    count: settlements.length,
    stay: Uint32Array.from(settlements, ([stay]) => stay),
    total: Float64Array.from(settlements, ([, , total]) => total ?? 100),
    refunded: Uint8Array.from(settlements, ([, refunded]) => refunded),
  } as unknown as Settlements);

it('settlements become stays', () => {
  expect(of([0, 0], [1, 0])).toEqual({ settlements: 2, stays: 2, joined: 0, netted: 0 });
  // a refund of a part belongs to the bill it is taken off
  expect(of([0, 0], [0, 0, -20])).toEqual({ settlements: 2, stays: 1, joined: 0, netted: 0 });
  // an interim bill and its end; a bill, its reversal and the bill that replaced it; a bill that was taken back for good
  expect(of([0, 0], [0, 0], [1, 1], [1, 1], [1, 0], [NO_STAY, 1], [NO_STAY, 1])).toEqual({
    settlements: 7,
    stays: 2,
    joined: 1,
    netted: 4,
  });
});
