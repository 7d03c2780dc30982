/** Runs scenarios on one load, each once, and first whatever scenario lends another its price level. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import type { WeightTable } from '../payment/weights.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { runScenario } from './run.ts';
import { paysByGroup, type ResolvedScenario } from './scenario.ts';
import type { ScenarioRun } from './scenario-run.ts';

export type Supplies = {
  readonly stays: StayTable;
  /** Whether these are the data the scenarios name; false for `--data`. */
  readonly ownData: boolean;
  readonly groupingOf: (catalogue: string) => { readonly columns: GroupColumns; readonly groups: readonly Group[] };
  readonly weightsOf: (table: string) => WeightTable;
  /** Text of a table that a policy names. */
  readonly readText?: ((path: string) => string) | undefined;
  /** Told before a scenario is carried out. */
  readonly onRun?: ((scenario: ResolvedScenario) => void) | undefined;
};

/** The runs in the order of the scenarios. */
export function runScenarios(scenarios: readonly ResolvedScenario[], supplies: Supplies): ScenarioRun[] {
  const done = new Map<string, ScenarioRun>();
  const run = (scenario: ResolvedScenario): ScenarioRun => {
    const file = scenario.files.at(-1)!;
    const known = done.get(file);
    if (known) return known;
    const { stays, ownData, groupingOf, weightsOf, readText, onRun } = supplies;
    const grouped = scenario.catalogue === '' ? undefined : groupingOf(scenario.catalogue);
    const parent = scenario.rebasedOn && run(scenario.rebasedOn).settlement;
    onRun?.(scenario);
    const result = runScenario({
      scenario,
      stays,
      grouping: grouped?.columns,
      groups: grouped?.groups ?? [],
      weights: paysByGroup(scenario) && scenario.weights ? weightsOf(scenario.weights) : undefined,
      parent,
      ownData,
      readText,
    });
    done.set(file, result);
    return result;
  };
  return scenarios.map(run);
}
