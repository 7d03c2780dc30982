import { expect, it } from 'vitest';
import { compareStays } from './columns-and-stay.ts';

it('pays every stay of any policy in columns as the exact rule does, with lines that sum to it', () => {
  expect(compareStays({ policies: 80, staysOfEach: 20, seed: 20250101 })).toBeGreaterThanOrEqual(800);
});
