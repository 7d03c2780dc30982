/** One scenario carried out on a load: who is in, what each stay is paid, and what a reader must know about it. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import type { Decimal } from '../money.ts';
import type { BenchmarkTable } from '../payment/benchmarks.ts';
import type { Settlement } from '../payment/settlement.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { Note } from './note.ts';
import type { KnownTotal, ResolvedScenario } from './scenario.ts';

export type ScenarioRun = {
  readonly scenario: ResolvedScenario;
  readonly stays: StayTable;
  readonly grouping: GroupColumns | undefined;
  readonly groups: readonly Group[];
  readonly settlement: Settlement;
  /** input = inScope + Σ excluded, always. */
  readonly input: number;
  readonly inScope: number;
  readonly excluded: readonly { readonly rule: string; readonly stays: number }[];
  /** Rates were multiplied by this to keep the price level of the parent; undefined: not rebased. */
  readonly rateFactor: Decimal | undefined;
  /** The regional means that the scenario names; several where they change inside the period. */
  readonly benchmarks: readonly BenchmarkTable[];
  readonly checks: readonly CheckedTotal[];
  readonly notes: readonly Note[];
};

/** Fen (stays: a count); NaN when the file does not say. */
export type CheckedTotal = { readonly check: KnownTotal; readonly actual: number; readonly met: boolean };
