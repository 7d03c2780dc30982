/**
 * A policy or scenario is a tree of leaves; a leaf is a value with its unit, its source and the place where it is written.
 * Policies are flattened to dotted paths, so that a scenario changes a policy by naming the path, and every result can name its line.
 */
export type LeafValue = string | number | boolean | null | readonly unknown[];

export type Place = { readonly file: string; readonly line: number };

export type SourceType = 'official' | 'local_doc' | 'restated' | 'assumption';
export type Source = { readonly id: string; readonly type: SourceType; readonly title: string; readonly date?: string };

export type Leaf = {
  /** Decimals are text; whole numbers only for days, counts and years; lists whole (tiers, rules). */
  readonly value: LeafValue;
  readonly unit: string | undefined;
  readonly source: Source | undefined;
  readonly at: Place;
  /** Of a list: where each item stands, and the source that it names itself. */
  readonly items?: readonly LeafItem[];
};

export type LeafItem = { readonly at: Place; readonly source: Source | undefined };

/** Dotted path (`price.rates.tertiary.employee`) to leaf, in the order of the file. */
export type Leaves = ReadonlyMap<string, Leaf>;

export const placeText = ({ file, line }: Place): string => `${file}:${line}`;
