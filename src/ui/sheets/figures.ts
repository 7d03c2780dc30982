/** Figures behind the screens, each worked out once for as long as its run is on the desk: a key press only looks them up. */
import type { Group } from '../../../grouper/result.ts';
import type { Desk, Run } from '../../app/desk.ts';
import { benchmarkOf } from '../../compare/benchmark.ts';
import type { Change } from '../../compare/comparison.ts';
import { departmentFigures, type PartFigures } from '../../compare/department-figures.ts';
import { type GroupCosts, groupCosts } from '../../compare/group-costs.ts';
import { type GroupFigures, groupFigures } from '../../compare/group-figures.ts';
import type { Grouped } from '../../compare/keys.ts';
import { costOf } from '../../compare/tally.ts';
import { bandIndex } from '../../payment/settlement.ts';
import { MISSING } from '../../stay/stay-table.ts';

export const groupedOf = ofRun(
  ({ stays }, { settlement, grouping }): Grouped => ({
    stays,
    settlement,
    grouping: grouping?.columns,
    groups: grouping?.groups ?? [],
  }),
);

/** The worst result first. */
export const groupFiguresOf = ofRun((desk, run): readonly GroupFigures[] => groupFigures(groupedOf(desk, run)));

/** The means of the region, where the policy names or states them. */
export const benchmarkOfRun = ofRun((desk, run) => {
  const { result, parameters, benchmarks } = run;
  return benchmarkOf(groupedOf(desk, run), { method: result.method, parameters, benchmarks });
});

/** In the order of the run by department. */
export const departmentFiguresOf = ofRun(
  (desk, run): PartFigures => departmentFigures(groupedOf(desk, run), run.result.by.department, benchmarkOfRun(desk, run)),
);

export type Filled = {
  /** Stays whose cost and whose length the file says. */
  readonly costed: number;
  readonly timed: number;
  /** Stays by how they were grouped; none where the scenario groups nothing. */
  readonly statuses: Readonly<Record<Group['status'], number>>;
};

/** The few counts the overview needs beside the totals, in one pass: it is the first screen, and changing the scenario there is one key. */
export const filledOf = ofRun((desk, run): Filled => {
  const { stays, settlement, grouping, groups } = groupedOf(desk, run);
  const { band, count } = settlement;
  const costs = costOf(stays);
  const { days } = stays;
  const group = grouping?.group;
  const ofGroup = new Uint32Array(groups.length);
  const { out } = bandIndex;
  let [costed, timed] = [0, 0];
  for (let i = 0; i < count; i++) {
    if (band[i] === out) continue;
    if (!Number.isNaN(costs[i]!)) costed++;
    if (days[i] !== MISSING) timed++;
    if (group) ofGroup[group[i]!]! += 1;
  }
  const met = (status: Group['status']) => groups.reduce((sum, one, g) => sum + (one.status === status ? ofGroup[g]! : 0), 0);
  return { costed, timed, statuses: { grouped: met('grouped'), ambiguous: met('ambiguous'), ungrouped: met('ungrouped') } };
});

const costsOf = ofRun((): Map<string, GroupCosts | undefined> => new Map());

/** The costs of a group of 30,000 stays are 240 kB; the groups looked at last are kept. */
const KEPT = 60;

export function groupCostsOf(desk: Desk, run: Run, drg: string): GroupCosts | undefined {
  const known = costsOf(desk, run);
  const costs = known.has(drg) ? known.get(drg) : groupCosts(groupedOf(desk, run), drg);
  known.delete(drg);
  known.set(drg, costs);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
  return costs;
}

/** What the run changes, and the run it is measured against; undefined for the baseline itself. */
export function changeOf({ comparison, runs }: Desk, run: Run): { readonly change: Change; readonly baseline: Run } | undefined {
  const change = comparison.changes.find(({ scenario }) => scenario === run.result.id);
  const baseline = runs.find(({ result }) => result.id === change?.baseline);
  return change && baseline && { change, baseline };
}

export function ofRun<T>(make: (desk: Desk, run: Run) => T): (desk: Desk, run: Run) => T {
  const known = new WeakMap<Run, { readonly of: Desk['stays']; readonly made: T }>();
  return (desk, run) => {
    const found = known.get(run);
    if (found?.of === desk.stays) return found.made;
    const made = make(desk, run);
    known.set(run, { of: desk.stays, made });
    return made;
  };
}
