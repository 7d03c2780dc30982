/** The shipped benefit file of Shangluo, and a patient and a bill of it; a test says only what differs. */
import { readFileSync } from 'node:fs';
import { toFen } from '../../../src/money.ts';
import type { Charges, Insured, SoFar } from '../../../src/payment/benefit/pays.ts';
import { newYear } from '../../../src/payment/benefit/pays.ts';
import { readBenefit } from '../../../src/payment/benefit/read-benefit.ts';

const file = 'data/policies/benefit/shangluo-illustrative.yaml';
export const text = readFileSync(file, 'utf8');
export const shangluo = readBenefit(text, file);

export const employee: Insured = { insurance: 'employee', level: '三级', retired: false, place: 'local', aid: undefined };
export const resident: Insured = { ...employee, insurance: 'resident' };

/** Yuan, all in scope unless said. */
export const bill = (cost: string, rest: Partial<Record<keyof Charges, string>> = {}): Charges => {
  const yuan = (name: keyof Charges) => toFen(rest[name] ?? '0');
  return {
    cost: toFen(cost),
    ...{ ownPay: yuan('ownPay'), overLimit: yuan('overLimit'), preSelfpay: yuan('preSelfpay') },
    ...{ civilServant: yuan('civilServant'), otherFund: yuan('otherFund'), hospital: yuan('hospital') },
  };
};
/** 30,000 with 27,300 in scope. */
export const usual = bill('30000', { ownPay: '1500', preSelfpay: '1200' });

export const year = (so: Partial<SoFar>): SoFar => ({ ...newYear, ...so });
