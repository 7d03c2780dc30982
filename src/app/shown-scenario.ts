/** A scenario file resolved, checked as far as it can be without stays, and laid open. */

import { schemaOf } from '../compare/check-file.ts';
import { refuseIncomparable } from '../compare/comparable.ts';
import { readComparison } from '../compare/read-comparison.ts';
import type { Installation } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import { readWeights } from '../payment/weights.ts';
import { policyFrom } from '../policy/policy.ts';
import { type ShownScenario, showScenario } from '../scenario/show.ts';
import { resolve } from './carry-out.ts';
import { openCatalogue } from './catalogue.ts';

export function shownScenario(installation: Installation, path: string): ShownScenario {
  const scenario = resolve(installation, path);
  const { policy, catalogue, weights, slices } = scenario;
  for (const { leaves } of slices) policyFrom({ id: policy.id, region: policy.region, catalogue }, leaves);
  if (catalogue) openCatalogue(installation, catalogue);
  if (weights) readWeights(projectText(installation)(weights), weights);
  return showScenario(scenario);
}

export type CheckedFile = {
  readonly id: string /** Of the scenario, or of every scenario of a comparison. */;
  readonly hashes: readonly string[];
};

/** A scenario, or a comparison with all its scenarios, read and judged as far as it can be without stays. */
export function checkedFile(installation: Installation, path: string): CheckedFile {
  const readText = projectText(installation);
  if (schemaOf(readText(path), path) !== 'comparison/1') {
    const { id, hash } = shownScenario(installation, path);
    return { id, hashes: [hash] };
  }
  const { id, baseline, reforms } = readComparison(path, readText);
  const files = [baseline, ...reforms];
  refuseIncomparable(files.map(file => resolve(installation, file)));
  return { id, hashes: files.map(file => shownScenario(installation, file).hash) };
}
