/** The sources a parameter may name: those of the policy, then those the chain declares, the nearest declaration last. */
import type { PolicyFile } from '../policy/read-policy.ts';
import { sourceOf } from '../policy/source.ts';
import { entriesOf } from './fields.ts';
import type { Sources } from './parameters.ts';
import type { ScenarioFile } from './read-scenario.ts';

export function declaredSources(files: readonly ScenarioFile[], policy: PolicyFile): Sources {
  const sources = new Map(policy.sources);
  for (const { written } of files) {
    for (const [id, source] of entriesOf(written, 'sources')?.of ?? []) sources.set(id, sourceOf(id, source, 'SCENARIO_INVALID'));
  }
  return sources;
}
