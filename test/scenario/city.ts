/** A city made up for the tests: round rates, three groups, a shelf of files in memory. */
import { createHash } from 'node:crypto';
import type { Group, GroupColumns } from '../../grouper/result.ts';
import { UserError } from '../../src/errors.ts';
import { readWeights } from '../../src/payment/weights.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';

/** 10000 a weight for employees, 8000 for residents; low below 0.3 and high above 3 times the standard, both at cost. */
export const cityPolicy = `schema: policy/1
id: city
title: 测试城市
region: 测试
effective: {from: 2025-01-01}
catalogue: toy
sources:
  made: {type: assumption, title: "made up for a test"}
weights: {table: weights/a.tsv, unit: weight, fallback: none}
insurance_map: {employee: ["310"], resident: ["390"]}
hospital: {level: tertiary}
payment_method: drg_rate
basis: total_cost
fund_share: {method: difference, patient: by_item}
price:
  source: made
  unit: CNY/weight
  mode: fixed
  rates:
    tertiary: {employee: {value: "10000"}, resident: {value: "8000"}}
outliers:
  source: made
  unit: ratio
  low: {threshold: {value: "0.3"}, inclusive: false, pay: actual_cost}
  high: {tiers: [{max_weight: null, cap: "3"}], inclusive: false, pay: actual_cost}
alerts: {unpriced_max: "0.05"}
known_answers: none
`;

export const weightsA = readWeights('drg\tname\tweight\nA\t甲\t1\nB\t乙\t1.5\nC\t丙\t\n', 'weights/a.tsv');

const group = (drg: string, name: string): Group => ({ mdc: drg, adrg: drg, drg, name, status: drg === '0000' ? 'ungrouped' : 'grouped' });
export const toyGroups = [group('0000', '未入组'), group('A', '甲'), group('B', '乙'), group('C', '丙')];

export function groupedAs(drgs: readonly string[]): GroupColumns {
  const none = new Uint8Array(drgs.length);
  return {
    count: drgs.length,
    group: Uint16Array.from(drgs, drg => toyGroups.findIndex(known => known.drg === drg)),
    row: new Uint16Array(drgs.length),
    severity: none,
    decider: none,
  };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export type Files = Readonly<Record<string, string>>;

export const readFrom = (files: Files) => (path: string) => {
  const text = { 'policies/city.yaml': cityPolicy, ...files }[path];
  if (text === undefined) throw new UserError('FILE_NOT_FOUND', { zh: path, en: path }, { hint: { zh: '', en: '' } });
  return text;
};

export const chainOf = (path: string, files: Files) => readScenario(path, readFrom(files));
export const resolved = (path: string, files: Files) => resolveScenario(chainOf(path, files), { readText: readFrom(files), sha256 });

/** Code, place and both sentences of the user error that something throws. */
export function failure(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, at: error.at, en: error.text.en, hint: error.hint.en };
    throw error;
  }
  return undefined;
}

export const baseline = `schema: scenario/1
id: ffs
title: 基线
policy: policies/city.yaml
payment_method: ffs
`;
export const reform = `schema: scenario/1
id: drg
title: 按病组
extends: ffs.yaml
payment_method: drg_rate
`;
