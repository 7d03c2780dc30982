/** Carries a comparison out: reads its scenarios, loads the stays, groups them once a catalogue, runs every scenario, sets them side by side. */
import { groupColumns } from '../../grouper/index.ts';
import { type Alarm, alarmsOf } from '../compare/alarms.ts';
import { dataOf, refuseIncomparable } from '../compare/comparable.ts';
import { compareRuns } from '../compare/compare.ts';
import type { Comparison } from '../compare/comparison.ts';
import { type ComparisonFile, readComparison } from '../compare/read-comparison.ts';
import { UserError } from '../errors.ts';
import { sha256 } from '../files/fingerprint.ts';
import type { Installation } from '../files/installation.ts';
import { projectPath, projectText } from '../files/project-text.ts';
import type { Load } from '../files/read-stays.ts';
import { readWeights } from '../payment/weights.ts';
import { runScenarios } from '../scenario/plan.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { ResolvedScenario } from '../scenario/scenario.ts';
import type { ScenarioRun } from '../scenario/scenario-run.ts';
import { openCatalogue } from './catalogue.ts';
import type { Grouping } from './desk.ts';
import { type LoadOptions, loadStays } from './load-stays.ts';

export type CarriedOut = {
  readonly file: ComparisonFile;
  readonly load: Load;
  readonly runs: readonly ScenarioRun[];
  readonly groupings: ReadonlyMap<string, Grouping>;
  readonly comparison: Comparison;
  readonly alarms: readonly Alarm[];
};

export type CarryOut = LoadOptions & {
  readonly comparison: string;
  /** Stays to use instead of those the scenarios name; checks bound to those are then not applicable. */
  readonly data?: readonly string[] | undefined;
};

/** What is about to be done; `of` names the catalogue that groups. */
export type Stage = { readonly stage: 'load' | 'group' | 'settle' | 'compare'; readonly of?: string };

export function carryOut(installation: Installation, order: CarryOut): CarriedOut {
  const stages = carryOutInStages(installation, order);
  for (;;) {
    const step = stages.next();
    if (step.done) return step.value;
  }
}

/** The same, stopping before each stage, so that a screen can be drawn and keys answered in between. */
export function* carryOutInStages(
  installation: Installation,
  { comparison, data, ...options }: CarryOut,
): Generator<Stage, CarriedOut, void> {
  const readText = projectText(installation);
  const file = readComparison(comparison, readText);
  const scenarios = [file.baseline, ...file.reforms].map(path => resolve(installation, path));
  refuseIncomparable(scenarios);
  yield { stage: 'load' };
  const load = loadStays(installation, data ?? [ownDataOf(installation, scenarios, file)], options);
  const groupings = new Map<string, Grouping>();
  for (const catalogue of new Set(scenarios.flatMap(cataloguesOf))) {
    yield { stage: 'group', of: catalogue };
    groupings.set(catalogue, groupedBy(installation, catalogue, load));
  }
  yield { stage: 'settle' };
  const runs = runScenarios(scenarios, {
    stays: load.table,
    ownData: data === undefined,
    groupingOf: catalogue => groupings.get(catalogue)!,
    weightsOf: table => readWeights(readText(table), table),
  });
  yield { stage: 'compare' };
  const compared = compareRuns({ id: file.id, title: file.title, titleEn: file.titleEn, stays: load.table, runs, sha256 });
  const alarms = runs.flatMap((run, i) => alarmsOf(run, compared.scenarios[i]!.totals));
  return { file, load, runs, groupings, comparison: compared, alarms };
}

/** A scenario's own catalogue, and those of the scenarios that lend it their price level. */
const cataloguesOf = ({ catalogue, rebasedOn }: ResolvedScenario): readonly string[] =>
  [catalogue, ...(rebasedOn ? cataloguesOf(rebasedOn) : [])].filter(id => id !== '');

/** One scenario, resolved over its chain and its policy. */
export function resolve(installation: Installation, path: string): ResolvedScenario {
  const readText = projectText(installation);
  return resolveScenario(readScenario(path, readText), { readText, sha256 });
}

function groupedBy(installation: Installation, catalogue: string, { table }: Load): Grouping {
  const compiled = openCatalogue(installation, catalogue);
  return { catalogue: compiled.id, groups: compiled.groups, columns: groupColumns(compiled, table) };
}

function ownDataOf(installation: Installation, scenarios: readonly ResolvedScenario[], { file }: ComparisonFile): string {
  const named = dataOf(scenarios);
  if (named !== undefined) return projectPath(installation, named);
  throw new UserError(
    'SCENARIO_INVALID',
    { zh: '情景没有写数据文件', en: 'the scenarios name no data' },
    { at: file, hint: { zh: '用 --data 给出病例文件。', en: 'Name the stays with --data.' } },
  );
}
