import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../../src/money.ts';
import { fewestAbove, fewestFrom, mostBelow, mostUpTo } from '../../src/payment/bounds.ts';

const bounds = (line: string) => [mostBelow, mostUpTo, fewestFrom, fewestAbove].map(bound => bound(new Decimal(line)));

// the last fen below, the last up to, the first from, the first above
it.each([
  ['2945.664', [294_566, 294_566, 294_567, 294_567]],
  ['24000', [2_399_999, 2_400_000, 2_400_000, 2_400_001]],
  ['0.01', [0, 1, 1, 2]],
  ['100.0000000000000000000001', [10_000, 10_000, 10_001, 10_001]],
  ['99.9999999999999999999999', [9_999, 9_999, 10_000, 10_000]],
  ['12345678901.235', [1_234_567_890_123, 1_234_567_890_123, 1_234_567_890_124, 1_234_567_890_124]],
])('%s', (line, expected) => expect(bounds(line)).toEqual(expected));

it('is the exact bound, however near a whole fen', () => {
  const offset = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    // no line of a policy lies below nothing: the offset is at most 100 fen
    fc.property(fc.integer({ min: 101, max: 99_999_999_999 }), offset, fc.integer({ min: 4, max: 25 }), (fen, off, digits) => {
      const exact = new Decimal(off).div(new Decimal(10).pow(digits)).plus(fen);
      const [floor, ceil] = [exact.floor().toNumber(), exact.ceil().toNumber()];
      expect(bounds(exact.div(100).toString())).toEqual([ceil - 1, floor, ceil, floor + 1]);
    }),
    { numRuns: 2_000 },
  );
});
