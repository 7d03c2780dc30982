/** Carries a scenario out on a load: who is in, the price level, the payment of every stay, the known totals, and what to tell the reader. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import { Decimal } from '../money.ts';
import { benchmarksNamed } from '../payment/benchmarks.ts';
import { settleParts } from '../payment/settle.ts';
import type { Settlement } from '../payment/settlement.ts';
import type { WeightTable } from '../payment/weights.ts';
import { policyFrom } from '../policy/policy.ts';
import { dayOfStay } from '../stay/day-of-stay.ts';
import { NO_DATE, type StayTable } from '../stay/stay-table.ts';
import { editNotes } from './edit.ts';
import { checkedTotals, checkNote } from './known-totals.ts';
import type { Note } from './note.ts';
import { type About, notesOf, selfTestNotes } from './notes.ts';
import { populationIn } from './population.ts';
import { noLevelNote, type Rebase, rebase, rebaseNote } from './rebase.ts';
import type { ResolvedScenario } from './scenario.ts';
import type { ScenarioRun } from './scenario-run.ts';

export type ToRun = {
  readonly scenario: ResolvedScenario;
  readonly stays: StayTable;
  /** Of the scenario's catalogue; undefined when it has none. */
  readonly grouping: GroupColumns | undefined;
  readonly groups: readonly Group[];
  /** The scenario's weight table; undefined when the method has no weights. */
  readonly weights: WeightTable | undefined;
  /** Text of a table that the policy names by its path. */
  readonly readText?: ((path: string) => string) | undefined;
  /** What the scenario's `rebasedOn` came to on the same stays. */
  readonly parent: Settlement | undefined;
  /** Whether these are the data the scenario was written for; period and known totals belong to them. */
  readonly ownData: boolean;
};

export function runScenario(run: ToRun): ScenarioRun {
  const { scenario, stays, grouping, groups, weights, parent, readText } = run;
  const ownData = run.ownData || scenario.population.data === undefined;
  const { inScope, count, excluded } = populationIn(stays, scenario, ownData);
  const slice = sliceOfStays(stays, scenario);
  const policies = scenario.slices.map(({ leaves }) => policyFrom(aboutPolicy(scenario), leaves));
  const settled = (rateFactor: Decimal) =>
    settleParts({
      stays,
      parts: policies.map(policy => ({ policy, grouping, groups, weights, rateFactor, readText })),
      partOf: slice,
      inScope,
    });
  const plain = settled(new Decimal(1));
  const level = parent && scenario.rebasedOn ? rebase(plain, parent, scenario) : undefined;
  const settlement = level ? settled(level.factor) : plain;
  const benchmarks = benchmarksNamed(
    scenario.slices.map(({ leaves }) => leaves),
    readText,
  );
  const checks = ownData ? checkedTotals(scenario.checks, { stays, settlement }) : [];
  const about: About = { scenario, settlement, ownData, inScope: count };
  return {
    scenario,
    stays,
    grouping,
    groups,
    settlement,
    input: stays.count,
    inScope: count,
    excluded,
    rateFactor: level?.factor,
    benchmarks,
    checks,
    notes: [
      ...editNotes(scenario),
      ...levelNotes(level, scenario, plain),
      ...checks.map(checkNote),
      ...notesOf(about),
      ...selfTestNotes(benchmarks, stays.files),
    ],
  };
}

const aboutPolicy = ({ policy, catalogue }: ResolvedScenario) => ({ id: policy.id, region: policy.region, catalogue });

function levelNotes(level: Rebase | undefined, { rebasedOn }: ResolvedScenario, plain: Settlement): Note[] {
  if (!rebasedOn) return [];
  return [level ? rebaseNote(level, rebasedOn.id, plain.prices) : noLevelNote(rebasedOn.id)];
}

/** A stay belongs to the slice its day falls in; before the first and without a day, to the first. */
function sliceOfStays(stays: StayTable, { slices, period }: ResolvedScenario): Uint8Array | undefined {
  if (slices.length === 1) return undefined;
  return Uint8Array.from({ length: stays.count }, (_, row) => {
    const day = dayOfStay(stays, row, period?.by ?? 'settled');
    return day === NO_DATE
      ? 0
      : Math.max(
          0,
          slices.findLastIndex(({ from }) => from <= day),
        );
  });
}
