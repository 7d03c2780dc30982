/** A desk of its plain values: it knows names and explains a stay, and opens what that takes when somebody asks. */
import type { Installation } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import { parametersOf } from '../scenario/parameter.ts';
import type { ScenarioRun } from '../scenario/scenario-run.ts';
import { openCatalogue } from './catalogue.ts';
import { codeNames } from './code-names.ts';
import type { Desk, Grouping, Run } from './desk.ts';
import type { DeskParts } from './desk-order.ts';
import { explainStay } from './explain-stay.ts';

export function deskOf(installation: Installation, { synthetic, stays, findings, runs, groupings, comparison }: DeskParts): Desk {
  return {
    title: stays.files.map(file => file.name).join(' + '),
    synthetic,
    stays,
    findings,
    runs: runs.map(
      (run, i): Run => ({
        result: comparison.scenarios[i]!,
        grouping: groupingOf(run, groupings),
        settlement: run.settlement,
        parameters: parametersOf(run.scenario),
        benchmarks: run.benchmarks,
      }),
    ),
    comparison,
    nameOf: codeNames(installation),
    explain: row =>
      explainStay(
        { stays, catalogues: drgOf(runs).map(id => openCatalogue(installation, id)), runs, readText: projectText(installation) },
        row,
      ),
  };
}

/** A DIP group needs no trace: its code says why. */
const drgOf = (runs: readonly ScenarioRun[]): readonly string[] => [
  ...new Set(runs.flatMap(({ scenario: { method, catalogue } }) => (method === 'dip' || catalogue === '' ? [] : [catalogue]))),
];

const groupingOf = ({ scenario, grouping }: ScenarioRun, groupings: ReadonlyMap<string, Grouping>): Grouping | undefined =>
  grouping && groupings.get(scenario.catalogue);
