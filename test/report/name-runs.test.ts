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
  [
    ['C07x01N', 'C08x01C', 'D', 'C07x02N', 'C08x02C', 'C07x04N'],
    ['C07x01..02N', 'C08x01..02C', 'D', 'C07x04N'],
  ],
  [
    ['A2', 'A1', 'A2'],
    ['A2', 'A1..2'],
  ],
  [[], []],
])('%j is shown as %j', (names, shown) => {
  expect(nameRuns(names)).toEqual(shown);
});
