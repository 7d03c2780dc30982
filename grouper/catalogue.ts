/** A grouping scheme as read from its tables: lists of codes, conditions over them, and the order in which they are tried. */
import type { Condition } from './condition.ts';

export type CodeKind = 'dx' | 'px';

/** A set of codes a condition may name. */
export type CodeList = {
  readonly kind: CodeKind;
  /** MDC or ADRG it belongs to; empty for the valid procedures and for prefixes. */
  readonly owner: string;
  readonly name: string;
  /** Body site (MDCZ), or empty. */
  readonly site: string;
  /** All codes that begin with this text; undefined for a list that names its codes. */
  readonly prefix: string | undefined;
  readonly codes: ReadonlySet<string>;
};

export type Mdc = {
  readonly mdc: string;
  readonly name: string;
  readonly entry: Condition;
  readonly entryText: string;
  readonly line: number;
};

export type AdrgRow = {
  /** Index of its MDC. */
  readonly mdc: number;
  readonly adrg: string;
  readonly branch: number;
  /** `inside`: tried when the MDC entry holds; `outside`: tried when it does not. */
  readonly scope: 'inside' | 'outside';
  readonly active: boolean;
  readonly kind: AdrgKind;
  readonly condition: Condition;
  readonly conditionText: string;
  readonly name: string;
  readonly line: number;
};
export const adrgKinds = ['surgery', 'procedure', 'medical', 'ambiguous'] as const;
export type AdrgKind = (typeof adrgKinds)[number];

export type DrgRow = {
  readonly mdc: string;
  readonly adrg: string;
  readonly drg: string;
  readonly condition: Condition;
  readonly conditionText: string;
  readonly name: string;
  readonly line: number;
};

/** Exclusion group of a code; empty: the complication is excluded by nothing. */
export type Complications = { readonly mcc: ReadonlyMap<string, string>; readonly cc: ReadonlyMap<string, string> };

export type Catalogue = {
  readonly id: string;
  readonly title: string;
  readonly lists: readonly CodeList[];
  /** In order of evaluation. */
  readonly mdcs: readonly Mdc[];
  /** In order of evaluation: MDC by MDC, then by seq. Rows that are switched off keep their place. */
  readonly rows: readonly AdrgRow[];
  /** In the order of the table, which is the order inside each ADRG. */
  readonly drgs: readonly DrgRow[];
  readonly complications: Complications;
  /** Principal diagnosis -> its exclusion group. */
  readonly exclusions: ReadonlyMap<string, string>;
  /** Codes the scheme does not use for grouping; carried, not acted on. */
  readonly notGrouped: { readonly dx: readonly string[]; readonly px: readonly string[] };
};
