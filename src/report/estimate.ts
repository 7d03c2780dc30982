/** What an estimate says of one case: its group and payment, and what each payer pays of its bill. */
import type { Group } from '../../grouper/result.ts';
import type { BenefitLine } from '../payment/benefit/benefit-lines.ts';
import type { beyondFunds } from '../payment/benefit/names.ts';
import type { BenefitPaid, Charges, Insured, SoFar } from '../payment/benefit/pays.ts';
import type { PaidStay } from './payment-text.ts';

export type Estimate = {
  readonly policy: { readonly id: string; readonly title: string; readonly file: string };
  /** '' when the method needs no groups. */
  readonly catalogue: string;
  readonly group: Group | undefined;
  /** undefined: no benefit file, so nobody knows who pays. */
  readonly benefit: EstimatedBenefit | undefined;
  readonly paid: PaidStay;
  /** A number of the policy or of the benefit file was not read in the region's own text. */
  readonly illustrative: boolean;
};

export type EstimatedBenefit = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly insured: Insured;
  readonly charges: Charges;
  readonly soFar: SoFar;
  readonly paid: BenefitPaid;
  readonly fundBeyond: (typeof beyondFunds)[number] | undefined;
  readonly lines: readonly BenefitLine[];
};
