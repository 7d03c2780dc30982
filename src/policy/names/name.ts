/** One parameter of a policy: its dotted path, the kind of its value, its units, and what else must hold of it. */
import type { Leaf } from '../leaf.ts';

export type Kind = 'decimal' | 'integer' | 'word' | 'codes' | 'tiers' | 'list' | 'path' | 'text' | 'boolean' | 'digits';

export type Name = {
  readonly path: string;
  readonly kind: Kind;
  /** Allowed units; empty: none is needed. */
  readonly units: readonly string[];
  /** Allowed words of a `word`. */
  readonly words: readonly string[];
  /** A number that pays money needs a source. */
  readonly sourced: boolean;
  /** Lowest allowed number; `above` excludes the bound itself. */
  readonly least: { readonly bound: string; readonly above: boolean } | undefined;
  /** Highest allowed number: a share written as 80 is meant as 0.8. */
  readonly most: string | undefined;
  /** What a list must be made of: throws at the first item that is not. */
  readonly check: ((path: string, leaf: Leaf) => void) | undefined;
};

const blank = {
  units: [],
  words: [],
  sourced: false,
  least: undefined,
  most: undefined,
  check: undefined,
} as const;
export const positive = { bound: '0', above: true };
export const notNegative = { bound: '0', above: false };

/** A price, a mean or an amount of one stay: beyond a thousand million yuan it is a slip of the keyboard. */
export const money = (path: string, unit: string): Name => ({
  ...blank,
  path,
  kind: 'decimal',
  units: [unit],
  sourced: true,
  least: positive,
  most: '1000000000',
});
/** Money or points of a whole hospital or region. */
export const budget = (path: string, unit: string): Name => ({ ...money(path, unit), most: '1000000000000' });
export const ratio = (path: string): Name => ({
  ...blank,
  path,
  kind: 'decimal',
  units: ['ratio', 'ratio-of-standard', 'ratio-of-group-mean'],
  sourced: true,
  least: notNegative,
});
export const share = (path: string): Name => ({ ...ratio(path), units: ['ratio', 'share-of-stays'] });
/** A share of something, which is at most all of it. */
export const part = (path: string): Name => ({ ...ratio(path), most: '1' });
export const decimal = (path: string): Name => ({ ...blank, path, kind: 'decimal', least: notNegative });
export const word = (path: string, words: readonly string[]): Name => ({ ...blank, path, kind: 'word', words });
export const plain = (path: string, kind: Kind): Name => ({ ...blank, path, kind });
/** A list of entries that `check` looks at one by one; numbers that pay money have a source. */
export const list = (path: string, check: Name['check'], units: readonly string[] = []): Name => ({
  ...blank,
  path,
  kind: 'list',
  units,
  sourced: units.length > 0,
  check,
});
export const tiers = (path: string): Name => ({ ...blank, path, kind: 'tiers', units: ['ratio', 'ratio-of-standard'], sourced: true });
export const count = (path: string, unit: string): Name => ({
  ...blank,
  path,
  kind: 'integer',
  units: [unit],
  sourced: true,
  least: positive,
});
