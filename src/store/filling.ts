/** What a workspace is filled with, and where the parts of it begin in tables that others point at. */
import type { ScenarioResult } from '../compare/comparison.ts';
import type { Settlement } from '../payment/settlement.ts';
import type { Findings } from '../stay/finding.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { GroupingPlace, GroupingResult, PaymentPlace } from './result-source.ts';

export type RunResult = {
  readonly result: Pick<ScenarioResult, 'id' | 'title' | 'hash' | 'method' | 'catalogue' | 'policy' | 'input' | 'excluded' | 'inScope'>;
  readonly grouping: GroupingResult | undefined;
  readonly settlement: Settlement;
};

export type Filling = {
  readonly stays: StayTable;
  readonly findings: Findings;
  /** Groupings beyond those of the runs, such as a load that was only grouped. */
  readonly groupings: readonly GroupingResult[];
  readonly runs: readonly RunResult[];
};

export type Placed = {
  readonly groupings: readonly { readonly grouping: GroupingResult; readonly place: GroupingPlace }[];
  readonly runs: readonly { readonly run: RunResult; readonly place: PaymentPlace }[];
};

/** Scenarios that share a catalogue share its groups: a stay is grouped once per catalogue. */
export function placed({ groupings, runs }: Filling): Placed {
  const all = [...groupings, ...runs.flatMap(({ grouping }) => grouping ?? [])];
  const grouped = [...new Map(all.map(grouping => [grouping.catalogue, grouping])).values()];
  const firstRows = startsOf(grouped.map(({ columns }) => columns.count));
  const firstGroups = startsOf(grouped.map(({ groups }) => groups.length));
  const firstPrices = startsOf(runs.map(({ settlement }) => settlement.prices.length));
  const firstPayments = startsOf(runs.map(({ settlement }) => settlement.count));
  const firstGrouping = (catalogue: string) => firstRows[grouped.findIndex(grouping => grouping.catalogue === catalogue)];
  return {
    groupings: grouped.map((grouping, i) => ({ grouping, place: { firstRow: firstRows[i]!, firstGroup: firstGroups[i]! } })),
    runs: runs.map((run, i) => ({
      run,
      place: {
        run: i + 1,
        firstRow: firstPayments[i]!,
        firstPrice: firstPrices[i]!,
        firstGrouping: run.grouping && firstGrouping(run.grouping.catalogue),
      },
    })),
  };
}

/** Row numbers at which parts laid one after the other begin, counted from 1. */
function startsOf(lengths: readonly number[]): readonly number[] {
  let next = 1;
  return lengths.map(length => {
    next += length;
    return next - length;
  });
}
