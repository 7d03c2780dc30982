/** Figures behind the screens, each worked out once for as long as its run is on the desk: a key press only looks them up. */
import type { Desk, Run } from '../../app/desk.ts';
import { benchmarkOf } from '../../compare/benchmark.ts';
import type { Change } from '../../compare/comparison.ts';
import { departmentFigures, type PartFigures } from '../../compare/department-figures.ts';
import { type GroupCosts, groupCosts } from '../../compare/group-costs.ts';
import { type GroupFigures, groupFigures } from '../../compare/group-figures.ts';
import type { Grouped } from '../../compare/keys.ts';

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

/** In the order of the run by department; measured by the region where the policy states its means. */
export const departmentFiguresOf = ofRun((desk, run): PartFigures => {
  const { result, parameters } = run;
  const grouped = groupedOf(desk, run);
  return departmentFigures(grouped, result.by.department, benchmarkOf(grouped, { method: result.method, parameters }));
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
