/** Scenarios set side by side on the same stays. Each total is the sum of its rows in every dimension, and so is each change. */
import type { ScenarioRun } from '../scenario/scenario-run.ts';
import type { SourceFile, StayTable } from '../stay/stay-table.ts';
import { byDimension } from './by-dimension.ts';
import type { Change, Comparison, Dimension, ScenarioResult } from './comparison.ts';
import { groupKeys, type Keys, stayKeys } from './keys.ts';
import { changeOf, changesByKey, rowsOf, totalsOf } from './rows.ts';
import { tally } from './tally.ts';
import { weightsOf } from './weights.ts';

export type ToCompare = {
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly stays: StayTable;
  /** The baseline first, then the reforms; at least the baseline. */
  readonly runs: readonly ScenarioRun[];
  readonly sha256: (text: string) => string;
};

export function compareRuns({ id, title, titleEn, stays, runs, sha256 }: ToCompare): Comparison {
  const common = byDimension(dimension => (dimension === 'group' ? undefined : stayKeys(stays, dimension)));
  const results = runs.map(run => resultOf(run, dimension => common[dimension] ?? groupKeys(run)));
  const [before, ...reforms] = results;
  const [baseline, ...after] = runs;
  return {
    id,
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    data: { sha256: fingerprint(stays.files, sha256), stays: stays.count, cost: wholeCost(stays) },
    scenarios: results,
    changes: before && baseline ? reforms.map((result, i) => changesFrom({ before, baseline, result, run: after[i]! })) : [],
  };
}

function resultOf(run: ScenarioRun, keysOf: (dimension: Dimension) => Keys): ScenarioResult {
  const { scenario, input, inScope, excluded, notes } = run;
  const keys = byDimension(keysOf);
  const weights = weightsOf(run.settlement.prices);
  const tallies = byDimension(dimension => tally(run, keys[dimension], weights));
  return {
    id: scenario.id,
    title: scenario.title,
    ...(scenario.titleEn === undefined ? {} : { titleEn: scenario.titleEn }),
    hash: scenario.hash,
    method: scenario.method,
    catalogue: scenario.catalogue,
    policy: scenario.policy.id,
    input,
    excluded: input - inScope,
    excludedBy: excluded,
    inScope,
    totals: totalsOf(tallies.hospital),
    by: byDimension(dimension => rowsOf(tallies[dimension], keys[dimension], dimension)),
    notes,
  };
}

type Pair = { readonly before: ScenarioResult; readonly baseline: ScenarioRun; readonly result: ScenarioResult; readonly run: ScenarioRun };

/** A group of the reform is compared with what the same stays came to in the baseline, which may group otherwise or not at all. */
function changesFrom({ before, baseline, result, run }: Pair): Change {
  const groups = groupKeys(run);
  const same = rowsOf(tally(baseline, groups, weightsOf(baseline.settlement.prices)), groups, 'group');
  return {
    scenario: result.id,
    baseline: before.id,
    totals: changeOf(result.totals, before.totals),
    by: byDimension(dimension => changesByKey(result.by[dimension], dimension === 'group' ? same : before.by[dimension])),
  };
}

/** A single empty total counts 0; without the column the cost is unknown. */
const wholeCost = ({ money: { total } }: StayTable): number => (total ? total.reduce((sum, fen) => sum + (fen || 0), 0) : Number.NaN);

/** One file is known by its own sha256; several by the sha256 of theirs, one a line. */
function fingerprint(files: readonly SourceFile[], sha256: (text: string) => string): string {
  return files.length === 1 ? files[0]!.sha256 : sha256(files.map(file => file.sha256).join('\n'));
}
