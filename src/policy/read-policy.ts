/**
 * Reads one region's policy file and lays it out as leaves by dotted path, each with its unit, source and line.
 * `source` and `unit` written on a map hold for everything below it until something nearer says otherwise.
 */
import type { Text, UserError } from '../errors.ts';
import { checkLeaves } from './check-leaves.ts';
import { checkHospitalLevels } from './check-levels.ts';
import { dayOf } from './day.ts';
import type { Leaves, Place, Source } from './leaf.ts';
import { leavesOf } from './leaves-of.ts';
import { both, didYouMean, mistake } from './mistakes.ts';
import { nearest } from './nearest.ts';
import { requiredId, requiredText } from './required-text.ts';
import { sourcesOf } from './source.ts';
import { isBranch, isWritten, sections } from './vocabulary.ts';
import { type Entries, readWritten } from './written.ts';

export type PolicyFile = {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly catalogue: string;
  /** Where the catalogue is named. */
  readonly catalogueAt: Place;
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
  refuseMisspeltHeader(policy);
  const sources = sourcesOf(policy, code);
  const leaves = leavesOf(
    [...policy.of].filter(([key]) => !header.includes(key)),
    { sources, isWritten, code },
  );
  checkLeaves(leaves);
  checkHospitalLevels(leaves);
  return {
    file,
    id: requiredId(policy.of.get('id'), { above: policy.at, code }),
    title: said('title'),
    region: said('region'),
    catalogue: said('catalogue'),
    catalogueAt: policy.of.get('catalogue')!.at,
    effective: { from: effectiveFrom(policy) },
    sources,
    leaves,
  };
}

/** `regoin` was meant for a line of the header, not for a parameter. */
function refuseMisspeltHeader({ of }: Entries): void {
  for (const [key, { at }] of of) {
    if (header.includes(key) || isWritten(key) || isBranch(key)) continue;
    const near = nearest(key, [...header.filter(name => !of.has(name)), ...sections])!;
    if (!header.includes(near)) continue;
    throw mistake('PARAMETER_UNKNOWN', at, both(`政策没有“${key}”这一项`, `"${key}" is no part of a policy`), didYouMean(near));
  }
}

/** A policy holds until a later one takes its place: an end that nobody would keep to is refused. */
export function effectiveFrom({ of, at }: Entries): string {
  const effective = of.get('effective');
  const odd = effective?.kind === 'entries' ? [...effective.of].find(([key]) => key !== 'from') : undefined;
  if (odd)
    throw invalid(
      odd[1].at,
      both(`effective 里没有“${odd[0]}”这一项`, `"${odd[0]}" is no part of effective`),
      both('只写 from：到同一统筹区的下一个政策生效为止。', 'Write only from: a policy holds until the next one of its region.'),
    );
  const from = effective?.kind === 'entries' ? effective.of.get('from') : undefined;
  const day = requiredText(from, 'effective.from', { above: effective?.at ?? at, code });
  if (dayOf(day) !== undefined) return day;
  const text = both(`effective.from“${day}”不是日期`, `effective.from "${day}" is not a date`);
  throw invalid(from!.at, text, both('写成 2025-01-01。', 'Write it as 2025-01-01.'));
}

const startHint = both('以 schema: policy/1 和 id 开头。', 'Begin with schema: policy/1 and id.');

const invalid = (at: Place, text: Text, hint: Text): UserError => mistake(code, at, text, hint);
