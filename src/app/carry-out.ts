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
import { dipGrouping } from '../payment/dip/grouping.ts';
import { dipFolder } from '../payment/dip/open-catalogue.ts';
import { readWeights } from '../payment/weights.ts';
import { type Edit, editedChain, refuseUnknownScenario } from '../scenario/edit.ts';
import { runScenarios } from '../scenario/plan.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { resolveScenario, type Shelf } from '../scenario/resolve.ts';
import type { ResolvedScenario } from '../scenario/scenario.ts';
import type { ScenarioRun } from '../scenario/scenario-run.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { openCatalogue } from './catalogue.ts';
import type { Grouping } from './desk.ts';
import { groupedInParts } from './grouped-in-parts.ts';
import { type LoadOptions, loadStays } from './load-stays.ts';
import { withPaths } from './policy-paths.ts';

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
  /** Stays that were loaded already; nothing is read. */
  readonly loaded?: Load | undefined;
  /** Stays to use instead of those the scenarios name; checks bound to those are then not applicable. */
  readonly data?: readonly string[] | undefined;
  /** Parameters of these scenarios that hold other values than the files state. */
  readonly edits?: readonly Edit[] | undefined;
  /** Part of the stage under way that is done, where grouping or settling knows it. */
  readonly onShare?: ((share: number, of: string) => void) | undefined;
};

/** What is about to be done; `of` names the catalogue that groups. */
export type Stage = { readonly stage: 'load' | 'group' | 'settle' | 'compare'; readonly of?: string };

export async function carryOut(installation: Installation, order: CarryOut): Promise<CarriedOut> {
  const stages = carryOutInStages(installation, order);
  for (;;) {
    const step = await stages.next();
    if (step.done) return step.value;
  }
}

/** The same, stopping before each stage, so that a screen can be drawn and keys answered in between. */
export async function* carryOutInStages(installation: Installation, order: CarryOut): AsyncGenerator<Stage, CarriedOut, void> {
  const { comparison, data, edits, onShare, loaded, ...options } = order;
  const plan = planOf(installation, order);
  yield { stage: 'load' };
  const patientKeys = options.patientKeys === true || plan.scenarios.some(countsYears);
  const load = loaded ?? (await loadStays(installation, data ?? [ownDataOf(installation, plan)], { ...options, patientKeys }));
  const ownData = data === undefined && loaded === undefined;
  const results = yield* resultsInStages(installation, plan, { stays: load.table, ownData, groupings: [], onShare });
  return { file: plan.file, load, ...results };
}

/** The comparison and its scenarios, resolved and found to fit each other. */
export type Plan = { readonly file: ComparisonFile; readonly scenarios: readonly ResolvedScenario[] };

export function planOf(installation: Installation, { comparison, edits = [] }: Pick<CarryOut, 'comparison' | 'edits'>): Plan {
  const file = readComparison(comparison, projectText(installation));
  const scenarios = [file.baseline, ...file.reforms].map(path => resolve(installation, path, edits));
  refuseUnknownScenario(
    edits,
    scenarios.map(({ id }) => id),
  );
  refuseIncomparable(scenarios);
  return { file, scenarios };
}

export type OnStays = Pick<CarryOut, 'onShare'> & {
  readonly stays: StayTable;
  readonly ownData: boolean;
  /** Groupings of the same stays that are there already. */
  readonly groupings: readonly Grouping[];
};

export type Results = Omit<CarriedOut, 'file' | 'load'>;

/** Groups stays by every catalogue that is missing, runs the scenarios on them and sets these side by side. */
export function* resultsInStages(
  installation: Installation,
  { file, scenarios }: Plan,
  { stays, ownData, groupings: given, onShare }: OnStays,
): Generator<Stage, Results, void> {
  const readText = projectText(installation);
  const groupings = new Map<string, Grouping>();
  const dips = new Set(scenarios.filter(({ method }) => method === 'dip').map(({ catalogue }) => catalogue));
  for (const catalogue of new Set(scenarios.flatMap(cataloguesOf))) {
    const known = given.find(grouping => grouping.catalogue === catalogue);
    if (!known) yield { stage: 'group', of: catalogue };
    const grouped = dips.has(catalogue) ? groupedByDip : groupedBy;
    groupings.set(catalogue, known ?? grouped(installation, catalogue, { stays, onShare }));
  }
  yield { stage: 'settle' };
  let begun = 0;
  const runs = runScenarios(scenarios, {
    stays,
    ownData,
    groupingOf: catalogue => groupings.get(catalogue)!,
    weightsOf: table => readWeights(readText(table), table),
    readText,
    onRun: ({ id }) => onShare?.(Math.min(1, begun++ / scenarios.length), id),
  });
  yield { stage: 'compare' };
  const compared = compareRuns({ id: file.id, title: file.title, titleEn: file.titleEn, stays, runs, sha256 });
  const alarms = runs.flatMap((run, i) => alarmsOf(run, compared.scenarios[i]!.totals));
  return { runs, groupings, comparison: compared, alarms };
}

/** A scenario's own catalogue, and those of the scenarios that lend it their price level. */
const cataloguesOf = ({ catalogue, rebasedOn }: ResolvedScenario): readonly string[] =>
  [catalogue, ...(rebasedOn ? cataloguesOf(rebasedOn) : [])].filter(id => id !== '');

/** One scenario, resolved over its chain and its policy. */
export function resolve(installation: Installation, path: string, edits: readonly Edit[] = []): ResolvedScenario {
  const readText = projectText(installation);
  const shelf: Shelf = { readText, sha256, placed: policy => withPaths(installation, policy, 'keep') };
  return resolveScenario(editedChain(readScenario(path, readText), edits, shelf), shelf);
}

function groupedBy(installation: Installation, catalogue: string, { stays, onShare }: Pick<OnStays, 'stays' | 'onShare'>): Grouping {
  const compiled = openCatalogue(installation, catalogue);
  const columns = onShare ? groupedInParts(compiled, stays, share => onShare(share, catalogue)) : groupColumns(compiled, stays);
  return { catalogue: compiled.id, groups: compiled.groups, columns };
}

function groupedByDip(installation: Installation, folder: string, { stays }: Pick<OnStays, 'stays'>): Grouping {
  const { groups, columns } = dipGrouping(stays, dipFolder(folder, projectText(installation)));
  return { catalogue: folder, groups, columns };
}

function ownDataOf(installation: Installation, { file: { file }, scenarios }: Plan): string {
  const named = dataOf(scenarios);
  if (named !== undefined) return projectPath(installation, named);
  throw new UserError(
    'SCENARIO_INVALID',
    { zh: '情景没有写数据文件', en: 'the scenarios name no data' },
    { at: file, hint: { zh: '用 --data 给出病例文件。', en: 'Name the stays with --data.' } },
  );
}

/** Whether a scenario recalculates the benefit by a file, which counts deductibles and caps through every patient's year. */
const countsYears = ({ slices }: ResolvedScenario): boolean =>
  slices.some(({ leaves }) => leaves.get('fund_share.method')?.value === 'recalc' && typeof leaves.get('benefit')?.value === 'string');
