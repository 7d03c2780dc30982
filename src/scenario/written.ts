/** What a person wrote in a scenario or comparison file, every value with the file and line it stands on. */
import { type Text, UserError } from '../errors.ts';
import { type Place, placeText } from '../policy/leaf.ts';
import { readYaml, type YamlNode } from '../policy/yaml-tree.ts';

export type Word = { readonly kind: 'word'; readonly value: string | number | boolean | null; readonly at: Place };
export type List = { readonly kind: 'list'; readonly items: readonly Written[]; readonly at: Place };
/** The place of an entry is the line of its key. */
export type Entries = { readonly kind: 'entries'; readonly of: ReadonlyMap<string, Written>; readonly at: Place };
export type Written = Word | List | Entries;

/** The entries of a whole file. */
export function readWritten(text: string, file: string): Entries {
  const whole = written(readYaml(text, file, 'SCENARIO_INVALID'), file);
  if (whole.kind === 'entries') return whole;
  throw invalid(whole.at, { zh: '文件应由“键: 值”组成', en: 'the file must be a map of keys and values' });
}

function written(node: YamlNode, file: string, line = node.line): Written {
  const at = { file, line };
  switch (node.kind) {
    case 'scalar':
      return { kind: 'word', value: node.value, at };
    case 'list':
      return { kind: 'list', items: node.items.map(item => written(item, file)), at };
    case 'map':
      return { kind: 'entries', of: new Map(node.entries.map(entry => [entry.key, written(entry.node, file, entry.line)])), at };
  }
}

/** The plain value of what was written, for values that are carried whole (lists of tiers, rules). */
export function plain(value: Written): string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>> {
  switch (value.kind) {
    case 'word':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'entries':
      return Object.fromEntries([...value.of].map(([key, inner]) => [key, plain(inner)]));
  }
}

export function invalid(at: Place, text: Text, hint: Text = seeFormat): UserError {
  return new UserError('SCENARIO_INVALID', text, { at: placeText(at), hint });
}

const seeFormat: Text = {
  zh: '格式见 data/schema/scenario.schema.json，写法可参照 scenarios/ 中的文件。',
  en: 'The format is data/schema/scenario.schema.json; the files in scenarios/ show how it is written.',
};
