/**
 * The fund's part of a payment by a benefit file, as lines: the patient's year is gone through again by the exact rule up to the stay.
 * The columns are tested to give the same, to the fen.
 */
import { type Fen, yuanText } from '../../money.ts';
import type { FundRule } from '../../policy/fund-rule.ts';
import { type Leaf, placeText } from '../../policy/leaf.ts';
import { cell } from '../bill.ts';
import type { Within } from '../explain.ts';
import { isPaid } from '../fund-columns.ts';
import { partOfPatient } from '../fund-lines.ts';
import type { Line } from '../settlement.ts';
import type { Benefit } from './benefit.ts';
import { insuredOfRows } from './insured-of-rows.ts';
import { type BenefitPaid, benefitPays, type Charges, type Insured, newYear, type Rules, rulesFor, type SoFar } from './pays.ts';
import { yearOf } from './year-order.ts';

/** None where the file says nothing about the patient. */
export function recalcLines({ stays, row, settlement }: Within, benefit: Benefit, rule: FundRule): readonly Line[] {
  const { kinds, of } = insuredOfRows(stays, benefit);
  const { own_pay, over_limit, pre_selfpay, fund } = stays.money;
  const rows = yearOf(stays, row);
  if (!own_pay || !pre_selfpay || !rows.includes(row)) return [];
  let soFar: SoFar = newYear;
  for (const i of rows) {
    const mine = settlement.by[i] === settlement.by[row] && isPaid[settlement.band[i]!] === 1;
    if (!mine) {
      soFar = { ...soFar, admissions: soFar.admissions + 1, pool: soFar.pool + cell(fund, i) };
      continue;
    }
    const insured = kinds[of[i]!];
    if (!insured) return [];
    const outside = { ownPay: cell(own_pay, i), overLimit: cell(over_limit, i), preSelfpay: cell(pre_selfpay, i) };
    const paid = fundByBenefit(benefit, insured, { payment: settlement.payment[i]!, ...outside }, soFar);
    if (i === row) return [...paid.lines, ...partOfPatient(settlement.payment[row]!, paid.pool, { other: settlement.other[row]! }, rule)];
    soFar = paid.after;
  }
  return [];
}

export type Recalculated = { readonly pool: number; readonly after: SoFar; readonly lines: readonly Line[] };
type Paid = Pick<Charges, 'ownPay' | 'overLimit' | 'preSelfpay'> & { readonly payment: number };

/** What the pool pays of a payment as of a bill of that size; a payment that own-pay and pre-selfpay take up has nothing in scope. */
export function fundByBenefit(benefit: Benefit, insured: Insured, bill: Paid, soFar: SoFar): Recalculated {
  const { payment, ownPay, overLimit, preSelfpay } = bill;
  const taken = ownPay + overLimit + preSelfpay;
  const given = { civilServant: 0, otherFund: 0, hospital: 0 };
  const paid = benefitPays(benefit, insured, { cost: Math.max(payment, taken), ownPay, overLimit, preSelfpay, ...given }, soFar);
  return { pool: paid.pool, after: paid.after, lines: linesOfPool({ payment, taken }, paid, rulesFor(benefit, insured)) };
}

function linesOfPool(
  { payment, taken }: { readonly payment: number; readonly taken: number },
  { deductible, slices, poolDue, pool }: BenefitPaid,
  { level, plan }: Rules,
): Line[] {
  const line = (label: string, amount: number, working: string, leaf: Leaf): Line => ({
    ...{ part: 'fund' as const, label, working, source: placeText(leaf.at) },
    amount: amount as Fen,
  });
  const base = `${yuanText(payment)} − ${yuanText(taken)} − ${yuanText(deductible)}`;
  if (payment < taken) return [line('nothing_in_scope', 0, `${base} < 0`, level.leaf)];
  const [only, ...more] = slices;
  const shares = slices.map(({ amount, share }) => `${amount.toFixed(2)} × ${share.toFixed()}`).join(' + ');
  const working = only === undefined ? `${base} = 0` : more.length === 0 ? `(${base}) × ${only.share.toFixed()}` : `${base} = ${shares}`;
  return [
    line('recalc', poolDue, working, level.leaf),
    ...(pool === poolDue ? [] : [line('pool_over_cap', pool - poolDue, `${yuanText(pool)} − ${yuanText(poolDue)}`, plan.cap.leaf)]),
  ];
}
