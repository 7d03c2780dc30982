/** The comparison as the JSON document scripts read: English keys, money as decimal text in yuan, null where the file does not say. */
import { yuanText } from '../money.ts';
import { byDimension } from './by-dimension.ts';
import type { ChangeRow, Comparison, Dimension, Note, Totals } from './comparison.ts';

export const comparisonVersion = 1;

/** A plain value for JSON.stringify; described by data/schema/comparison-result.schema.json. */
export function comparisonJson({ id, title, data, scenarios, changes }: Comparison): ComparisonDocument {
  return {
    schemaVersion: comparisonVersion,
    id,
    title,
    data: { sha256: data.sha256, stays: data.stays, cost: money(data.cost) },
    scenarios: scenarios.map(result => ({
      id: result.id,
      title: result.title,
      hash: result.hash,
      method: result.method,
      catalogue: result.catalogue,
      policy: result.policy,
      input: result.input,
      excluded: result.excluded,
      excluded_by: result.excludedBy ?? [],
      in_scope: result.inScope,
      unpriced: result.totals.unpriced,
      totals: totals(result.totals),
      by: byDimension(d => result.by[d].map(row => ({ key: row.key, label: row.label, ...totals(row) }))),
      notes: result.notes,
    })),
    changes: changes.map(change => ({
      scenario: change.scenario,
      baseline: change.baseline,
      totals: changed(change.totals),
      by: byDimension(d => change.by[d].map(row => ({ key: row.key, ...changed(row) }))),
    })),
  };
}

export type Money = string | null;
export type TotalsDocument = ReturnType<typeof totals>;
export type ChangeDocument = ReturnType<typeof changed>;
export type ComparisonDocument = {
  readonly schemaVersion: number;
  readonly id: string;
  readonly title: string;
  readonly data: { readonly sha256: string; readonly stays: number; readonly cost: Money };
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: string;
    readonly hash: string;
    readonly method: string;
    readonly catalogue: string;
    readonly policy: string;
    readonly input: number;
    readonly excluded: number;
    readonly excluded_by: readonly { readonly rule: string; readonly stays: number }[];
    readonly in_scope: number;
    readonly unpriced: number;
    readonly totals: TotalsDocument;
    readonly by: Readonly<Record<Dimension, readonly (TotalsDocument & { readonly key: string; readonly label: string })[]>>;
    readonly notes: readonly Note[];
  }[];
  readonly changes: readonly {
    readonly scenario: string;
    readonly baseline: string;
    readonly totals: ChangeDocument;
    readonly by: Readonly<Record<Dimension, readonly (ChangeDocument & { readonly key: string })[]>>;
  }[];
};

const money = (fen: number): Money => yuanText(fen) || null;

const totals = (row: Totals) => ({
  stays: row.stays,
  priced: row.priced,
  unpriced: row.unpriced,
  unpriced_cost: money(row.unpricedCost),
  cost: money(row.cost),
  payment: money(row.payment),
  fund: money(row.fund),
  patient: money(row.patient),
  other: money(row.other),
  margin: money(row.margin),
  days: row.days,
  /** null when the method has no weights. */
  weight: row.weight || null,
  cmi: row.cmi || null,
  low: row.low,
  high: row.high,
});

const changed = (row: ChangeRow) => ({
  stays: row.stays,
  cost: money(row.cost),
  fund: money(row.fund),
  patient: money(row.patient),
  other: money(row.other),
  margin: money(row.margin),
});
