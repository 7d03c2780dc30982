/**
 * Some groups of a catalogue as a policy names them: codes of DRGs or ADRGs in a list, or a word that the column `flag` of the
 * weight table has for them.
 */
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';

export type GroupSet = {
  readonly codes: ReadonlySet<string>;
  readonly flag: string | undefined;
  /** Where the policy names them. */
  readonly leaf: Leaf;
};

/** A group as lists know it; `flag` is what the weight table says of it, '' nothing. */
export type NamedGroup = { readonly drg: string; readonly adrg: string; readonly flag: string };

/** `path.list` and `path.flag`; undefined: the policy names no groups there. */
export function groupSet(leaves: Leaves, id: string, path: string): GroupSet | undefined {
  const { at, text } = reader(leaves, id);
  const list = at(`${path}.list`);
  const leaf = list ?? at(`${path}.flag`);
  return leaf && { codes: new Set(list?.value as readonly string[] | undefined), flag: text(`${path}.flag`), leaf };
}

/** A table may mark a group with several words: `基层;中医`. */
export const inSet = ({ codes, flag }: Pick<GroupSet, 'codes' | 'flag'>, group: NamedGroup): boolean =>
  codes.has(group.drg) || codes.has(group.adrg) || (flag !== undefined && wordsOfFlag(group.flag).includes(flag));

export const wordsOfFlag = (cell: string): readonly string[] =>
  cell
    .split(/[;；,，、|]/)
    .map(word => word.trim())
    .filter(word => word !== '');
