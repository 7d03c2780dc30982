/** What is to lie on a desk, and the plain values it is made of: everything but the questions it answers, so that it can pass between threads. */
import type { Comparison } from '../compare/comparison.ts';
import type { Installation } from '../files/installation.ts';
import type { ScenarioRun } from '../scenario/scenario-run.ts';
import type { Findings } from '../stay/finding.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { type CarriedOut, type CarryOut, carryOutInStages, planOf, resultsInStages, type Stage } from './carry-out.ts';
import type { Desk, Grouping } from './desk.ts';
import { isSampleHospital } from './sample-hospital.ts';

/** `given` lends its stays and its groups: no file is read, and only a catalogue that it lacks groups again. */
export type DeskOrder = CarryOut & { readonly given?: Lent | undefined };
export type Lent = Pick<Desk, 'synthetic' | 'stays' | 'findings'> & {
  readonly runs: readonly { readonly grouping: Grouping | undefined }[];
};

export type DeskParts = {
  readonly synthetic: boolean;
  readonly stays: StayTable;
  readonly findings: Findings;
  readonly runs: readonly ScenarioRun[];
  readonly groupings: ReadonlyMap<string, Grouping>;
  readonly comparison: Comparison;
};

export async function* deskPartsInStages(
  installation: Installation,
  { given, ...order }: DeskOrder,
): AsyncGenerator<Stage, DeskParts, void> {
  if (!given) {
    return deskParts(yield* carryOutInStages(installation, order));
  }
  const { stays, findings, synthetic } = given;
  const groupings = given.runs.flatMap(({ grouping }) => grouping ?? []);
  const onStays = { stays, ownData: order.data === undefined, groupings, onShare: order.onShare };
  const results = yield* resultsInStages(installation, planOf(installation, order), onStays);
  return { synthetic, stays, findings, ...results };
}

export const deskParts = ({ load, runs, groupings, comparison }: CarriedOut): DeskParts => ({
  synthetic: isSampleHospital(load.table.files),
  stays: load.table,
  findings: load.findings,
  runs,
  groupings,
  comparison,
});
