/** Carries a scenario out on a load: who is in, the price level, the payment of every stay, the known totals, and what to tell the reader. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import { Decimal } from '../money.ts';
import { settle } from '../payment/settle.ts';
import type { Settlement } from '../payment/settlement.ts';
import type { WeightTable } from '../payment/weights.ts';
import { type Policy, policyFrom } from '../policy/policy.ts';
import { NO_DATE, type StayTable } from '../stay/stay-table.ts';
import { editNotes } from './edit.ts';
import { joined } from './joined.ts';
import { checkedTotals, checkNote } from './known-totals.ts';
import type { Note } from './note.ts';
import { type About, notesOf } from './notes.ts';
import { dayOfStay, populationIn } from './population.ts';
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
  /** What the scenario's `rebasedOn` came to on the same stays. */
  readonly parent: Settlement | undefined;
  /** Whether these are the data the scenario was written for; period and known totals belong to them. */
  readonly ownData: boolean;
};

export function runScenario(run: ToRun): ScenarioRun {
  const { scenario, stays, grouping, groups, parent } = run;
  const ownData = run.ownData || scenario.population.data === undefined;
  const { inScope, count, excluded } = populationIn(stays, scenario, ownData);
  const slice = sliceOfStays(stays, scenario);
  const policies = scenario.slices.map(({ leaves }) => policyFrom(aboutPolicy(scenario), leaves));
  const settled = (rateFactor: Decimal) => settledBySlice({ ...run, policies, slice, inScope, rateFactor });
  const plain = settled(new Decimal(1));
  const level = parent && scenario.rebasedOn ? rebase(plain, parent, scenario) : undefined;
  const settlement = level ? settled(level.factor) : plain;
  const checks = ownData ? checkedTotals(scenario.checks, { stays, settlement }) : [];
  const about: About = { scenario, settlement, policies, slice, ownData, inScope: count };
  return {
    scenario,
    stays,
    grouping,
    groups,
    settlement,
    policies,
    slice,
    input: stays.count,
    inScope: count,
    excluded,
    rateFactor: level?.factor,
    checks,
    notes: [...editNotes(scenario), ...levelNotes(level, scenario, plain), ...checks.map(checkNote), ...notesOf(about)],
  };
}

/** The policy that decided a stay: of its slice when a value changes inside the period. */
export const policyOfStay = ({ policies, slice }: ScenarioRun, row: number): Policy => policies[slice?.[row] ?? 0]!;

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

type BySlice = ToRun & {
  readonly policies: readonly Policy[];
  readonly slice: Uint8Array | undefined;
  readonly inScope: Uint8Array;
  readonly rateFactor: Decimal;
};

function settledBySlice({ stays, grouping, groups, weights, policies, slice, inScope, rateFactor }: BySlice): Settlement {
  const parts = policies.map((policy, s) => {
    const here = slice ? inScope.map((scope, row) => (slice[row] === s ? scope : 0)) : inScope;
    return settle({ stays, grouping, groups, policy, weights, inScope: here, rateFactor });
  });
  return slice ? joined(parts, slice) : parts[0]!;
}
