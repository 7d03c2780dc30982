/**
 * The fund's part of a payment by a benefit file, as lines: the patient's year is gone through again by the exact rule up to the stay.
 * The columns are tested to give the same, to the fen.
 */
import { type Fen, yuanText } from '../../money.ts';
import type { FundRule } from '../../policy/fund-rule.ts';
import { placeText } from '../../policy/leaf.ts';
import { cell } from '../bill.ts';
import type { Within } from '../explain.ts';
import { isPaid } from '../fund-columns.ts';
import { partOfPatient } from '../fund-lines.ts';
import type { Line } from '../settlement.ts';
import type { Benefit } from './benefit.ts';
import { insuredOfRows } from './insured-of-rows.ts';
import { type BenefitPaid, benefitPays, newYear, rulesFor, type SoFar } from './pays.ts';
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
    const payment = settlement.payment[i]!;
    const short = Math.max(0, outside.ownPay + outside.overLimit + outside.preSelfpay - payment);
    const given = { civilServant: 0, otherFund: 0, hospital: 0 };
    const paid = benefitPays(benefit, insured, { cost: payment + short, ...outside, ...given }, soFar);
    if (i !== row) {
      soFar = paid.after;
      continue;
    }
    const { level, plan } = rulesFor(benefit, insured);
    const places = { share: placeText(level.leaf.at), cap: placeText(plan.cap.leaf.at) };
    const bill = { other: settlement.other[row]! };
    return [
      ...fundLines({ payment, outside: outside.ownPay + outside.overLimit + outside.preSelfpay, short }, paid, places),
      ...partOfPatient(payment, paid.pool, bill, rule),
    ];
  }
  return [];
}

function fundLines(
  { payment, outside, short }: { readonly payment: number; readonly outside: number; readonly short: number },
  { deductible, slices, poolDue, pool }: BenefitPaid,
  places: { readonly share: string; readonly cap: string },
): Line[] {
  const line = (label: string, amount: number, working: string, source: string): Line => ({
    ...{ part: 'fund' as const, label, working, source },
    amount: amount as Fen,
  });
  const base = `${yuanText(payment)} − ${yuanText(outside)} − ${yuanText(deductible)}`;
  if (short > 0) return [line('nothing_in_scope', 0, `${base} < 0`, places.share)];
  const [only, ...more] = slices;
  const shares = slices.map(({ amount, share }) => `${amount.toFixed(2)} × ${share.toFixed()}`).join(' + ');
  const working = only === undefined ? `${base} = 0` : more.length === 0 ? `(${base}) × ${only.share.toFixed()}` : `${base} = ${shares}`;
  return [
    line('recalc', poolDue, working, places.share),
    ...(pool === poolDue ? [] : [line('pool_over_cap', pool - poolDue, `${yuanText(pool)} − ${yuanText(poolDue)}`, places.cap)]),
  ];
}
