/** Gathers findings: the first of every rule are listed, all of them are counted. */
import type { Finding, FindingRule, Findings } from './finding.ts';

export type FindingLog = {
  /** `describe` is asked only when the finding is going to be listed. */
  add(rule: FindingRule, describe: () => Finding): void;
  findings(): Findings;
};

export const LISTED_PER_RULE = 1000;

/** `before`: findings that were gathered elsewhere, of the rows as they were read; the log goes on from there. */
export function findingLog(listedPerRule = LISTED_PER_RULE, before?: Findings): FindingLog {
  const list: Finding[] = [...(before?.list ?? [])];
  const counts: Partial<Record<FindingRule, number>> = { ...before?.counts };
  return {
    add(rule, describe) {
      const count = (counts[rule] ?? 0) + 1;
      counts[rule] = count;
      if (count <= listedPerRule) list.push(describe());
    },
    findings: () => ({ list, counts, listedPerRule }),
  };
}
