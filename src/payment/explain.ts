/**
 * Why a stay is paid what it is paid: labelled lines that sum to the payment and to the fund's part, to the fen, each with its sum
 * written out and the line of the policy that decided. Worked out again by the exact rule, never read back from the columns.
 */
import { type Fen, yuanText } from '../money.ts';
import type { Policy } from '../policy/policy.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { recalcBy } from './benefit/pay-by-benefit.ts';
import { recalcLines } from './benefit/recalc-lines.ts';
import type { Bill } from './bill.ts';
import { leftByRule } from './cases/left-to-bill.ts';
import { drgLines } from './drg-lines.ts';
import { isPaid } from './fund-columns.ts';
import { fundLines } from './fund-lines.ts';
import { namingExit } from './listed/exited-by.ts';
import { capitationLines } from './methods/capitation-lines.ts';
import { dipLines } from './methods/dip-lines.ts';
import { budgetLines } from './methods/global-budget-lines.ts';
import { perDiemLines } from './methods/per-diem-lines.ts';
import { quotaLines } from './methods/quota-lines.ts';
import { singleDiseaseLines } from './methods/single-disease-lines.ts';
import type { Part } from './part.ts';
import { type Band, bandIndex, type Line, type Price, type Settlement, type UnpricedReason } from './settlement.ts';
import { specialLines } from './special/special-lines.ts';

export type SettledStay = {
  readonly bill: Bill;
  readonly band: Band;
  /** Why a share of cost is paid, or why there is no price. */
  readonly reason: UnpricedReason;
  /** Given where a group has a price. */
  readonly price: Price | undefined;
  /** undefined: nobody pays the stay otherwise than by item. */
  readonly policy: Policy | undefined;
  /** The stay in its load: rules about the single stay and methods that share a pool look beyond its bill. */
  readonly within?: Within | undefined;
};
export type Within = {
  readonly stays: StayTable;
  readonly row: number;
  readonly settlement: Settlement;
  /** The policy that pays, with what it is paid by. */
  readonly part: Part;
};

/** `ratio` is cost ÷ benchmark with four decimals, '' without a price. */
export type PaymentLines = { readonly band: Band; readonly ratio: string; readonly lines: readonly Line[] };

export function linesOf(stay: SettledStay): PaymentLines {
  const paid = byBenefit(stay, linesByMethod(stay));
  return { ...paid, lines: namingExit(paid.lines, stay.within) };
}

function linesByMethod(stay: SettledStay): PaymentLines {
  const { bill, band, policy, within } = stay;
  if (band === 'out') return { band, ratio: '', lines: [] };
  if (band === 'ffs' || band === 'unpriced' || policy === undefined || policy.method === 'ffs') {
    return { band, ratio: '', lines: Number.isNaN(bill.cost) ? [] : leftByRule(asOnBill(bill), within) };
  }
  if (band === 'special') return specialLines(stay, policy);
  switch (policy.method) {
    case 'drg_rate':
    case 'drg_points':
      return drgLines(stay, policy);
    case 'dip':
      return dipLines(stay, policy);
    case 'per_diem':
      return withFund(stay, perDiemLines(withinOf(stay), policy), policy);
    case 'single_disease':
      return withFund(stay, singleDiseaseLines(withinOf(stay), policy), policy);
    case 'quota':
      return withFund(stay, quotaLines(withinOf(stay), policy), policy);
    case 'global_budget':
      return withFund(stay, budgetLines(withinOf(stay), policy), policy);
    case 'capitation':
      return withFund(stay, capitationLines(withinOf(stay), policy), policy);
  }
}

/** Where the policy recalculates by a benefit file, who pays is told by the file. */
function byBenefit({ band, policy, within }: SettledStay, paid: PaymentLines): PaymentLines {
  if (!within || !policy || policy.method === 'ffs' || isPaid[bandIndex[band]] === 0) return paid;
  const benefit = recalcBy(within.part, policy.fund);
  if (!benefit) return paid;
  return { ...paid, lines: [...paid.lines.filter(({ part }) => part === 'payment'), ...recalcLines(within, benefit, policy.fund)] };
}

function withinOf({ within, policy }: SettledStay): Within {
  if (within) return within;
  throw new Error(`${policy?.method} explains a stay within its load`);
}

/** The lines of the payment, and those of the fund's part of it. */
function withFund({ bill, band }: SettledStay, lines: readonly Line[], { fund }: Exclude<Policy, { method: 'ffs' }>): PaymentLines {
  const payment = lines.reduce((sum, { amount }) => sum + amount, 0) as Fen;
  // what a listed price leaves out is paid at cost
  const exempt = lines.reduce((sum, { label, amount }) => (label === 'exempt' ? sum + amount : sum), 0);
  return { band, ratio: '', lines: [...lines, ...fundLines(payment, bill, fund, exempt)] };
}

function asOnBill({ cost, fund }: Bill): Line[] {
  const payment: Line = { part: 'payment', label: 'cost', amount: cost as Fen, working: yuanText(cost), source: undefined };
  if (Number.isNaN(fund)) return [payment];
  return [payment, { part: 'fund', label: 'as_on_bill', amount: fund as Fen, working: yuanText(fund), source: undefined }];
}
