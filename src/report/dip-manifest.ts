/** What a DIP catalogue says of itself (data/schema/dip-catalogue.schema.json): history, counts, parameters, and what was assumed. */
import type { DipBuild, DipRules } from '../payment/dip/build.ts';
import type { HistoryCounts } from '../payment/dip/history.ts';
import { SELF_TESTED } from '../payment/history/stamp.ts';

/** Said where the files could not tell, in the order in which they matter. */
export type DipAssumption =
  | 'related_operations_all_count'
  | 'procedure_types_by_chapter'
  | 'severity_signs_assumed'
  | 'year_without_stays_left_out'
  | 'auxiliary_columns_missing';

export type DipManifest = {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly years: readonly number[];
  readonly stamp: string | null;
  readonly mean: string;
  readonly counts: HistoryCounts & {
    readonly core: number;
    readonly comprehensive: number;
    readonly coreStays: number;
    readonly comprehensiveStays: number;
    readonly grassroots: number;
    readonly withAuxiliary: number;
    readonly staysWithOperationCosts: number;
  };
  readonly parameters: DipRules;
  readonly assumptions: readonly DipAssumption[];
  readonly withoutColumns: readonly string[];
  readonly sources: readonly { readonly name: string; readonly sha256: string; readonly stays: number }[];
  /** sha256 of the tables beside the manifest. */
  readonly tables: Readonly<Record<string, string>>;
};

export type ToDescribe = {
  readonly id: string;
  readonly rules: DipRules;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly loaded: number }[];
  readonly selfTest: boolean;
  readonly ownTables: { readonly procedureTypes: boolean; readonly severitySigns: boolean };
  readonly tables: Readonly<Record<string, string>>;
};

export function dipManifest(build: DipBuild, { id, rules, files, selfTest, ownTables, tables }: ToDescribe): DipManifest {
  const { groups, counts, years, staysWithOperationCosts, withoutColumns } = build;
  const core = groups.filter(({ key }) => key.kind === 'core');
  const coreStays = core.reduce((sum, { cases }) => sum + cases, 0);
  const assumptions: readonly (readonly [DipAssumption, boolean])[] = [
    ['related_operations_all_count', staysWithOperationCosts < counts.used],
    ['procedure_types_by_chapter', !ownTables.procedureTypes],
    ['severity_signs_assumed', !ownTables.severitySigns],
    ['year_without_stays_left_out', groups.some(group => group.years.some(({ cases }) => cases === 0))],
    ['auxiliary_columns_missing', withoutColumns.length > 0],
  ];
  return {
    schemaVersion: 1,
    id,
    years,
    stamp: selfTest ? SELF_TESTED : null,
    mean: build.mean.toFixed(2),
    counts: {
      ...counts,
      core: core.length,
      comprehensive: groups.length - core.length,
      coreStays,
      comprehensiveStays: counts.used - coreStays,
      grassroots: groups.filter(({ grassroots }) => grassroots).length,
      withAuxiliary: groups.filter(({ auxiliary }) => auxiliary !== undefined).length,
      staysWithOperationCosts,
    },
    parameters: rules,
    assumptions: assumptions.filter(([, holds]) => holds).map(([assumption]) => assumption),
    withoutColumns,
    sources: files.map(({ name, sha256, loaded }) => ({ name, sha256, stays: loaded })),
    tables,
  };
}
