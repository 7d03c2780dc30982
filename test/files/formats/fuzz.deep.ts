/** The campaign: thousands of changed files of every format. A hang fails by the time limit of the test. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { change, changed, changedInside, pieces, tryOpen, valid } from './fuzz.ts';

const files = await valid();
const share = fc.double({ min: 0, max: 0.999999, noNaN: true });

describe('thousands of files that are nearly right', () => {
  it.each(Object.keys(files))('%s', async name => {
    await fc.assert(
      fc.asyncProperty(change, by => tryOpen(changed(files[name]!, by))),
      { numRuns: 5_000 },
    );
  });

  it.each(['xlsx', 'zip'])('inside %s', async name => {
    await fc.assert(
      fc.asyncProperty(share, change, (part, by) => tryOpen(changedInside(files[name]!, { part, by }))),
      { numRuns: 5_000 },
    );
  });

  it('pieces and bytes', async () => {
    await fc.assert(fc.asyncProperty(pieces, tryOpen), { numRuns: 3_000 });
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), tryOpen), { numRuns: 10_000 });
  });
});
