/** Why a case landed where it did: each condition beside the fact. Plain values; words in a language are made by whoever shows them. */
import type { Group } from './result.ts';

/** One atom of a condition and what the case said to it. */
export type Check = {
  /** The atom as the catalogue writes it: `pdx in D1`, `age_days <= 28`. */
  readonly atom: string;
  readonly holds: boolean;
  /** Codes of the case that were looked at (the ones in the list when it holds), or the number compared; empty when missing. */
  readonly facts: readonly string[];
};

export type MdcStep = { readonly mdc: string; readonly name: string; readonly entered: boolean; readonly checks: readonly Check[] };

export type AdrgStep = {
  readonly adrg: string;
  readonly name: string;
  readonly kind: string;
  /** Line of the row in adrg.tsv (header = 1). */
  readonly line: number;
  readonly checks: readonly Check[];
};

export type ComplicationStep = {
  readonly code: string;
  readonly level: 'mcc' | 'cc';
  readonly exclusionGroup: string;
  /** Cancelled because the principal diagnosis stands in the same exclusion group. */
  readonly cancelled: boolean;
  readonly decides: boolean;
};

export type DrgStep = { readonly drg: string; readonly name: string; readonly condition: string; readonly holds: boolean };

export type Trace = {
  readonly catalogue: string;
  readonly group: Group;
  /** MDCs tried that were entered, or whose ADRG decided; in order. */
  readonly mdcs: readonly MdcStep[];
  readonly adrg: AdrgStep | undefined;
  /** Rows of the entered MDCs that failed by exactly one condition, nearest first, at most five. */
  readonly nearMisses: readonly AdrgStep[];
  readonly complications: readonly ComplicationStep[];
  readonly drgs: readonly DrgStep[];
};
