/**
 * Every parameter a policy has and a scenario may change, by its dotted path; `<level>`, `<insurance>`, `<hospital>` stand for free keys.
 * Names that this version does not carry out yet are known too, so that asking for one is answered plainly instead of paid wrongly.
 */
import { caseNames } from './names/cases.ts';
import { clearingNames } from './names/clearing.ts';
import { dipNames } from './names/dip.ts';
import { fundNames } from './names/fund.ts';
import { methodNames } from './names/method.ts';
import type { Name } from './names/name.ts';
import { otherMethodNames } from './names/other-methods.ts';
import { outlierNames } from './names/outliers.ts';
import { priceNames } from './names/price.ts';
import { specialNames } from './names/special.ts';

export const names: readonly Name[] = [
  ...methodNames,
  ...priceNames,
  ...fundNames,
  ...caseNames,
  ...outlierNames,
  ...specialNames,
  ...dipNames,
  ...otherMethodNames,
  ...clearingNames,
];

/** First words of all names: the sections of a policy. */
export const sections: readonly string[] = [...new Set(names.map(({ path }) => path.split('.')[0]!))];

const segments = new Map(names.map(name => [name, name.path.split('.')]));
const isFree = (segment: string | undefined): boolean => segment?.startsWith('<') ?? false;

/** The name a path is an instance of. A free key may be any word without a dot. */
export function nameOf(path: string): Name | undefined {
  const parts = path.split('.');
  return names.find(name => {
    const own = segments.get(name)!;
    return own.length === parts.length && own.every((segment, i) => (isFree(segment) ? parts[i] !== '' : segment === parts[i]));
  });
}

/** A name in so many words, not by a free key: `weights.unit` is one, `insurance_map.unit` is not. */
export const isWritten = (path: string): boolean => names.some(name => name.path === path);

/** A path above known names (`price.rates`): only null may stand there, it removes all below. */
export const isBranch = (path: string): boolean =>
  names.some(name => {
    const own = segments.get(name)!;
    const parts = path.split('.');
    return parts.length < own.length && parts.every((part, i) => isFree(own[i]) || own[i] === part);
  });

/** Known names spelt with the free keys of `path`, for suggestions. */
export const spelledLike = (path: string): readonly string[] => {
  const parts = path.split('.');
  return names.map(name =>
    segments
      .get(name)!
      .map((segment, i) => (isFree(segment) ? (parts[i] ?? segment) : segment))
      .join('.'),
  );
};

export type FreeKey = { readonly role: string; readonly key: string };

/** The free keys of a path with what they stand for: `price.rates.tertiary.employee` has level tertiary and insurance employee. */
export function freeKeys(path: string): readonly FreeKey[] {
  const name = nameOf(path);
  if (!name) return [];
  const parts = path.split('.');
  return segments.get(name)!.flatMap((segment, i) => (isFree(segment) ? [{ role: segment.slice(1, -1), key: parts[i]! }] : []));
}
