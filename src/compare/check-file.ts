/** Which kind of file a text says it is, for a command that accepts several kinds. */
import { readWritten } from '../policy/written.ts';

/** The value of the `schema` key, `comparison/1`; '' when there is none. A text that is no YAML is refused as a scenario would be. */
export function schemaOf(text: string, file: string): string {
  const written = readWritten(text, file, 'SCENARIO_INVALID');
  const schema = written.kind === 'entries' ? written.of.get('schema') : undefined;
  return schema?.kind === 'word' && typeof schema.value === 'string' ? schema.value : '';
}
