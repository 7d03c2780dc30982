/** The work list of special cases with everything a reader of one asks; and the payment of those that are approved. */
import type { SpecialRule } from '../../policy/special-rule.ts';
import type { ToPay } from '../settle.ts';
import { bandIndex } from '../settlement.ts';
import { type Filing, filingOf, type PaidSoFar } from './filing.ts';

export type SpecialCase = {
  readonly row: number;
  /** Indices into the candidates of the rule, at least one. */
  readonly reasons: readonly number[];
  /** Fen: C without what is paid apart, S, and what is paid apart. */
  readonly cost: number;
  readonly standard: number;
  readonly apart: number;
  /** Fen: as it is paid, and as it would be when approved; both with what is paid apart. */
  readonly payment: number;
  readonly approved: number;
  /** Place in the hospital, from 1, among the cases to file; 0: no gain, not filed. */
  readonly rank: number;
  readonly discharges: number;
  readonly quota: number;
  readonly inside: boolean;
};

export function specialCases(toPay: ToPay, rule: SpecialRule, paid: PaidSoFar): readonly SpecialCase[] {
  const filing = filingOf(toPay, rule, paid);
  const { price, standard, payment, exempt } = paid;
  return Array.from(filing.rows, (row, i) => {
    const apart = exempt?.[row] ?? 0;
    const cost = toPay.stays.money.total![row]! - apart;
    return {
      row,
      reasons: filing.tests.flatMap((test, r) => (test(row, cost, price[row]!) ? [r] : [])),
      ...{ cost, standard: standard[row]!, apart, payment: payment[row]!, approved: filing.approved[i]! },
      ...{ rank: filing.rank[i]!, discharges: filing.dischargesOf(row), quota: filing.quotaOf(row), inside: isInside(filing, i) },
    };
  });
}

/** Pays the approved cases, between the bands and the fund's part. */
export function paySpecial(toPay: ToPay, rule: SpecialRule | undefined, draft: PaidSoFar): void {
  if (!rule) return;
  const filing = filingOf(toPay, rule, draft);
  for (const [i, row] of filing.rows.entries()) {
    if (!isInside(filing, i)) continue;
    draft.band[row] = bandIndex.special;
    draft.payment[row] = filing.approved[i]!;
  }
}

const isInside = ({ rows, rank, quotaOf }: Filing, i: number): boolean => rank[i]! > 0 && rank[i]! <= quotaOf(rows[i]!);
