/** 预付、月结、清算: what is paid monthly, what is kept until the year is cleared, who bears what is over. */
import { type Name, plain, ratio } from './name.ts';

export const clearingNames: readonly Name[] = [
  ratio('settlement.monthly_pay_ratio'),
  ratio('settlement.deposit_ratio'),
  plain('settlement.clearance_deadline', 'text'),
  plain('settlement.sharing', 'list'),
];
