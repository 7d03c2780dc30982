/** A policy and a stay that a person wrote down, brought together: insurances by the policy's own names, a coefficient that is given. */
import type { Change } from '../policy/case-file.ts';
import { checkLeaves, requireKnown } from '../policy/check-leaves.ts';
import type { GivenStay } from '../policy/given-stay.ts';
import type { Leaf, Leaves, Place } from '../policy/leaf.ts';
import { both, didYouMean, wrong } from '../policy/mistakes.ts';
import { nearest } from '../policy/nearest.ts';
import { type Policy, policyFrom } from '../policy/policy.ts';
import { nameOf } from '../policy/vocabulary.ts';

/** An answer names the insurance as the policy does; a stay is loaded with a code. */
export function spokenAs({ insurance }: Policy, given: GivenStay): GivenStay {
  const code = [...insurance].find(([, key]) => key === given.words.insurance)?.[0];
  return code === undefined || insurance.has(given.words.insurance) ? given : { ...given, words: { ...given.words, insurance: code } };
}

/** An answer for an insurance or a level that the policy does not have can only have been misspelt. */
export function refuseUnknownPayer({ insurance, level }: Payer, policy: Policy, at: Place): void {
  const known = { insurance: [...new Set(policy.insurance.values())], level: [...levelsOf(policy, policy.leaves)] };
  const wrongly = (name: 'insurance' | 'level', word: string) =>
    wrong(
      'known_answers',
      at,
      both(`用了政策没有的 ${name}“${word}”`, `names the ${name} "${word}", which the policy does not have`),
      didYouMean(nearest(word, known[name]) ?? ''),
    );
  if (!known.insurance.includes(insurance) && !policy.insurance.has(insurance)) throw wrongly('insurance', insurance);
  if (level !== undefined && known.level.length > 0 && !known.level.includes(level) && !policy.levels.has(level))
    throw wrongly('level', level);
}
type Payer = { readonly insurance: string; readonly level?: string | undefined };

/** A worked case with `k` is that of a hospital with this coefficient, whatever those of the policy are. */
export function withCoefficient({ numbers: { k } }: GivenStay, policy: Policy): Policy {
  if (!k || (policy.method !== 'drg_points' && policy.method !== 'drg_rate')) return policy;
  const at = policy.leaves.get('known_answers')?.at ?? { file: policy.id, line: 1 };
  const leaf = (value: string, unit: string | undefined): Leaf => ({ value, unit, source: given, at });
  const leaves = new Map<string, Leaf>([...policy.leaves].filter(([path]) => !path.startsWith('hospital_coefficient.')));
  leaves.set('hospital_coefficient.from', leaf('level', undefined));
  for (const level of levelsOf(policy, policy.leaves)) leaves.set(`hospital_coefficient.values.${level}`, leaf(k.toFixed(), 'ratio'));
  return policyFrom(policy, leaves);
}

const given = { id: 'given', type: 'assumption' as const, title: 'given' };

const levelsOf = ({ level, levels }: Policy, leaves: Leaves): ReadonlySet<string> =>
  new Set([
    ...(level === undefined ? [] : [level]),
    ...levels.values(),
    ...[...leaves.keys()].flatMap(path => (/^(price\.rates|hospital_coefficient\.values)\./.test(path) ? [path.split('.')[2]!] : [])),
  ]);

/** The policy with other values; the unit and the source of a value that it has stay as they are. */
export function changed(policy: Policy, changes: readonly Change[]): Policy {
  if (changes.length === 0) return policy;
  const leaves = new Map(policy.leaves);
  for (const { path, value, at } of changes) {
    requireKnown(path, at, policy.leaves);
    const before = policy.leaves.get(path);
    leaves.set(path, { value, unit: before?.unit ?? nameOf(path)?.units[0], source: before?.source ?? given, at });
  }
  checkLeaves(leaves);
  return policyFrom(policy, leaves);
}
