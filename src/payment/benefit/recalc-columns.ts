/**
 * 待遇重算 by a benefit file: the pool pays of every payment what it would pay of a bill of that size, patient by patient through the year.
 * A stay that another policy or nobody pays counts its admission and what the pool paid on its bill. Whom the file says nothing about, or
 * who is not known, has a fund's part that nobody knows.
 */
import type { FundRule } from '../../policy/fund-rule.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import type { Draft } from '../as-on-bill.ts';
import { cell } from '../bill.ts';
import { isPaid } from '../fund-columns.ts';
import type { Benefit } from './benefit.ts';
import { insuredOfRows } from './insured-of-rows.ts';
import { poolPays, poolRule } from './pool-rule.ts';
import { yearOrder } from './year-order.ts';

/** Of the stays that policy `me` pays, whose payment is made. */
export function recalcColumns(
  stays: StayTable,
  { benefit, patient: way }: { readonly benefit: Benefit; readonly patient: FundRule['patient'] },
  { draft, me }: { readonly draft: Draft; readonly me: number },
): void {
  const { total, own_pay, over_limit, pre_selfpay, fund: pool } = stays.money;
  if (!total) return;
  const { by, band, payment, fund, patient, other, margin, count } = draft;
  const { rows, patient: person, year } = yearOrder(stays);
  const { kinds, of } = insuredOfRows(stays, benefit);
  const rules = kinds.map(kind => kind && poolRule(benefit, kind));
  const mine = (i: number): boolean => by[i] === me && isPaid[band[i]!] === 1;
  // a row that is in nobody's year stays unknown
  for (let i = 0; i < count; i++) if (mine(i)) fund[i] = Number.NaN;
  let [admissions, paid, last] = [0, 0, -1];
  for (const i of rows) {
    if (last < 0 || person[i] !== person[last] || year[i] !== year[last]) [admissions, paid] = [0, 0];
    last = i;
    if (mine(i)) {
      const rule = rules[of[i]!];
      const outside = own_pay && pre_selfpay ? cell(own_pay, i) + cell(over_limit, i) + cell(pre_selfpay, i) : Number.NaN;
      // what is unknown makes the rest of the patient's year unknown, too
      fund[i] = rule && !Number.isNaN(outside) ? poolPays(rule, Math.max(0, payment[i]! - outside), admissions, paid) : Number.NaN;
      paid += fund[i]!;
    } else paid += cell(pool, i);
    admissions++;
  }
  for (let i = 0; i < count; i++) {
    if (!mine(i)) continue;
    if (way !== 'by_item') patient[i] = Math.max(0, payment[i]! - fund[i]! - other[i]!);
    margin[i] = fund[i]! + patient[i]! + other[i]! - total[i]!;
  }
}
