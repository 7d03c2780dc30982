/**
 * Amounts of a settlement list, a column for each of the fourteen charge categories (iteminfo, med_chrgitm 01..14) and each kind of fund
 * (payinfo, setldetail: fund_pay_type). Several entries of one kind are added, exactly.
 */
import { Decimal } from '../../../money.ts';
import { halfWidth, isMissing, plainText } from '../../plain-text.ts';
import type { Entry, Put } from './flat-list.ts';

/** `iteminfo.01.amt` .. `iteminfo.14.amt`, and of every amount of the node its sum: `iteminfo.amt`, `iteminfo.fulamt_ownpay_amt` ... */
export function chargesByCategory(entries: readonly Entry[], put: Put): void {
  for (const [category, those] of byKind(entries, 'med_chrgitm', twoDigits)) put(`iteminfo.${category}.amt`, sumOf(those, 'amt'));
  for (const name of ['amt', 'claa_sumfee', 'clab_amt', 'fulamt_ownpay_amt', 'oth_amt']) {
    if (entries.some(entry => entry.has(name))) put(`iteminfo.${name}`, sumOf(entries, name));
  }
}

/** `payinfo.310100` ..., and `payinfo.fund_payamt` for all of them. */
export function amountsByKind(node: 'payinfo' | 'setldetail', entries: readonly Entry[], put: Put): void {
  for (const [kind, those] of byKind(entries, 'fund_pay_type', text => text)) put(`${node}.${kind}`, sumOf(those, 'fund_payamt'));
  if (entries.length > 0) put(`${node}.fund_payamt`, sumOf(entries, 'fund_payamt'));
}

/** Entries without a kind are in the sum alone. */
function byKind(entries: readonly Entry[], field: string, named: (kind: string) => string): ReadonlyMap<string, readonly Entry[]> {
  const kinds = new Map<string, Entry[]>();
  for (const entry of entries) {
    const kind = named(halfWidth(plainText(entry.get(field) ?? '')));
    if (!isMissing(kind)) kinds.set(kind, [...(kinds.get(kind) ?? []), entry]);
  }
  return kinds;
}

const twoDigits = (category: string): string => (/^\d$/.test(category) ? `0${category}` : category);

/** Missing amounts count as nothing; where all are missing the sum is. What is no amount is handed on as it stands, to be refused as one. */
function sumOf(entries: readonly Entry[], field: string): string {
  const texts = entries
    .map(entry => halfWidth(plainText(entry.get(field) ?? '')).replace(/[\s,¥￥]/g, ''))
    .filter(text => !isMissing(text));
  const [only] = texts;
  if (only === undefined || texts.length === 1) return only ?? '';
  const wrong = texts.find(text => !/^-?\d+(?:\.\d+)?$/.test(text));
  return wrong ?? texts.reduce((sum, text) => sum.plus(text), new Decimal(0)).toFixed();
}
