import { describe, expect, it } from 'vitest';
import { workspaceFile } from '../../../src/app/saved-loads.ts';
import { writeOutput } from '../../../src/files/write-output.ts';
import { readSaved } from '../../../src/store/saved/read-saved.ts';
import { writerOf } from '../../files/killed-writer.ts';
import { sampleFilling } from '../sample-load.ts';
import { savedSample, savedSampleBytes } from './saved-file.ts';

/** A few moments only: that some of them lie within a write is counted in killed.deep.ts. */
describe('a workspace whose writer is killed at a moment of chance', () => {
  it('is the one before or the one after, whole', async () => {
    const before = await savedSampleBytes();
    const { table, ...saved } = savedSample();
    const after = await workspaceFile(savedSample(), { ...sampleFilling, stays: table, runs: [] });
    const writer = await writerOf(before, after);
    for (const milliseconds of [0, 3, 7, 12]) {
      const { contents } = await writer.killAfter(milliseconds);
      expect([Buffer.from(before), Buffer.from(after)].some(state => state.equals(contents))).toBe(true);
      expect(readSaved(contents, 'w.casemix').log).toEqual(saved.log);
    }
    await writeOutput(writer.path, [before], { force: true });
    expect(writer.files()).toEqual(['w.casemix']);
    writer.remove();
  });
});
