import { expect, it } from 'vitest';
import { workspaceFile } from '../../../src/app/saved-loads.ts';
import { readSaved } from '../../../src/store/saved/read-saved.ts';
import { writerOf } from '../../files/killed-writer.ts';
import { sampleFilling } from '../sample-load.ts';
import { savedSample, savedSampleBytes } from './saved-file.ts';

it('a writer killed at four hundred moments leaves a whole workspace each time', async () => {
  const one = await savedSampleBytes();
  const other = await workspaceFile(savedSample(), { ...sampleFilling, stays: savedSample().table, runs: [] });
  expect(Buffer.from(one).equals(other)).toBe(false);
  const writer = await writerOf(one, other);
  let halves = 0;
  for (let i = 0; i < 400; i++) {
    const { contents, leftovers } = await writer.killAfter((i * 7) % 41);
    expect([one, other].some(state => Buffer.from(state).equals(contents))).toBe(true);
    expect(readSaved(contents, 'w.casemix').loads.length).toBe(2);
    halves += leftovers.length;
    // what one killed writer left is gone when the next one has written
    expect(leftovers.length).toBeLessThanOrEqual(1);
  }
  // otherwise nobody was killed while writing, and nothing was shown
  expect(halves).toBeGreaterThan(0);
  writer.remove();
});
