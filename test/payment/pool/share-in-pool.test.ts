import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dividePool } from '../../../src/payment/pool/divide-pool.ts';
import { shareInPool } from '../../../src/payment/pool/share-in-pool.ts';

it('the share of one stay by the rule is its share of the columns', () => {
  const cost = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10_000_000_000 }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), fc.array(cost, { minLength: 1, maxLength: 40 }), (amount, costs) => {
      expect(costs.map((_, i) => shareInPool(amount, costs, i))).toEqual([...dividePool(amount, Float64Array.from(costs))]);
    }),
  );
});
