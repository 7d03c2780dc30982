/** A load and everything computed from it into an empty workspace. */
import type { ScenarioResult } from '../compare/comparison.ts';
import type { Settlement } from '../payment/settlement.ts';
import type { Findings } from '../stay/finding.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { TableSource } from './column-source.ts';
import { insertRows, insertTable } from './insert.ts';
import { type GroupingResult, groupingSource, paymentSource } from './result-source.ts';
import { staySources } from './stay-source.ts';
import type { Workspace } from './workspace.ts';

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

export function fillWorkspace({ database }: Workspace, { stays, findings, groupings, runs }: Filling): void {
  const grouped = onePerCatalogue([...groupings, ...runs.flatMap(({ grouping }) => grouping ?? [])]);
  insertRows(database, 'source_file', stays.files.map(sourceFileRow));
  insertRows(
    database,
    'finding',
    findings.list.map(({ column, ...finding }, i) => ({ finding: i + 1, ...finding, column_name: column })),
  );
  insertRows(
    database,
    'finding_count',
    Object.entries(findings.counts).map(([rule, count]) => ({ rule, findings: count })),
  );
  const groupingPlaces = placesOf(grouped);
  insertRows(database, 'catalogue_group', grouped.flatMap(groupRows(groupingPlaces)));
  insertRows(database, 'scenario', runs.map(scenarioRow));
  insertRows(database, 'run', runs.map(runRow));
  const firstPrices = startsOf(runs.map(({ settlement }) => settlement.prices.length));
  insertRows(
    database,
    'price',
    runs.flatMap(({ settlement }, i) => priceRows(settlement, i + 1, firstPrices[i]!)),
  );
  const firstPayments = startsOf(runs.map(({ settlement }) => settlement.count));
  const tables: readonly TableSource[] = [
    ...staySources(stays),
    ...grouped.map(grouping => groupingSource(grouping, groupingPlaces.get(grouping.catalogue)!)),
    ...runs.map(({ grouping, settlement }, i) =>
      paymentSource(settlement, {
        run: i + 1,
        firstRow: firstPayments[i]!,
        firstGrouping: grouping && groupingPlaces.get(grouping.catalogue)!.firstRow,
        firstPrice: firstPrices[i]!,
      }),
    ),
  ];
  for (const table of tables) insertTable(database, table);
}

/** Scenarios that share a catalogue share its groups: a stay is grouped once per catalogue. */
function onePerCatalogue(groupings: readonly GroupingResult[]): readonly GroupingResult[] {
  return [...new Map(groupings.map(grouping => [grouping.catalogue, grouping])).values()];
}

function placesOf(groupings: readonly GroupingResult[]) {
  const firstRows = startsOf(groupings.map(({ columns }) => columns.count));
  const firstGroups = startsOf(groupings.map(({ groups }) => groups.length));
  return new Map(groupings.map(({ catalogue }, i) => [catalogue, { firstRow: firstRows[i]!, firstGroup: firstGroups[i]! }]));
}

/** Row numbers at which parts laid one after the other begin, counted from 1. */
function startsOf(lengths: readonly number[]): readonly number[] {
  let next = 1;
  return lengths.map(length => {
    next += length;
    return next - length;
  });
}

const sourceFileRow = ({ name, sha256, encoding, profile, read, loaded, refused }: StayTable['files'][number], i: number) => ({
  source_file: i + 1,
  ...{ name, sha256, encoding, profile },
  ...{ read_rows: read, loaded_rows: loaded, refused_rows: refused },
});

const groupRows =
  (places: ReturnType<typeof placesOf>) =>
  ({ catalogue, groups }: GroupingResult) =>
    groups.map(({ mdc, adrg, drg, name, status }, i) => ({
      catalogue_group: places.get(catalogue)!.firstGroup + i,
      ...{ catalogue, mdc, adrg, drg, name, status },
    }));

const scenarioRow = ({ result: { id, title, hash, method, catalogue, policy } }: RunResult) => ({
  scenario: id,
  ...{ title, hash, method, catalogue, policy },
});

const runRow = ({ result: { id, input, excluded, inScope } }: RunResult, i: number) => ({
  run: i + 1,
  scenario: id,
  ...{ input, excluded, in_scope: inScope },
});

const priceRows = ({ prices }: Settlement, run: number, first: number) =>
  prices.map(({ level, insurance, weight, rate, coefficient, standard }, i) => ({
    price: first + i,
    ...{ run, level, insurance, weight: weight.toNumber() },
    ...{ rate: rate.toString(), coefficient: coefficient.toString(), standard_fen: standard },
  }));
