/**
 * Lays what a file says out as leaves by dotted path, each with its unit, source and line. `source` and `unit` written on a map hold for
 * everything below it until something nearer says otherwise.
 */
import type { ErrorCode } from '../errors.ts';
import type { Leaf, LeafItem, LeafValue, Place, Source } from './leaf.ts';
import { both, didYouMean, mistake } from './mistakes.ts';
import { nearest } from './nearest.ts';
import { requiredText } from './required-text.ts';
import { type Entries, plain, type Written } from './written.ts';

export type LeafFile = {
  readonly sources: ReadonlyMap<string, Source>;
  /** A path that the vocabulary of the file has in so many words: its `unit` is a name then, not an annotation. */
  readonly isWritten: (path: string) => boolean;
  readonly code: ErrorCode;
};

export function leavesOf(written: Iterable<readonly [key: string, below: Written]>, file: LeafFile): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const [key, below] of written) spread(key, below, { unit: undefined, source: undefined }, { ...file, leaves });
  return leaves;
}

type Above = { readonly unit: string | undefined; readonly source: Source | undefined };
type Target = LeafFile & { readonly leaves: Map<string, Leaf> };

/** Entries with `value` are a leaf, any other entries hold more names; lists and single values are leaves as they stand. */
function spread(path: string, written: Written, above: Above, target: Target): void {
  const { leaves } = target;
  if (written.kind !== 'entries') {
    leaves.set(path, { ...above, value: plain(written) as LeafValue, at: written.at, ...itemsOf(written, above, target) });
    return;
  }
  const here = inherit(path, written, above, target);
  // `primary_care_groups.value` is a name of its own
  const value = target.isWritten(`${path}.value`) ? undefined : written.of.get('value');
  if (value) {
    refuseOddParts(path, written);
    leaves.set(path, { ...here, value: plain(value) as LeafValue, at: value.at, ...itemsOf(value, here, target) });
    return;
  }
  for (const [key, inner] of written.of) {
    if (!isAnnotation(path, key, target)) spread(`${path}.${key}`, inner, here, target);
  }
}

/** Rules in a list stand on lines of their own and may each name a source. */
function itemsOf(written: Written, above: Above, { sources, code }: LeafFile): { readonly items?: readonly LeafItem[] } {
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
const isAnnotation = (path: string, key: string, { isWritten }: LeafFile): boolean =>
  (key === 'unit' || key === 'source') && !isWritten(`${path}.${key}`);

function inherit(path: string, { of, at }: Entries, above: Above, file: LeafFile): Above {
  const { sources, code } = file;
  let { unit, source } = above;
  for (const [key, written] of of) {
    if (!isAnnotation(path, key, file)) continue;
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
