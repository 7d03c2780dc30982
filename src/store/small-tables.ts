/** Tables with a few rows, whatever the load: files, findings, groups of catalogues, scenarios, runs and prices. */
import type { SqlValue } from 'sql.js';
import { findingRules } from '../stay/finding-rule.ts';
import type { Filling, Placed, RunResult } from './filling.ts';

export type SmallTable = { readonly table: string; readonly rows: readonly Readonly<Record<string, SqlValue>>[] };

export function smallTables({ stays, findings }: Filling, { groupings, runs }: Placed): readonly SmallTable[] {
  return [
    { table: 'source_file', rows: stays.files.map(sourceFileRow) },
    { table: 'finding', rows: findings.list.map(findingRow) },
    { table: 'finding_count', rows: Object.entries(findings.counts).map(([rule, count]) => ({ rule, findings: count })) },
    { table: 'catalogue_group', rows: groupings.flatMap(groupRows) },
    { table: 'scenario', rows: runs.map(({ run }) => scenarioRow(run)) },
    { table: 'run', rows: runs.map(({ run, place }) => runRow(run, place.run)) },
    { table: 'price', rows: runs.flatMap(priceRows) },
  ];
}

const findingRow = ({ column, rule, ...finding }: Filling['findings']['list'][number], i: number) => {
  const { of, severity } = findingRules[rule];
  return { finding: i + 1, ...finding, column_name: column, rule, class: of, severity };
};

const sourceFileRow = (
  { name, sha256, encoding, profile, read, loaded, refused, reading }: Filling['stays']['files'][number],
  i: number,
) => ({
  source_file: i + 1,
  ...{ name, sha256, encoding, profile },
  ...{ format: reading?.format ?? null, document: reading?.document ?? null, score: reading?.score ?? null, basis: reading?.basis ?? null },
  ...{ read_rows: read, loaded_rows: loaded, refused_rows: refused },
});

const groupRows = ({ grouping: { catalogue, groups }, place }: Placed['groupings'][number]) =>
  groups.map(({ mdc, adrg, drg, name, status }, i) => ({
    catalogue_group: place.firstGroup + i,
    ...{ catalogue, mdc, adrg, drg, name, status },
  }));

const scenarioRow = ({ result: { id, title, hash, method, catalogue, policy } }: RunResult) => ({
  scenario: id,
  ...{ title, hash, method, catalogue, policy },
});

const runRow = ({ result: { id, input, excluded, inScope } }: RunResult, run: number) => ({
  run,
  scenario: id,
  ...{ input, excluded, in_scope: inScope },
});

const priceRows = ({ run: { settlement }, place }: Placed['runs'][number]) =>
  settlement.prices.map(({ level, insurance, weight, rate, coefficient, standard }, i) => ({
    price: place.firstPrice + i,
    ...{ run: place.run, level, insurance, weight: weight.toNumber() },
    ...{ rate: rate.toString(), coefficient: coefficient.toString(), standard_fen: standard },
  }));
