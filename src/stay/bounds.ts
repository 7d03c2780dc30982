/** What can be true of a stay. A value outside becomes missing and is noted, never guessed; an amount outside cannot be a stay's amount. */
import type { FindingRule } from './finding.ts';

export type WholeField = 'age' | 'age_days' | 'birth_weight_g' | 'days';
export type Bound = { readonly least: number; readonly most: number; readonly rule: FindingRule };

export const wholeBounds: Readonly<Record<WholeField, Bound>> = {
  age: { least: 0, most: 130, rule: 'age_invalid' },
  /** Age in days is written in the first year of life. */
  age_days: { least: 0, most: 366, rule: 'age_days_invalid' },
  /** No child weighs nothing; a 0 would put a newborn into the lightest weight band. */
  birth_weight_g: { least: 1, most: 10_000, rule: 'weight_invalid' },
  days: { least: 0, most: 36_500, rule: 'days_invalid' },
};

/** 99,999,999.99 yuan: anything above is a number typed or joined wrongly. */
export const MOST_FEN = 9_999_999_999;

/** A principal and forty other diagnoses, as the national front page holds (C06x01..C06x40). */
export const MOST_CODES = 41;
