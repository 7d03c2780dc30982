/** What of a payment the fund pays and what the patient pays. */
import { later, type Name, plain, word } from './name.ts';

export const fundMethods = ['difference', 'ratio', 'recalc', 'fund_basis'] as const;
export const patientMethods = ['by_item', 'by_share', 'recalculated'] as const;

export const fundNames: readonly Name[] = [
  word('fund_share.method', fundMethods, ['difference', 'ratio', 'fund_basis']),
  word('fund_share.patient', patientMethods, ['by_item']),
  later(plain('benefit', 'path')),
];
