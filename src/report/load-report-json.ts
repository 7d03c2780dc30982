/** What a load was, as a plain value for JSON.stringify; described by data/schema/load-report.schema.json. */
import { settlementCounts } from '../stay/settlement-counts.ts';
import type { SourceFile } from '../stay/stay-table.ts';
import { staysIn } from '../stay/waiting-lines.ts';
import { SCHEMA_VERSION } from './json-rows.ts';
import { type LoadView, questionsIn, type RuleCount, ruleCounts, totalsOf } from './load-view.ts';

export const loadReportJson = ({ table, rows, findings, dropped, unused, nearest, passedOver, conversions }: LoadView) => ({
  schemaVersion: SCHEMA_VERSION,
  ...totalsOf(table.files),
  stays: table.count,
  identifiers: table.identifiers !== undefined,
  ...(rows?.waiting && { lines_of_workspace: { lines: rows.waiting.lines.count, stays: staysIn(rows.waiting) } }),
  ...(table.settlements && { settlements: settlementCounts(table.settlements) }),
  files: table.files.map(fileJson),
  findings: ruleCounts(findings).map(ruleJson),
  listed: findings.list,
  listed_per_rule: findings.listedPerRule,
  dropped,
  unused: unused.map(column => ({ column, ...(Object.hasOwn(nearest, column) && { nearest: nearest[column]! }) })),
  passed_over: passedOver,
  conversions,
  questions: questionsIn(table).map(({ stays, ...question }) => ({ ...question, ...(stays !== undefined && { stays }) })),
});

function fileJson({ reading, ...file }: SourceFile) {
  if (!reading) return file;
  const { headerRow, ...rest } = reading;
  return { ...file, reading: { ...rest, header_row: headerRow } };
}

const ruleJson = ({ rule, of, severity, times, effect, listed: [first] }: RuleCount) => ({
  rule,
  times,
  class: of,
  severity,
  ...(effect && { effect }),
  ...(first && { first: { file: first.file, row: first.row, column: first.column } }),
});
