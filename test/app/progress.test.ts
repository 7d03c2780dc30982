import { expect, it } from 'vitest';
import { type Progress, seldom } from '../../src/app/progress.ts';

// every line: at how many milliseconds, what is reported, whether it is told
const reports: readonly (readonly [number, Progress, boolean])[] = [
  [0, { stage: 'load' }, true],
  [49, { stage: 'load', share: 0.1 }, false],
  [50, { stage: 'load', share: 0.2 }, true],
  [99, { stage: 'load', share: 0.3 }, false],
  [99, { stage: 'load', share: 1 }, true],
  [100, { stage: 'group', of: 'a' }, true],
  [101, { stage: 'group', of: 'b' }, true],
  [102, { stage: 'group', of: 'b', share: 0.5 }, false],
  [151, { stage: 'group', of: 'b', share: 0.6 }, true],
];

it('tells a beginning and an end at once, anything between twenty times a second', () => {
  const told: Progress[] = [];
  let now = 0;
  const tell = seldom(
    progress => told.push(progress),
    () => now,
  );
  for (const [at, progress] of reports) {
    now = at;
    tell(progress);
  }
  expect(told).toEqual(reports.flatMap(([, progress, isTold]) => (isTold ? [progress] : [])));
});
