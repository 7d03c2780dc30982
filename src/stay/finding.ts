/** Something a person should see about a row; not an exception. Refused rows are not loaded, noted rows are. */
import type { FindingRule } from './finding-rule.ts';

export type { FindingRule } from './finding-rule.ts';

export type Finding = {
  readonly file: string;
  /** Record number in the file as a person counts: the header is 1. */
  readonly row: number;
  readonly column: string;
  /** What stood there, without anything that may name a person (***(3): three letters masked), without control characters, at most 40 characters. */
  readonly value: string;
  readonly rule: FindingRule;
  readonly effect: 'refused' | 'noted';
};

export type Findings = {
  /** The first findings of every rule, in file order; `counts` is complete. */
  readonly list: readonly Finding[];
  readonly counts: Readonly<Partial<Record<FindingRule, number>>>;
  /** Findings of one rule beyond this number are counted and not listed. */
  readonly listedPerRule: number;
};
