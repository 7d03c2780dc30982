/** A bill of the insurer: usually one for a stay, with its whole amounts. */
import type { Benefit } from '../benefit.ts';
import type { Papers } from '../papers.ts';

export type SettlementBill = {
  readonly papers: Papers;
  readonly settlement: string;
  /** Day numbers. */
  readonly from: number;
  readonly to: number;
  readonly settled: number;
  readonly refunded: 0 | 1;
  /** Fen; below nothing in a bill that takes another back. */
  readonly total: number;
  readonly benefit: Benefit;
};

export const wholeBill = (papers: Papers): SettlementBill => ({
  papers,
  settlement: papers.settlement,
  from: papers.admitted,
  to: papers.stay.discharged,
  settled: papers.stay.discharged,
  refunded: 0,
  total: papers.stay.bill.total,
  benefit: papers.stay.benefit,
});
