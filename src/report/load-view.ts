/** What the reports of a load are made of, and its rules in the order in which they matter. */
import type { Conversion } from '../stay/checks/convert-clinical.ts';
import type { Finding, FindingRule, Findings } from '../stay/finding.ts';
import { type FindingClass, findingRules, type Severity } from '../stay/finding-rule.ts';
import { type Question, questionsOf } from '../stay/questions.ts';
import type { SourceFile, StayTable } from '../stay/stay-table.ts';

export type LoadView = {
  readonly table: StayTable;
  /** As they were read, where lines may be of stays that a workspace had already. */
  readonly rows?: Pick<StayTable, 'waiting'>;
  readonly findings: Findings;
  /** Columns that were not read because they name a person. */
  readonly dropped: readonly string[];
  /** Columns that no column of the profile is called by, and the known names that some of them may have been meant to be. */
  readonly unused: readonly string[];
  readonly nearest: Readonly<Record<string, string>>;
  /** Sheets that hold no stays, and files given twice. */
  readonly passedOver: readonly { readonly name: string; readonly why: 'unknown' | 'again' }[];
  /** Files whose codes were converted. */
  readonly conversions: readonly Conversion[];
};

export type RuleCount = {
  readonly rule: FindingRule;
  readonly of: FindingClass;
  readonly severity: Severity;
  readonly times: number;
  /** Unknown where no finding of the rule is listed. */
  readonly effect: Finding['effect'] | undefined;
  /** Those of its findings that are listed. */
  readonly listed: readonly Finding[];
};

/** The gravest first, what kept rows out before what was only noted, then the most frequent; ties by the name of the rule. */
export function ruleCounts({ counts, list }: Findings): readonly RuleCount[] {
  const listed = new Map<FindingRule, Finding[]>();
  for (const finding of list) {
    const known = listed.get(finding.rule);
    if (known) known.push(finding);
    else listed.set(finding.rule, [finding]);
  }
  return (Object.entries(counts) as [FindingRule, number][])
    .map(([rule, times]) => {
      const found = listed.get(rule) ?? [];
      return { rule, ...findingRules[rule], times, effect: found[0]?.effect, listed: found };
    })
    .sort(
      (a, b) =>
        order[a.severity] - order[b.severity] || Number(refuses(b)) - Number(refuses(a)) || b.times - a.times || (a.rule < b.rule ? -1 : 1),
    );
}

const refuses = ({ listed }: RuleCount): boolean => listed.some(({ effect }) => effect === 'refused');
const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export const totalsOf = (files: readonly SourceFile[]) =>
  files.reduce(
    (sum, { read, loaded, refused }) => ({ read: sum.read + read, loaded: sum.loaded + loaded, refused: sum.refused + refused }),
    { read: 0, loaded: 0, refused: 0 },
  );

/** Which questions the stays answer; a load without any answers none. */
export const questionsIn = (table: StayTable): readonly Question[] => (table.count === 0 ? [] : questionsOf(table));
