/** Lays everything on the desk: a load, its groups, the scenarios run on it. */
import type { Installation } from '../files/installation.ts';
import type { ScenarioRun } from '../scenario/scenario-run.ts';
import { type CarriedOut, type CarryOut, carryOutInStages, type Stage } from './carry-out.ts';
import { openCatalogue } from './catalogue.ts';
import { codeNames } from './code-names.ts';
import { SHIPPED_COMPARISON } from './defaults.ts';
import type { Desk, Grouping, Run } from './desk.ts';
import { explainStay } from './explain-stay.ts';

/** `between` is called before every stage and waited for. */
export async function openDesk(installation: Installation, order: CarryOut, between: (stage: Stage) => Promise<void>): Promise<Desk> {
  const stages = carryOutInStages(installation, order);
  for (;;) {
    const step = stages.next();
    if (step.done) return deskOf(installation, step.value, order.data === undefined && order.comparison === SHIPPED_COMPARISON);
    await between(step.value);
  }
}

export function deskOf(installation: Installation, { load, runs, groupings, comparison }: CarriedOut, synthetic: boolean): Desk {
  const { table, findings } = load;
  const catalogues = [...groupings.keys()].map(id => openCatalogue(installation, id));
  return {
    title: table.files.map(file => file.name).join(' + '),
    synthetic,
    stays: table,
    findings,
    runs: runs.map(
      (run, i): Run => ({ result: comparison.scenarios[i]!, grouping: groupingOf(run, groupings), settlement: run.settlement }),
    ),
    comparison,
    nameOf: codeNames(installation),
    explain: row => explainStay({ stays: table, catalogues, runs }, row),
  };
}

const groupingOf = ({ scenario, grouping }: ScenarioRun, groupings: ReadonlyMap<string, Grouping>): Grouping | undefined =>
  grouping && groupings.get(scenario.catalogue);
