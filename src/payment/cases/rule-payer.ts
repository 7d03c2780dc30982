/** Pays a stay by the first stay rule it meets, over columns: what the rule pays, and what is exempt apart. */
import type { DrgPolicy } from '../../policy/policy.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import type { Draft } from '../as-on-bill.ts';
import type { Part } from '../part.ts';
import type { PriceList } from '../price-list.ts';
import { bandIndex, unpricedReasons } from '../settlement.ts';
import { ruleColumns } from './rule-columns.ts';

export type ToPayByRule = {
  readonly stays: StayTable;
  readonly part: Part;
  readonly policy: DrgPolicy;
  readonly list: PriceList;
  readonly draft: Draft;
};
/** `price` in the list, below 0: none; `apart` fen. True: a rule paid the stay, or left it to its bill or without a price. */
export type RulePayer = (row: number, price: number, apart: number) => boolean;

/** undefined: the policy has no rules. */
export function rulePayer({ stays, part: { grouping, groups }, policy, list, draft }: ToPayByRule): RulePayer | undefined {
  const grouped = grouping && groups ? { columns: grouping, groups } : undefined;
  const rules = ruleColumns(policy, { stays, grouped }, list.prices);
  if (!rules) return undefined;
  draft.rule ??= new Uint8Array(draft.count);
  const { rule, band, reason, payment, price: priceAt, standard, prices } = draft;
  const firstPrice = prices.length;
  const { days } = stays;

  return (row, price, apart) => {
    const bill = payment[row]!; // as on the bill, until now
    const n = rules.of(row, bill - apart, price);
    if (n === 0) return false;
    rule![row] = n;
    if (rules.leavesBill[n] === 1) return true;
    const whole = rules.wholeBill[n] === 1;
    const why = rules.byDay[n] === 1 && !(days[row]! >= 0) ? noDays : !whole && Number.isNaN(apart) ? noCharges : 0;
    if (why !== 0) {
      band[row] = bandIndex.unpriced;
      reason[row] = why;
      return true;
    }
    band[row] = bandIndex.rule;
    if (price >= 0) {
      priceAt[row] = firstPrice + price;
      standard[row] = list.standard[price]!;
    }
    if (whole) {
      payment[row] = rules.pay(n, price, bill);
      return true;
    }
    payment[row] = rules.pay(n, price, rules.byDay[n] === 1 ? days[row]! : bill - apart) + apart;
    if (draft.exempt) draft.exempt[row] = apart;
    return true;
  };
}

const noDays = unpricedReasons.indexOf('no_days');
export const noCharges = unpricedReasons.indexOf('no_charges');
