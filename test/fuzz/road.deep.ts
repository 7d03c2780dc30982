import fc from 'fast-check';
import { expect, it } from 'vitest';
import { files } from './files.ts';
import { drive } from './road.ts';

/** Minutes of it: CASEMIX_FUZZ_SECONDS says how long. */
const SECONDS = Number(process.env.CASEMIX_FUZZ_SECONDS ?? '120');

it('no file breaks the road of a load', async () => {
  const told = { stays: 0, nothing: 0, refused: 0 };
  const outcome = await fc.check(
    fc.asyncProperty(files, async given => {
      told[await drive(given)]++;
    }),
    { numRuns: 1_000_000, interruptAfterTimeLimit: SECONDS * 1000, markInterruptAsFailure: false, ...seeded() },
  );
  console.info(`${outcome.numRuns} runs, seed ${outcome.seed}: ${JSON.stringify(told)}`);
  expect({ path: outcome.counterexamplePath, files: shown(outcome.counterexample), why: String(outcome.errorInstance ?? '') }).toEqual({
    ...{ path: null, files: [], why: '' },
  });
});

const seeded = () => (process.env.CASEMIX_FUZZ_SEED ? { seed: Number(process.env.CASEMIX_FUZZ_SEED) } : {});

/** The smallest load that breaks a promise, to be read. */
const shown = (example: readonly (readonly Uint8Array[])[] | null): readonly string[] =>
  (example?.[0] ?? []).map(bytes => Buffer.from(bytes).toString('utf8'));
