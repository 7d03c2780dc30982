/** A policy written in a test, and a few stays as columns, so that a test shows only the numbers it is about. */
import { readFileSync } from 'node:fs';
import type { Group, GroupColumns } from '../../grouper/result.ts';
import { Decimal } from '../../src/money.ts';
import type { GroupTerms } from '../../src/payment/group-terms.ts';
import { priceOf } from '../../src/payment/price.ts';
import type { Price } from '../../src/payment/settlement.ts';
import { readWeights, type WeightTable } from '../../src/payment/weights.ts';
import { type DrgPolicy, type Policy, policyFrom } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import type { StayTable } from '../../src/stay/stay-table.ts';
import { hospitalOf } from './written-stays.ts';

export function policyFile(id: string): DrgPolicy {
  const file = `data/policies/${id}.yaml`;
  const read = readPolicy(readFileSync(file, 'utf8'), file);
  return drg(policyFrom(read, read.leaves));
}

/** `body` is what a policy says below its header; every number in it has the source `shape`. */
export function policyOf(body: string): DrgPolicy {
  const read = readPolicy(`${header}${body}`, 'test.yaml');
  return drg(policyFrom(read, read.leaves));
}

const header = `
schema: policy/1
id: test
title: a policy of a test
region: nowhere
catalogue: chs-drg-2.0
effective: {from: 2025-01-01}
sources: {shape: {type: assumption, title: "a number of a test"}}
insurance_map: {employee: ["310"], resident: ["390"]}
hospital: {level: tertiary, levels: {}}
`;

/** 100 points a weight: the mean cost of the region, the value of a point and the coefficient of tertiary hospitals. */
export const points = (mean: string, value: string, k: string): string => `
payment_method: drg_points
price:
  source: shape
  scale: {value: 100, unit: point/weight}
  region_mean_cost: {value: "${mean}", unit: CNY}
  point_value: {employee: {value: "${value}", unit: CNY/point}}
hospital_coefficient: {from: level, values: {tertiary: {value: "${k}", unit: ratio, source: shape}}}
`;

export function drg(policy: Policy): DrgPolicy {
  if (policy.method === 'drg_rate' || policy.method === 'drg_points') return policy;
  throw new Error('not a policy that pays by DRG');
}

export type PricedAs = {
  readonly weight: string;
  readonly level?: string;
  readonly insurance?: string;
  readonly rateFactor?: string;
  readonly hospital?: string;
  readonly child?: boolean;
  readonly daySurgery?: boolean;
  readonly drg?: string;
  readonly flag?: string;
};
export const priced = (
  policy: DrgPolicy,
  { weight, level = 'tertiary', insurance = 'employee', rateFactor = '1', ...rest }: PricedAs,
): Price => {
  const { hospital, child = false, daySurgery = false, drg = 'AB11', flag = '' } = rest;
  return priceOf(
    { level, insurance, hospital, child, daySurgery },
    { group: 1, terms: termsOf(weight, drg, flag), rateFactor: new Decimal(rateFactor) },
    policy,
  )!;
};

/** What a table says of a group that has only a weight, on its second line. */
export const termsOf = (weight: string, drg = 'AB11', flag = ''): GroupTerms => ({
  named: { drg, adrg: drg.slice(0, 3), flag },
  number: new Decimal(weight),
  hasPrice: false,
  at: 'weights.tsv:2',
  standard: () => undefined,
  coefficient: () => undefined,
});

/** 0 is ungrouped, 1 ambiguous, 2 without a weight, then AB11 1, AB13 0.96, AB15 1.2. */
export const groups: readonly Group[] = [
  { mdc: '0000', adrg: '00', drg: '0000', name: '', status: 'ungrouped' },
  { mdc: 'MDCA', adrg: 'QY', drg: 'AQY', name: '', status: 'ambiguous' },
  ...['AB10', 'AB11', 'AB13', 'AB15'].map((drg): Group => ({ mdc: 'MDCA', adrg: 'AB1', drg, name: '', status: 'grouped' })),
];
/** 0000 has a weight here as it has in published tables; it must price nothing. */
export const weights: WeightTable = readWeights(
  'drg\tname\tweight\n0000\t\t0.2\nAQY\t\t0.5\nAB10\t\t\nAB11\t\t1\nAB13\t\t0.96\nAB15\t\t1.2\n',
  'weights.tsv',
);

/** Money in yuan; a blank total is missing. */
export type TestStay = {
  readonly group: number;
  readonly total: string;
  readonly fund?: string;
  readonly account?: string;
  readonly cash?: string;
  readonly other?: string;
  readonly own_pay?: string;
  readonly pre_selfpay?: string;
  readonly in_scope?: string;
  readonly deductible?: string;
  readonly insurance?: string;
  readonly hospital?: string;
  readonly level?: string;
  readonly age?: number;
  readonly age_days?: number;
  readonly days?: number;
  readonly icu_hours?: number;
  readonly department?: string;
  readonly day_surgery?: string;
  readonly discharge_way?: string;
  readonly materials?: string;
};

/** Every money column is in the file, whether a stay has an amount there or not. */
export function staysOf(rows: readonly TestStay[]): { readonly stays: StayTable; readonly grouping: GroupColumns } {
  const count = rows.length;
  const stays = hospitalOf(
    rows.map(({ insurance = '310', fund = '', account = '', cash = '', other = '', group: _, ...rest }) => ({
      ...rest,
      ...{ insurance, fund, account, cash, medical_aid: other },
    })),
  );
  const grouping: GroupColumns = {
    count,
    group: Uint16Array.from(rows, ({ group }) => group),
    row: new Uint16Array(count),
    severity: new Uint8Array(count),
    decider: new Uint8Array(count),
  };
  return { stays, grouping };
}
