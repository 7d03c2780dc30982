/** What of a payment the fund pays and what the patient pays. */
import { type Name, plain, word } from './name.ts';

export const fundMethods = ['difference', 'ratio', 'recalc', 'fund_basis'] as const;
export const patientMethods = ['by_item', 'by_share', 'recalculated'] as const;

export const fundNames: readonly Name[] = [
  word('fund_share.method', fundMethods),
  word('fund_share.patient', patientMethods),
  /** Path of a benefit file: deductible, shares and caps of the insured, read by `recalc` and by an estimate. */
  plain('benefit', 'path'),
];
