/** How many of each kind a catalogue has: the figures a reading of its tables must reproduce. */
import type { AdrgKind, Catalogue } from './catalogue.ts';
import { validOf } from './lists.ts';

export type CatalogueCounts = {
  readonly mdc: number;
  readonly mdcDiagnoses: number;
  readonly adrgRows: number;
  readonly adrg: number;
  /** Distinct ADRGs by kind; for `ambiguous` the rows. */
  readonly kinds: Readonly<Record<AdrgKind, number>>;
  readonly activeAmbiguousRows: number;
  readonly adrgDiagnoses: number;
  readonly adrgProcedures: number;
  readonly drg: number;
  readonly mcc: number;
  readonly cc: number;
  readonly exclusionCodes: number;
  readonly exclusionGroups: number;
  readonly validProcedures: number;
  readonly notGroupedDiagnoses: number;
  readonly notGroupedProcedures: number;
};

export function countsOf({ mdcs, rows, drgs, lists, complications, exclusions, notGrouped }: Catalogue): CatalogueCounts {
  const mdcNames = new Set(mdcs.map(({ mdc }) => mdc));
  const entries = (kind: 'dx' | 'px', ofMdc: boolean) =>
    lists
      .filter(list => list.kind === kind && list.owner !== '' && mdcNames.has(list.owner) === ofMdc)
      .reduce((sum, { codes }) => sum + codes.size, 0);
  const adrgs = (kind: AdrgKind) => new Set(rows.filter(row => row.kind === kind).map(({ adrg }) => adrg)).size;
  const ambiguous = rows.filter(row => row.kind === 'ambiguous');
  return {
    mdc: mdcs.length,
    mdcDiagnoses: entries('dx', true),
    adrgRows: rows.length,
    adrg: adrgs('surgery') + adrgs('procedure') + adrgs('medical'),
    kinds: { surgery: adrgs('surgery'), procedure: adrgs('procedure'), medical: adrgs('medical'), ambiguous: ambiguous.length },
    activeAmbiguousRows: ambiguous.filter(row => row.active).length,
    adrgDiagnoses: entries('dx', false),
    adrgProcedures: entries('px', false),
    drg: new Set(drgs.map(({ drg }) => drg)).size,
    mcc: complications.mcc.size,
    cc: complications.cc.size,
    exclusionCodes: exclusions.size,
    exclusionGroups: new Set(exclusions.values()).size,
    validProcedures: validOf(lists).size,
    notGroupedDiagnoses: notGrouped.dx.length,
    notGroupedProcedures: notGrouped.px.length,
  };
}
