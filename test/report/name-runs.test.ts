import { expect, it } from 'vitest';
import { nameRuns } from '../../src/report/name-runs.ts';

it.each([
  [['A1', 'A2', 'A3'], ['A1..3']],
  [['C06x08C', 'C06x09C', 'C06x10C'], ['C06x08..10C']],
  [
    ['A1', 'A3', 'B', 'B'],
    ['A1', 'A3', 'B', 'B'],
  ],
  [
    ['A9', 'B10', 'B11', '备注'],
    ['A9', 'B10..11', '备注'],
  ],
  [
    ['D1a', 'D2b'],
    ['D1a', 'D2b'],
  ],
  [[], []],
])('%j is shown as %j', (names, shown) => {
  expect(nameRuns(names)).toEqual(shown);
});
