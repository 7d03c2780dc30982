/** A catalogue made ready for grouping: numbers and bit rows for the fast path, and the words that a trace needs. */
import type { AdrgKind, CodeKind } from './catalogue.ts';
import type { Condition } from './condition.ts';
import type { Group } from './result.ts';
import type { WordIndex } from './word-index.ts';

/** The codes of one kind. Codes that stand in the same lists are of one class; everything else is known per class. */
export type CodeClasses = {
  readonly index: WordIndex;
  readonly classOf: Uint16Array;
  /** Lists of class c: lists[starts[c] .. starts[c + 1] - 1]. */
  readonly starts: Uint32Array;
  readonly lists: Uint16Array;
  /** Prefixes that conditions test, longest first; a word outside the catalogue is of the class of the first that fits, else of `unknown`. */
  readonly prefixes: readonly string[];
  readonly prefixClass: Uint16Array;
  readonly unknown: number;
};

/**
 * Bit rows over the ADRG rows: a bit is off when the row cannot hold. `width` words each, equal rows shared.
 * of[2 * class]: other codes of the kind unknown; of[2 * class + 1]: no other code stands in any list that is asked of others.
 */
export type BitRows = { readonly words: Uint32Array; readonly of: Uint32Array; readonly none: number };

/** The same, written short: [n, word number, word, word number, word, ...] with the n words that are not 0. */
export type SparseRows = BitRows;

/** Which lists each class stands in, among the lists that are still to be asked about: one bit a list. */
export type ListBits = { readonly width: number; readonly bitOf: Int16Array; readonly words: Uint32Array };

/** Numbers of a case as classes between which no condition differs; a cell is one class of each number. */
export type NumberCells = {
  /** Per case field: class of the value at value + 1; place 0 is a missing number, the last place everything larger. */
  readonly classes: readonly Uint8Array[];
  readonly strides: readonly number[];
  readonly words: Uint32Array;
  readonly of: Uint32Array;
};

export type ChainLink = {
  readonly drg: string;
  readonly name: string;
  readonly text: string;
  readonly condition: Condition;
  readonly group: number;
};

export type CompiledRow = {
  readonly mdc: number;
  readonly adrg: string;
  readonly scope: 'inside' | 'outside';
  readonly active: boolean;
  readonly kind: AdrgKind;
  readonly name: string;
  readonly line: number;
  readonly condition: Condition;
  /** What the bit rows leave open; empty when they decide the row. */
  readonly open: readonly Condition[];
};

/** No link of the chain holds. */
export const CHAIN_ENDS = 0xffff;
/** The chain depends on more than MCC and CC. */
export const CHAIN_ASKS = 0xfffe;

export type CompiledCatalogue = {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly Group[];
  readonly mdcs: readonly { readonly mdc: string; readonly name: string; readonly entry: Condition }[];
  /** In order of evaluation; the `row` of a result points here. */
  readonly rows: readonly CompiledRow[];
  readonly chains: Readonly<Record<string, readonly ChainLink[]>>;
  readonly lists: readonly { readonly kind: CodeKind; readonly owner: string; readonly name: string; readonly site: string }[];
  readonly width: number;
  readonly dx: CodeClasses;
  readonly px: CodeClasses;
  readonly dxRows: SparseRows;
  readonly pxRows: BitRows;
  readonly dxBits: ListBits;
  readonly pxBits: ListBits;
  /** Bits of the body-site lists in dxBits, one word list each. */
  readonly sites: readonly number[];
  readonly cells: NumberCells;
  /** Group of row r with (no complication, CC, MCC, both) at 4 r + (2 if MCC) + (1 if CC), or CHAIN_ENDS or CHAIN_ASKS. */
  readonly results: Uint16Array;
  readonly exclusionGroups: readonly string[];
  /** Per diagnosis word: 0 not such a complication, else its exclusion group. Group 1 is "none": it excludes nothing. */
  readonly mcc: Uint16Array;
  readonly cc: Uint16Array;
  /** Per diagnosis word as principal diagnosis: its exclusion group, 0 when it has none. */
  readonly exclusion: Uint16Array;
};
