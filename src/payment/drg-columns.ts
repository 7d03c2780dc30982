/** Bands and payments of every stay, in fen. Prices were computed once per group in Decimal; here are only comparisons and whole numbers. */
import type { GroupColumns } from '../../grouper/result.ts';
import { Decimal } from '../money.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import type { Draft } from './as-on-bill.ts';
import { keepLargest } from './cases/case-share.ts';
import { exemptColumn } from './cases/exempt.ts';
import { noCharges, type RulePayer, rulePayer } from './cases/rule-payer.ts';
import { fundColumns } from './fund-columns.ts';
import { groupTerms } from './group-terms.ts';
import { priceKeys } from './price-keys.ts';
import { NO_RATE, NOT_YET, type PriceList, priceList } from './price-list.ts';
import type { ToPay } from './settle.ts';
import { bandIndex } from './settlement.ts';
import { paySpecial } from './special/special-cases.ts';
import { insuranceUnmapped, keyMissing, noWeight, type WithoutPrice, whyWithout, withoutPrice } from './without-price.ts';

/** Pays the stays that are this policy's; its prices follow those of the policies before it. */
export function payDrgColumns({ stays, part, me }: ToPay, policy: DrgPolicy, draft: Draft): void {
  const { grouping, groups, rateFactor = one } = part;
  const terms = groupTerms(part, policy);
  if (!grouping || !groups) throw new Error(`${policy.method} needs groups`);
  const { keys, of: keyOf } = priceKeys(stays, policy);
  const list = priceList({ terms, keys, policy, rateFactor });
  const unpriced = whyWithout(groups, terms, policy);
  const leave = withoutPrice(policy, draft);
  const firstPrice = draft.prices.length;
  const exempt = policy.exempt && exemptColumn(stays, policy.exempt);
  if (exempt) draft.exempt ??= new Float64Array(draft.count);
  const payByRule = rulePayer({ stays, part, policy, list, draft });
  payRows({ me, group: grouping.group, keyOf, unpriced, list, exempt, payByRule, leave, draft, firstPrice });
  draft.prices.push(...list.prices);
  if (policy.high?.maxCaseShare) keepLargest(policy.high.maxCaseShare, draft.prices, { stays, grouping, me }, draft);
  paySpecial({ stays, part, me }, policy.special, draft);
  fundColumns(stays, policy.fund, { draft, me });
}

type Rows = {
  readonly me: number;
  readonly group: GroupColumns['group'];
  readonly keyOf: Uint16Array;
  /** By group. */
  readonly unpriced: Uint8Array;
  readonly list: PriceList;
  readonly exempt: Float64Array | undefined;
  readonly payByRule: RulePayer | undefined;
  readonly leave: WithoutPrice;
  readonly draft: Draft;
  readonly firstPrice: number;
};

/** Once for every stay and scenario: a function of nothing but the loop, its columns in names of their own. */
function payRows({ me, group, keyOf, unpriced, list, exempt, payByRule, leave, draft, firstPrice }: Rows): void {
  const { at, perGroup, standard: standardOf, lowTo, lowBand, midLowTo, highFrom } = list;
  const { count, by, band, price, standard, payment, exempt: apartOf } = draft;
  for (let i = 0; i < count; i++) {
    if (by[i] !== me) continue;
    const g = group[i]!;
    const key = keyOf[i]!;
    let why = unpriced[g]! || keyMissing(key);
    let p = NO_RATE;
    if (why === 0) {
      p = at[g * perGroup + key]!;
      if (p === NOT_YET) p = list.add(g, key);
      if (p < 0) why = p === NO_RATE ? insuranceUnmapped : noWeight;
    }
    const apart = exempt === undefined ? 0 : exempt[i]!;
    if (payByRule?.(i, p, apart)) continue;
    if (why !== 0) {
      leave(i, why);
      continue;
    }
    if (Number.isNaN(apart)) {
      leave(i, noCharges);
      continue;
    }
    const cost = payment[i]! - apart; // as on the bill, until now
    price[i] = firstPrice + p;
    standard[i] = standardOf[p]!;
    if (cost <= lowTo[p]!) {
      band[i] = lowBand[p]!;
      payment[i] = list.lowPay(p, cost) + apart;
    } else if (cost <= midLowTo[p]!) {
      band[i] = bandIndex.mid_low;
      payment[i] = list.midLowPay(p, cost) + apart;
    } else if (cost >= highFrom[p]!) {
      band[i] = bandIndex.high;
      payment[i] = list.highPay(p, cost) + apart;
    } else {
      band[i] = bandIndex.normal;
      payment[i] = standardOf[p]! + apart;
    }
    if (apartOf !== undefined) apartOf[i] = apart;
  }
}

const one = new Decimal(1);
