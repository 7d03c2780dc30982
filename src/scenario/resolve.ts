/**
 * Lays a chain of scenarios over its region's policy: parent first, then what differs; lists whole; `null` takes the parent's word back.
 * Every parameter is checked with the policy's own vocabulary. Source: scenario format, rules 1 to 6.
 */
import { checkLeaves, requireKnown } from '../policy/check-leaves.ts';
import type { Leaf, Leaves, Place } from '../policy/leaf.ts';
import { both, mistake } from '../policy/mistakes.ts';
import { methods } from '../policy/names/methods.ts';
import { type PolicyFile, readPolicy } from '../policy/read-policy.ts';
import { type Entries, isNull, type Written } from '../policy/written.ts';
import { canonicalText } from './canonical.ts';
import { entriesOf, placeOf, requiredText, textOf } from './fields.ts';
import { invalid } from './invalid.ts';
import { knownTotalsOf } from './known-totals.ts';
import { refuseUnbuilt } from './not-built.ts';
import { statedParameters } from './parameters.ts';
import { insideProject } from './project-path.ts';
import { periodOf, populationOf } from './read-population.ts';
import type { ScenarioChain, ScenarioFile } from './read-scenario.ts';
import { paysByGroup, type ResolvedScenario } from './scenario.ts';
import { slicesOf } from './slices.ts';
import { declaredSources } from './sources.ts';

export type Shelf = {
  readonly readText: (path: string) => string;
  readonly sha256: (text: string) => string;
  /** The policy with the tables that lie beside it named as `readText` finds them; not given: as written. */
  readonly placed?: (policy: PolicyFile) => PolicyFile;
};

export function resolveScenario(chain: ScenarioChain, shelf: Shelf): ResolvedScenario {
  const { files } = chain;
  const own = files.at(-1)!.written;
  const merged = files.reduce<Entries>((parent, { written }) => overlaid(parent, written), files[0]!.written);
  refuseUnbuilt(merged);
  const policy = policyOf(merged, shelf);
  const stated = statedParameters(files, declaredSources(files, policy));
  const method = methodOf(merged, policy);
  for (const [path, dated] of stated) for (const { leaf } of dated) requireKnown(path, leaf.at, policy.leaves);
  const period = periodOf(merged);
  const methodLeaf = merged.of.get('payment_method');
  const base = methodLeaf ? withLeaf(policy.leaves, 'payment_method', wordLeaf(method, methodLeaf.at)) : policy.leaves;
  const slices = slicesOf(stated, period).map(({ from, leaves }) => ({ from, leaves: laidOver(base, leaves) }));
  for (const { leaves } of slices) checkLeaves(leaves);
  const { leaves } = slices[0]!;
  const rebase = leaves.get('price.rebase')?.value;
  const resolved: Omit<ResolvedScenario, 'hash'> = {
    id: requiredText(own, 'id'),
    title: requiredText(own, 'title'),
    titleEn: textOf(own, 'title_en'),
    question: textOf(merged, 'question') ?? '',
    files: files.map(file => file.path),
    method,
    catalogue: catalogueOf({ method, leaves, policy, written: textOf(merged, 'catalogue') }),
    policy: { id: policy.id, region: policy.region, file: policy.file },
    weights: weightsOf(leaves),
    leaves,
    slices,
    stated,
    period,
    population: populationOf(merged, leaves),
    checks: knownTotalsOf(own),
    rebasedOn: rebase === 'neutral' ? resolveScenario(parentThat(chain), shelf) : undefined,
    ownScale: rebase === 'none',
    edited: files.flatMap(({ edited }) => edited ?? []),
  };
  return { ...resolved, hash: shelf.sha256(canonicalText(resolved)) };
}

/** What the child says, else what the parent says; maps entry by entry, `null` leaves out. Parameters are merged by `statedParameters`. */
function overlaid(parent: Entries, child: Entries): Entries {
  const of = new Map(parent.of);
  for (const [key, value] of child.of) {
    const before = of.get(key);
    if (isNull(value)) of.delete(key);
    else of.set(key, before?.kind === 'entries' && value.kind === 'entries' ? overlaid(before, value) : value);
  }
  return { kind: 'entries', of, at: child.at };
}

type Naming = { readonly method: string; readonly leaves: Leaves; readonly policy: PolicyFile; readonly written: string | undefined };

/** DIP has a catalogue of its own, in the folder that its policy names; other methods have none, or that of the scenario, or of the policy. */
function catalogueOf({ method, leaves, policy, written }: Naming): string {
  const dip = leaves.get('dip.catalogue')?.value;
  if (method === 'dip' && typeof dip === 'string') return dip.replace(/\/+$/, '');
  return written ?? (paysByGroup({ method, leaves }) ? policy.catalogue : '');
}

function policyOf(merged: Entries, { readText, placed = policy => policy }: Shelf): PolicyFile {
  const named = requiredText(merged, 'policy');
  const path = insideProject(named, '', { root: '', at: placeOf(merged, 'policy') });
  return placed(readPolicy(readText(path), path));
}

function weightsOf(leaves: Leaves): string {
  const table = leaves.get('weights.table');
  return typeof table?.value === 'string' ? insideProject(table.value, '', { root: '', at: table.at }) : '';
}

function methodOf(merged: Entries, policy: PolicyFile): string {
  const written = textOf(merged, 'payment_method');
  const method = written ?? String(policy.leaves.get('payment_method')?.value ?? '');
  const at = merged.of.get('payment_method')?.at ?? policy.leaves.get('payment_method')?.at ?? { file: policy.file, line: 1 };
  if (methods.some(known => known === method)) return method;
  throw mistake(
    'PARAMETER_INVALID',
    at,
    both(`没有名为“${method}”的支付方式`, `no payment method named "${method}"`),
    both(`可用：${methods.join('、')}。`, `Choose one of ${methods.join(', ')}.`),
  );
}

const wordLeaf = (value: string, at: Place): Leaf => ({ value, unit: 'rule', source: undefined, at });
const withLeaf = (leaves: Leaves, path: string, leaf: Leaf): Leaves => new Map(leaves).set(path, leaf);

/** A scenario's leaf takes the place of the policy's; null for a branch (`price.rates`) first takes everything the policy has below away. */
function laidOver(policy: Leaves, stated: ReadonlyMap<string, Leaf>): Leaves {
  const removed = [...stated].flatMap(([path, { value }]) => (value === null ? [`${path}.`] : []));
  const kept = [...policy].filter(([path]) => !removed.some(branch => path.startsWith(branch)));
  return new Map([...kept, ...stated]);
}

/** The chain up to the parent of the file that asks for a neutral price level: that parent's level is taken over. */
function parentThat({ files, root }: ScenarioChain): ScenarioChain {
  const asks = files.findLastIndex(file => rebaseOf(file) !== undefined);
  if (asks > 0) return { files: files.slice(0, asks), root };
  const place = asks === 0 ? rebaseOf(files[0]!)!.at : files[0]!.written.at;
  throw invalid(
    place,
    both('price.rebase: neutral 需要上级情景，但没有 extends', 'price.rebase: neutral needs a parent, but nothing is extended'),
    both('用 extends 指明沿用哪个情景的价格水平，或改为 none。', 'Extend the scenario whose price level is kept, or write none.'),
  );
}

const rebaseOf = (file: ScenarioFile): Written | undefined => entriesOf(file.written, 'parameters')?.of.get('price.rebase');
