import { expect, it } from 'vitest';
import { nearest } from '../../src/policy/nearest.ts';

it.each([
  ['treshold', ['pay', 'threshold', 'share'], 'threshold'],
  ['abc', ['abd', 'abe'], 'abd'], // ties: the first
  ['', ['a', ''], ''],
  ['职公', ['居民', '职工'], '职工'],
  ['any', [], undefined],
])('%s of %j is %s', (name, names, found) => {
  expect(nearest(name, names)).toBe(found);
});
