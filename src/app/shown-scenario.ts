/** A scenario file resolved, checked as far as it can be without stays, and laid open. */
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
