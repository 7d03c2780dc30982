/** What lies on the analyst's desk: one load, its groups, the scenarios run on it. The workbench draws it; it is never changed in place. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import type { Trace } from '../../grouper/trace.ts';
import type { Comparison, ScenarioResult } from '../compare/comparison.ts';
import type { BenchmarkTable } from '../payment/benchmarks.ts';
import type { Settlement } from '../payment/settlement.ts';
import type { PaidStay } from '../report/payment-text.ts';
import type { Parameter } from '../scenario/parameter.ts';
import type { Findings } from '../stay/finding.ts';
import type { StayTable } from '../stay/stay-table.ts';

export type Grouping = {
  readonly catalogue: string;
  readonly groups: readonly Group[];
  readonly columns: GroupColumns;
};

/** One scenario carried out on the load. */
export type Run = {
  readonly result: ScenarioResult;
  readonly grouping: Grouping | undefined;
  readonly settlement: Settlement;
  /** Every rule and number the scenario was carried out with. */
  readonly parameters: readonly Parameter[];
  /** The regional means that the scenario names. */
  readonly benchmarks: readonly BenchmarkTable[];
};

/** A payment with its words and working, and the scenario and group it belongs to. */
export type StayPayment = PaidStay & { readonly scenario: string; readonly drg: string };

export type StayExplanation = {
  readonly stay: string;
  readonly traces: readonly Trace[];
  readonly payments: readonly StayPayment[];
};

export type Desk = {
  /** Names of the files loaded; `synthetic` marks the shipped sample hospital (合成). */
  readonly title: string;
  readonly synthetic: boolean;
  readonly stays: StayTable;
  readonly findings: Findings;
  /** Baseline first, then the reforms in the order of the comparison file. */
  readonly runs: readonly Run[];
  readonly comparison: Comparison;
  /** Name of a diagnosis or procedure code, '' when unknown. */
  nameOf(code: string): string;
  explain(row: number): StayExplanation;
};
