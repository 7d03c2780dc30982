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

export const SHIPPED_COMPARISON = 'scenarios/compare-2025.yaml';

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
  readonly onStage?: (stage: 'load' | 'group' | 'settle' | 'compare') => void;
};

export function carryOut(installation: Installation, { comparison, data, onStage = () => {}, ...options }: CarryOut): CarriedOut {
  const readText = projectText(installation);
  const file = readComparison(comparison, readText);
  const scenarios = [file.baseline, ...file.reforms].map(path => resolve(installation, path));
  refuseIncomparable(scenarios);
  onStage('load');
  const load = loadStays(installation, data ?? [ownDataOf(installation, scenarios, file)], options);
  const groupings = new Map<string, Grouping>();
  const groupingOf = (catalogue: string): Grouping => {
    onStage('group');
    const grouping = groupings.get(catalogue) ?? groupedBy(installation, catalogue, load);
    groupings.set(catalogue, grouping);
    onStage('settle');
    return grouping;
  };
  const runs = runScenarios(scenarios, {
    stays: load.table,
    ownData: data === undefined,
    groupingOf,
    weightsOf: table => readWeights(readText(table), table),
  });
  onStage('compare');
  const compared = compareRuns({ id: file.id, title: file.title, stays: load.table, runs, sha256 });
  const alarms = runs.flatMap((run, i) => alarmsOf(run, compared.scenarios[i]!.totals));
  return { file, load, runs, groupings, comparison: compared, alarms };
}

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
