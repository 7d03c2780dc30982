/** Paths that a policy names count from where a person stands, from the installation, or from the folder of the file that names them. */
import type { Installation } from '../files/installation.ts';
import { whereNamed } from '../files/where-named.ts';
import type { Leaf, Leaves, Place } from '../policy/leaf.ts';
import { both, mistake } from '../policy/mistakes.ts';
import type { PolicyFile } from '../policy/read-policy.ts';
import { nameOf } from '../policy/vocabulary.ts';

/** `missing: refuse` for a policy that is to pay as it stands; a scenario may name other tables in place of those. */
export function withPaths(installation: Installation, file: PolicyFile, missing: 'refuse' | 'keep'): PolicyFile {
  const found = (named: string, at: Place, kind: 'file' | 'folder'): string => {
    const path = placed(installation, named, { at, kind });
    if (path === undefined && missing === 'refuse') throw noSuchFile(named, at);
    return path ?? named;
  };
  const leaves: Leaves = new Map([...file.leaves].map(([path, leaf]) => [path, leafWithPath(path, leaf, found)]));
  return { ...file, leaves };
}

type Found = (named: string, at: Place, kind: 'file' | 'folder') => string;

function leafWithPath(path: string, leaf: Leaf, found: Found): Leaf {
  const { value, at } = leaf;
  if (path === 'known_answers' && Array.isArray(value)) return answersWithPaths(leaf, value, found);
  const isPath = nameOf(path)?.kind === 'path' || (path === 'weights.fallback' && value !== 'none' && value !== 'ffs');
  if (!isPath || typeof value !== 'string') return leaf;
  return { ...leaf, value: found(value, at, path === 'dip.catalogue' ? 'folder' : 'file') };
}

/** Of the known answers those that are a table of prices. */
const answersWithPaths = (leaf: Leaf, items: readonly unknown[], found: Found): Leaf => ({
  ...leaf,
  value: items.map((item, i): unknown => {
    const { table } = (item ?? {}) as { readonly table?: unknown };
    if (typeof table !== 'string') return item;
    return { ...(item as object), table: found(table, leaf.items?.[i]?.at ?? leaf.at, 'file') };
  }),
});

/** A benefit that is shipped may be named by its id. */
const placed = ({ root }: Installation, named: string, { at, kind }: { readonly at: Place; readonly kind: 'file' | 'folder' }) =>
  whereNamed([named, `data/policies/benefit/${named}.yaml`], { root, namedIn: at.file, kind });

const noSuchFile = (named: string, at: Place) =>
  mistake(
    'FILE_NOT_FOUND',
    at,
    both(`没有政策写的文件“${named}”`, `there is no "${named}", which the policy names`),
    both(
      '路径从当前目录、安装目录或这个政策文件所在的目录算起。',
      'Paths count from the current folder, the installation or the folder of this policy file.',
    ),
  );
