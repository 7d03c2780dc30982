/** The fact files of the project, read once for the tests. */
import { readFileSync } from 'node:fs';
import { type FactTexts, factFiles } from '../../src/synth/synthesise.ts';

export const projectFacts = Object.fromEntries(
  Object.entries(factFiles).map(([name, path]) => [name, readFileSync(path, 'utf8')]),
) as FactTexts;
