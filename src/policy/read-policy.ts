/**
 * Reads one region's policy file and lays it out as leaves by dotted path, each with its unit, source and line.
 * `source` and `unit` written on a map hold for everything below it until something nearer says otherwise.
 */
import type { Text, UserError } from '../errors.ts';
import { checkLeaves } from './check-leaves.ts';
import { dayOf } from './day.ts';
import type { Leaf, LeafItem, LeafValue, Leaves, Place, Source } from './leaf.ts';
import { both, didYouMean, mistake } from './mistakes.ts';
import { nearest } from './nearest.ts';
import { requiredText } from './required-text.ts';
import { sourceOf } from './source.ts';
import { isWritten } from './vocabulary.ts';
import { type Entries, plain, readWritten, type Written } from './written.ts';

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
const code = 'POLICY_INVALID';

export function readPolicy(text: string, file: string): PolicyFile {
  const policy = readWritten(text, file, code);
  if (policy.kind !== 'entries') throw invalid(policy.at, both('政策应由“键: 值”组成', 'a policy is a map of names'), startHint);
  const said = (key: string): string => requiredText(policy.of.get(key), key, { above: policy.at, code });
  if (said('schema') !== 'policy/1')
    throw invalid(policy.of.get('schema')!.at, both('schema 不是 policy/1', 'schema is not policy/1'), startHint);
  const sources = sourcesOf(policy);
  const leaves = new Map<string, Leaf>();
  for (const [key, written] of policy.of) {
    if (!header.includes(key)) spread(key, written, { unit: undefined, source: undefined }, { sources, leaves });
  }
  checkLeaves(leaves);
  return {
    file,
    id: said('id'),
    title: said('title'),
    region: said('region'),
    catalogue: said('catalogue'),
    effective: { from: effectiveFrom(policy) },
    sources,
    leaves,
  };
}

type Above = { readonly unit: string | undefined; readonly source: Source | undefined };
type Target = { readonly sources: ReadonlyMap<string, Source>; readonly leaves: Map<string, Leaf> };

/** Entries with `value` are a leaf, any other entries hold more names; lists and single values are leaves as they stand. */
function spread(path: string, written: Written, above: Above, target: Target): void {
  const { leaves } = target;
  if (written.kind !== 'entries') {
    leaves.set(path, { ...above, value: plain(written) as LeafValue, at: written.at, ...itemsOf(written, above, target) });
    return;
  }
  const here = inherit(path, written, above, target);
  const value = written.of.get('value');
  if (value) {
    refuseOddParts(path, written);
    leaves.set(path, { ...here, value: plain(value) as LeafValue, at: value.at, ...itemsOf(value, here, target) });
    return;
  }
  for (const [key, inner] of written.of) {
    if (!isAnnotation(path, key)) spread(`${path}.${key}`, inner, here, target);
  }
}

/** Rules in a list stand on lines of their own and may each name a source. */
function itemsOf(written: Written, above: Above, { sources }: Target): { readonly items?: readonly LeafItem[] } {
  if (written.kind !== 'list') return {};
  return {
    items: written.items.map(item => {
      const named = item.kind === 'entries' ? item.of.get('source') : undefined;
      if (!named) return { at: item.at, source: above.source };
      const id = requiredText(named, 'source', { above: item.at, code });
      return { at: item.at, source: sourceNamed(id, named.at, sources) };
    }),
  };
}

function refuseOddParts(path: string, { of }: Entries): void {
  for (const [key, { at }] of of) {
    if (['value', 'unit', 'source'].includes(key)) continue;
    const text = both(`${path} 的值里没有“${key}”这一项`, `"${key}" is not part of the value of ${path}`);
    throw mistake('PARAMETER_UNKNOWN', at, text, both('值由 value、unit、source 组成。', 'A value has value, unit and source.'));
  }
}

/** `unit` and `source` annotate what is below, unless the vocabulary has that very name (`weights.unit`). */
const isAnnotation = (path: string, key: string): boolean => (key === 'unit' || key === 'source') && !isWritten(`${path}.${key}`);

function inherit(path: string, { of, at }: Entries, above: Above, { sources }: Target): Above {
  let { unit, source } = above;
  for (const [key, written] of of) {
    if (!isAnnotation(path, key)) continue;
    const text = requiredText(written, key, { above: at, code });
    if (key === 'unit') unit = text;
    else source = sourceNamed(text, written.at, sources);
  }
  return { unit, source };
}

function sourceNamed(id: string, at: Place, sources: ReadonlyMap<string, Source>): Source {
  const source = sources.get(id);
  if (source) return source;
  const near = nearest(id, sources.keys());
  const hint = near ? didYouMean(near) : both('先在 sources 里列出。', 'List it under sources first.');
  throw mistake('PARAMETER_INVALID', at, both(`没有名为“${id}”的来源`, `no source named "${id}"`), hint);
}

function sourcesOf({ of, at }: Entries): ReadonlyMap<string, Source> {
  const sources = of.get('sources');
  if (sources?.kind === 'entries') return new Map([...sources.of].map(([id, written]) => [id, sourceOf(id, written, code)]));
  const example = 'sources: {name: {type: restated, title: "..."}}';
  throw invalid(sources?.at ?? at, both('缺少 sources', 'sources are missing'), both(`写成 ${example}。`, `Write ${example}.`));
}

function effectiveFrom({ of, at }: Entries): string {
  const effective = of.get('effective');
  const from = effective?.kind === 'entries' ? effective.of.get('from') : undefined;
  const day = requiredText(from, 'effective.from', { above: effective?.at ?? at, code });
  if (dayOf(day) !== undefined) return day;
  const text = both(`effective.from“${day}”不是日期`, `effective.from "${day}" is not a date`);
  throw invalid(from!.at, text, both('写成 2025-01-01。', 'Write it as 2025-01-01.'));
}

const startHint = both('以 schema: policy/1 和 id 开头。', 'Begin with schema: policy/1 and id.');

const invalid = (at: Place, text: Text, hint: Text): UserError => mistake(code, at, text, hint);
