/** The comparison as the JSON document scripts read: English keys, money as decimal text in yuan, null where the file does not say. */
import { yuanText } from '../money.ts';
import { byDimension } from './by-dimension.ts';
import type { ChangeRow, Comparison, Totals } from './comparison.ts';

export const comparisonVersion = 1;

/** A plain value for JSON.stringify; described by data/schema/comparison-result.schema.json. */
export function comparisonJson({ id, title, titleEn, data, scenarios, changes }: Comparison) {
  return {
    schemaVersion: comparisonVersion,
    id,
    title,
    ...(titleEn === undefined ? {} : { title_en: titleEn }),
    data: { sha256: data.sha256, stays: data.stays, cost: money(data.cost) },
    scenarios: scenarios.map(result => ({
      id: result.id,
      title: result.title,
      ...(result.titleEn === undefined ? {} : { title_en: result.titleEn }),
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

const money = (fen: number): string | null => yuanText(fen) || null;

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
  group_result: money(row.groupResult),
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
  payment: money(row.payment),
  group_result: money(row.groupResult),
});
