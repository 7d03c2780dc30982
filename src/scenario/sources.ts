/** The sources a parameter may name: those of the policy, then those the chain declares, the nearest declaration last. */
import type { Source, SourceType } from '../policy/leaf.ts';
import type { PolicyFile } from '../policy/read-policy.ts';
import { entriesOf, knownKeys, requiredText, textOf } from './fields.ts';
import type { Sources } from './parameters.ts';
import type { ScenarioFile } from './read-scenario.ts';
import { type Entries, invalid } from './written.ts';

const types: readonly SourceType[] = ['official', 'local_doc', 'restated', 'assumption'];

export function declaredSources(files: readonly ScenarioFile[], policy: PolicyFile): Sources {
  const sources = new Map(policy.sources);
  for (const { written } of files) {
    for (const [id, entry] of entriesOf(written, 'sources')?.of ?? []) {
      if (entry.kind !== 'entries')
        throw invalid(entry.at, { zh: `来源 ${id} 应写明 type 和 title`, en: `the source ${id} needs a type and a title` });
      sources.set(id, sourceOf(id, entry));
    }
  }
  return sources;
}

function sourceOf(id: string, entry: Entries): Source {
  knownKeys(entry, ['type', 'title', 'date'], { zh: '来源', en: 'a source' });
  const written = requiredText(entry, 'type');
  const type = types.find(known => known === written);
  if (!type)
    throw invalid(entry.of.get('type')!.at, {
      zh: `来源类型应为 ${types.join('、')}`,
      en: `the type of a source is one of ${types.join(', ')}`,
    });
  const date = textOf(entry, 'date');
  return { id, type, title: requiredText(entry, 'title'), ...(date === undefined ? {} : { date }) };
}
