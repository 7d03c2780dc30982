/**
 * Reads one region's policy file and lays it out as leaves by dotted path, each with its unit, source and line.
 * `source` and `unit` written on a map hold for everything below it until something nearer says otherwise.
 */
import type { Text, UserError } from '../errors.ts';
import { checkLeaves } from './check-leaves.ts';
import type { Leaf, LeafValue, Leaves, Source, SourceType } from './leaf.ts';
import { both, didYouMean, mistake } from './mistakes.ts';
import { nearest } from './nearest.ts';
import { isWritten } from './vocabulary.ts';
import { plain, readYaml, type YamlEntry, type YamlNode } from './yaml-tree.ts';

export type PolicyFile = {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly catalogue: string;
  /** In force from this day on, until a later policy of the same region. */
  readonly effective: { readonly from: string };
  readonly sources: ReadonlyMap<string, Source>;
  readonly leaves: Leaves;
};

const header = ['schema', 'id', 'title', 'region', 'catalogue', 'effective', 'sources'];
const sourceTypes: readonly SourceType[] = ['official', 'local_doc', 'restated', 'assumption'];

export function readPolicy(text: string, file: string): PolicyFile {
  const tree = readYaml(text, file, 'POLICY_INVALID');
  if (tree.kind !== 'map') throw invalid(file, tree.line, both('政策应是一组名称和值', 'a policy is a map of names'), startHint);
  const head = new Map(tree.entries.filter(({ key }) => header.includes(key)).map(entry => [entry.key, entry]));
  const said = (key: string): string => textOf(head.get(key), key, file);
  if (said('schema') !== 'policy/1')
    throw invalid(file, head.get('schema')!.line, both('schema 不是 policy/1', 'schema is not policy/1'), startHint);
  const sources = sourcesOf(head.get('sources'), file);
  const leaves = new Map<string, Leaf>();
  for (const { key, node } of tree.entries) {
    if (!header.includes(key)) spread(key, node, { unit: undefined, source: undefined }, { file, sources, leaves });
  }
  checkLeaves(leaves);
  return {
    file,
    id: said('id'),
    title: said('title'),
    region: said('region'),
    catalogue: said('catalogue'),
    effective: { from: effectiveFrom(head.get('effective'), file) },
    sources,
    leaves,
  };
}

type Above = { readonly unit: string | undefined; readonly source: Source | undefined };
type Target = { readonly file: string; readonly sources: ReadonlyMap<string, Source>; readonly leaves: Map<string, Leaf> };

/** A map with `value` is a leaf, any other map holds more names; lists and single values are leaves as they stand. */
function spread(path: string, node: YamlNode, above: Above, target: Target): void {
  const { file, leaves } = target;
  if (node.kind !== 'map') {
    leaves.set(path, { ...above, value: plain(node) as LeafValue, at: { file, line: node.line } });
    return;
  }
  const value = node.entries.find(({ key }) => key === 'value');
  const here = inherit(path, node.entries, above, target);
  if (value) {
    const odd = node.entries.find(({ key }) => !['value', 'unit', 'source'].includes(key));
    if (odd) {
      const text = both(`${path} 的值里没有“${odd.key}”这一项`, `"${odd.key}" is no part of the value of ${path}`);
      throw mistake(
        'PARAMETER_UNKNOWN',
        { file, line: odd.line },
        text,
        both('值由 value、unit、source 组成。', 'A value has value, unit and source.'),
      );
    }
    leaves.set(path, { ...here, value: plain(value.node) as LeafValue, at: { file, line: value.line } });
    return;
  }
  for (const entry of node.entries) {
    if (isAnnotation(path, entry)) continue;
    spread(`${path}.${entry.key}`, entry.node, here, target);
  }
}

/** `unit` and `source` annotate what is below, unless the vocabulary has that very name (`weights.unit`). */
const isAnnotation = (path: string, { key }: YamlEntry): boolean => (key === 'unit' || key === 'source') && !isWritten(`${path}.${key}`);

function inherit(path: string, entries: readonly YamlEntry[], above: Above, { file, sources }: Target): Above {
  let { unit, source } = above;
  for (const entry of entries) {
    if (!isAnnotation(path, entry)) continue;
    const text = textOf(entry, entry.key, file);
    if (entry.key === 'unit') unit = text;
    else source = sourceNamed(text, entry.line, sources, file);
  }
  return { unit, source };
}

function sourceNamed(id: string, line: number, sources: ReadonlyMap<string, Source>, file: string): Source {
  const source = sources.get(id);
  if (source) return source;
  const near = nearest(id, sources.keys());
  const hint = near ? didYouMean(near) : both('先在 sources 里列出。', 'List it under sources first.');
  throw mistake('PARAMETER_INVALID', { file, line }, both(`没有名为“${id}”的来源`, `no source named "${id}"`), hint);
}

function sourcesOf(entry: YamlEntry | undefined, file: string): ReadonlyMap<string, Source> {
  if (entry?.node.kind !== 'map') {
    const example = 'sources: {name: {type: restated, title: "..."}}';
    throw invalid(file, entry?.line ?? 1, both('缺少 sources', 'sources are missing'), both(`写成 ${example}`, `Write ${example}`));
  }
  return new Map(entry.node.entries.map(({ key, line, node }) => [key, sourceOf(key, line, node, file)]));
}

function sourceOf(id: string, line: number, node: YamlNode, file: string): Source {
  const said = node.kind === 'map' ? new Map(node.entries.map(entry => [entry.key, entry])) : new Map<string, YamlEntry>();
  const type = sourceTypes.find(known => known === textOf(said.get('type'), `sources.${id}.type`, file, line));
  if (!type) {
    const known = sourceTypes.join(', ');
    throw invalid(
      file,
      line,
      both(`来源“${id}”的类型未知`, `source "${id}" has an unknown type`),
      both(`可用：${known}`, `Known: ${known}.`),
    );
  }
  const title = textOf(said.get('title'), `sources.${id}.title`, file, line);
  const date = said.get('date');
  return { id, type, title, ...(date ? { date: textOf(date, `sources.${id}.date`, file) } : {}) };
}

function effectiveFrom(entry: YamlEntry | undefined, file: string): string {
  const from = entry?.node.kind === 'map' ? entry.node.entries.find(({ key }) => key === 'from') : undefined;
  const day = textOf(from, 'effective.from', file, entry?.line);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    throw invalid(
      file,
      from!.line,
      both(`effective.from“${day}”不是日期`, `effective.from "${day}" is no date`),
      both('写成 2025-01-01。', 'Write it as 2025-01-01.'),
    );
  }
  return day;
}

function textOf(entry: YamlEntry | undefined, name: string, file: string, line = 1): string {
  const value = entry?.node.kind === 'scalar' ? entry.node.value : undefined;
  if (typeof value === 'string' && value !== '') return value;
  const text = entry ? both(`${name} 不是文字`, `${name} is not a text`) : both(`缺少 ${name}`, `${name} is missing`);
  throw invalid(file, entry?.line ?? line, text, both(`请写 ${name}。`, `Write ${name} as a text.`));
}

const startHint = both('以 schema: policy/1 和 id 开头。', 'Begin with schema: policy/1 and id.');

const invalid = (file: string, line: number, text: Text, hint: Text): UserError => mistake('POLICY_INVALID', { file, line }, text, hint);
