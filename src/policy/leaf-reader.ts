/** Reads typed values out of checked leaves; null means the same as not written. */
import { UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import type { Leaf, Leaves } from './leaf.ts';
import { both } from './mistakes.ts';
import type { Sourced } from './policy.ts';

export function reader(leaves: Leaves, policy: string) {
  const at = (path: string): Leaf | undefined => {
    const leaf = leaves.get(path);
    return leaf?.value === null ? undefined : leaf;
  };
  const text = (path: string): string | undefined => at(path)?.value as string | undefined;
  const sourced = (leaf: Leaf): Sourced => ({ value: new Decimal(leaf.value as string | number), leaf });
  const decimal = (path: string): Sourced | undefined => {
    const leaf = at(path);
    return leaf && sourced(leaf);
  };
  const missing = (path: string) =>
    new UserError('POLICY_INVALID', both(`${policy} 没有写 ${path}`, `${policy} does not say ${path}`), {
      at: [...leaves.values()][0]?.at.file,
      hint: both(`在政策或情景里补上 ${path}。`, `Add ${path} to the policy or the scenario.`),
    });
  const required = (path: string): Sourced => {
    const found = decimal(path);
    if (!found) throw missing(path);
    return found;
  };
  /** Leaves below a path, with the rest of their path. */
  const keyed = (path: string): { readonly key: string; readonly leaf: Leaf }[] =>
    [...leaves].flatMap(([name, leaf]) =>
      name.startsWith(`${path}.`) && leaf.value !== null ? [{ key: name.slice(path.length + 1), leaf }] : [],
    );
  return { at, text, word: text, flag: (path: string) => at(path)?.value === true, decimal, required, missing, keyed, sourced };
}
