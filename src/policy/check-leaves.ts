/** Whether every leaf has a name that is known, with levels and insurances that the policy has, and says something that can be meant. */
import type { Text, UserError } from '../errors.ts';
import { checkLeaf } from './check-leaf.ts';
import { checkLines } from './check-lines.ts';
import type { Leaves, Place } from './leaf.ts';
import { both, didYouMean, listFirst, mistake } from './mistakes.ts';
import { nearest } from './nearest.ts';
import { type FreeKey, freeKeys, isBranch, nameOf, spelledLike } from './vocabulary.ts';

/** Throws at the first leaf that is wrong, in the order of the file. */
export function checkLeaves(leaves: Leaves): void {
  for (const [path, leaf] of leaves) {
    const name = nameOf(path);
    if (!name && !(leaf.value === null && isBranch(path))) throw unknownParameter(path, leaf.at, leaves.keys());
    if (name && leaf.value !== null) checkLeaf(path, leaf, name);
  }
  checkLines(leaves);
  const insurances = new Set(keysOf(leaves, 'insurance', path => path.startsWith('insurance_map.')));
  for (const [path, leaf] of leaves) {
    const insurance = freeKeys(path).find(({ role }) => role === 'insurance');
    if (insurance && !insurances.has(insurance.key)) throw unknownKey(path, insurance, leaf.at, insurances);
  }
}

/**
 * For a change to a policy: the name must be known, and its free keys (level, insurance) must occur in the policy,
 * because a price for a level that no hospital has would change nothing and say nothing.
 */
export function requireKnown(path: string, at: Place, policy: Leaves): void {
  if (!nameOf(path) && !isBranch(path)) throw unknownParameter(path, at, policy.keys());
  for (const free of freeKeys(path)) {
    if (free.role === 'hospital' || path.startsWith('insurance_map.')) continue;
    const keys = new Set(free.role === 'level' ? levelsOf(policy) : keysOf(policy, free.role));
    if (!keys.has(free.key)) throw unknownKey(path, free, at, keys);
  }
}

/** Names the nearest known one, the ones that the policy writes first. */
function unknownParameter(path: string, at: Place, existing: Iterable<string>): UserError {
  const known = [...existing].filter(name => nameOf(name)).concat(spelledLike(path));
  return unknown(at, both(`没有名为“${path}”的参数`, `no parameter named "${path}"`), didYouMean(nearest(path, known)!));
}

function unknownKey(path: string, { role, key }: FreeKey, at: Place, keys: Iterable<string>): UserError {
  const text = both(`没有名为“${path}”的参数：政策里没有“${key}”`, `no parameter named "${path}": the policy does not know "${key}"`);
  const near = nearest(key, keys);
  if (near === undefined) return unknown(at, text, role === 'level' ? nameLevel : listFirst);
  const parts = path.split('.').map(part => (part === key ? near : part));
  return unknown(at, text, didYouMean(parts.join('.')));
}

const unknown = (at: Place, text: Text, hint: Text): UserError => mistake('PARAMETER_UNKNOWN', at, text, hint);

const nameLevel = both('先在 hospital.level 里写明这个级别。', 'Name this level in hospital.level first.');

const keysOf = (leaves: Leaves, role: string, among: (path: string) => boolean = () => true): string[] =>
  [...leaves.keys()].filter(among).flatMap(path => freeKeys(path).flatMap(free => (free.role === role ? [free.key] : [])));

const levelsOf = (leaves: Leaves): string[] => [
  ...keysOf(leaves, 'level'),
  ...[...leaves].flatMap(([path, { value }]) => (path.startsWith('hospital.level') && typeof value === 'string' ? [value] : [])),
];
