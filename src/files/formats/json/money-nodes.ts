/**
 * Amounts of a settlement list, a column for each of the fourteen charge categories (iteminfo, med_chrgitm 01..14) and each kind of fund
 * (payinfo, setldetail: fund_pay_type). Several entries of one kind are added, exactly.
 */
import { Decimal, yuanText } from '../../../money.ts';
import { MOST_FEN } from '../../../stay/bounds.ts';
import { fenOfText } from '../../amount.ts';
import { halfWidth, isMissing, plainText } from '../../plain-text.ts';
import type { Entry, Put } from './flat-list.ts';

/** `iteminfo.01.amt` .. `iteminfo.14.amt`, and of every amount of the node its sum: `iteminfo.amt`, `iteminfo.fulamt_ownpay_amt` ... */
export function chargesByCategory(entries: readonly Entry[], put: Put): void {
  for (const [category, those] of byKind(entries, 'med_chrgitm', twoDigits)) {
    if (category !== '') put(`iteminfo.${category}.amt`, sumOf(those, 'amt'));
  }
  for (const name of ['amt', 'claa_sumfee', 'clab_amt', 'fulamt_ownpay_amt', 'oth_amt']) {
    if (entries.some(entry => entry.has(name))) put(`iteminfo.${name}`, sumOf(entries, name));
  }
}

/** `payinfo.310100` ...; what names no kind is `payinfo.fund_payamt`. */
export function amountsByKind(node: 'payinfo' | 'setldetail', entries: readonly Entry[], put: Put): void {
  for (const [kind, those] of byKind(entries, 'fund_pay_type', plainKind))
    put(`${node}.${kind || 'fund_payamt'}`, sumOf(those, 'fund_payamt'));
}

/** '' is the kind of those that name none. */
function byKind(entries: readonly Entry[], field: string, named: (kind: string) => string): ReadonlyMap<string, readonly Entry[]> {
  const kinds = new Map<string, Entry[]>();
  for (const entry of entries) {
    const kind = named(entry.get(field) ?? '');
    const those = kinds.get(kind);
    if (those) those.push(entry);
    else kinds.set(kind, [entry]);
  }
  return kinds;
}

/** Digits alone are as they should be. */
function plainKind(kind: string): string {
  if (/^\d+$/.test(kind)) return kind;
  const plain = halfWidth(plainText(kind)).trim();
  return isMissing(plain) ? '' : plain;
}

function twoDigits(category: string): string {
  const kind = plainKind(category);
  return /^\d$/.test(kind) ? `0${kind}` : kind;
}

/** Missing amounts count as nothing; where all are missing the sum is. What is no amount is handed on as it stands, to be refused as one. */
function sumOf(entries: readonly Entry[], field: string): string {
  const texts: string[] = [];
  for (const entry of entries) {
    const text = amountText(entry.get(field) ?? '');
    if (text !== '') texts.push(text);
  }
  const [only] = texts;
  if (only === undefined || texts.length === 1) return only ?? '';
  const sum = shortSum(texts);
  if (sum !== undefined) return sum;
  return texts.every(text => usual.test(text)) ? longSum(texts) : (texts.find(text => !isShort(fenOfText(text))) ?? '');
}

function longSum(texts: readonly string[]): string {
  const sum = texts.reduce((all, text) => all.plus(text), new Decimal(0));
  return sum.toFixed(Math.max(2, sum.decimalPlaces()));
}

function amountText(text: string): string {
  if (usual.test(text)) return text;
  const plain = halfWidth(plainText(text)).replace(/[\s,¥￥]/g, '');
  return isMissing(plain) ? '' : plain;
}

const usual = /^-?\d+(?:\.\d+)?$/;

/** In whole fen; undefined where one of them is more than anybody's, or no amount in fen. */
function shortSum(texts: readonly string[]): string | undefined {
  let sum = 0;
  for (const text of texts) {
    const fen = fenOfText(text);
    if (!isShort(fen)) return undefined;
    sum += fen;
  }
  return yuanText(sum);
}

const isShort = (fen: number): boolean => Math.abs(fen) <= MOST_FEN;
