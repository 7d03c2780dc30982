/** Scenarios set side by side on the same stays: totals, the same by dimension, and the change from the baseline. All money in fen. */
import type { Note } from '../scenario/note.ts';

export type { Note };

export const dimensions = ['hospital', 'department', 'group', 'insurance', 'month'] as const;
export type Dimension = (typeof dimensions)[number];

/** cost + margin = fund + patient + other, in every row. Money is NaN where the file does not say. */
export type Totals = {
  readonly stays: number;
  readonly unpriced: number;
  readonly unpricedCost: number;
  readonly cost: number;
  readonly payment: number;
  readonly fund: number;
  readonly patient: number;
  readonly other: number;
  readonly margin: number;
  /** 病组盈亏: payment − cost. Known where costs are, even if nobody says who paid. */
  readonly groupResult: number;
  readonly days: number;
  /** Σ weight of priced stays, exact decimal text; '' when the method has no weights. */
  readonly weight: string;
  /** Σ weight ÷ priced stays, 4 decimals; '' when the method has no weights. */
  readonly cmi: string;
  readonly priced: number;
  readonly low: number;
  readonly high: number;
};

export type Row = Totals & { readonly key: string; readonly label: string };

export type ScenarioResult = {
  readonly id: string;
  readonly title: string;
  /** What the file calls itself in English, when it does. */
  readonly titleEn?: string | undefined;
  /** sha256 of the resolved scenario. */
  readonly hash: string;
  readonly method: string;
  readonly catalogue: string;
  readonly policy: string;
  /** input = excluded + inScope. */
  readonly input: number;
  readonly excluded: number;
  readonly inScope: number;
  /** The rules that left stays out, and how many; their sum is `excluded`. */
  readonly excludedBy?: readonly { readonly rule: string; readonly stays: number }[];
  readonly totals: Totals;
  readonly by: Readonly<Record<Dimension, readonly Row[]>>;
  /** What a reader must know: rebased rate, illustrative sources, checks that do not apply. */
  readonly notes: readonly Note[];
};

/** Differences of one scenario from the baseline, for the same key in both. */
export type Change = {
  readonly scenario: string;
  readonly baseline: string;
  readonly totals: ChangeRow;
  readonly by: Readonly<Record<Dimension, readonly (ChangeRow & { readonly key: string })[]>>;
};
export type ChangeRow = {
  readonly stays: number;
  readonly cost: number;
  readonly fund: number;
  readonly patient: number;
  readonly other: number;
  readonly margin: number;
  readonly payment: number;
  readonly groupResult: number;
};

export type Comparison = {
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly data: { readonly sha256: string; readonly stays: number; readonly cost: number };
  readonly scenarios: readonly ScenarioResult[];
  readonly changes: readonly Change[];
};
