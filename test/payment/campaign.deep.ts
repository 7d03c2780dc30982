import { expect, it } from 'vitest';
import { compareStays } from './columns-and-stay.ts';

it('pays 100,000 stays of 2,000 policies in columns as the exact rule does', () => {
  expect(compareStays({ policies: 2_000, staysOfEach: 80, seed: 7 })).toBeGreaterThan(100_000);
});
