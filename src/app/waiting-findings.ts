/** Item lines whose stay is in no load in force, as findings of the workspace: they are kept, and come back when the load of their stay does. */
import type { Finding, Findings } from '../stay/finding.ts';
import { LISTED_PER_RULE } from '../stay/finding-log.ts';
import type { StayTable } from '../stay/stay-table.ts';

const RULE = 'charge_without_stay';

export function withWaiting(findings: Findings, { waiting, files }: Pick<StayTable, 'waiting' | 'files'>): Findings {
  if (!waiting) return findings;
  const { lines, named } = waiting;
  const before = findings.counts[RULE] ?? 0;
  const listedPerRule = findings.listedPerRule || LISTED_PER_RULE;
  const list = Array.from({ length: Math.max(0, Math.min(lines.count, listedPerRule - before)) }, (_, line): Finding => {
    const file = files[lines.sourceFile[line]!]!;
    const field = named.settlementKey.codes[lines.stay[line]!] === 0 ? 'visit_id' : 'stay_id';
    const column = file.reading?.columns.find(one => one.field === field)?.from[0] ?? field;
    return { file: file.name, row: lines.sourceRow[line]!, column, value: '', rule: RULE, effect: 'noted' };
  });
  return { list: [...findings.list, ...list], counts: { ...findings.counts, [RULE]: before + lines.count }, listedPerRule };
}
