/**
 * Random rules about the single stay, written as a policy writes them, and the same rules asked naively of a written stay: what the columns
 * and the exact rule must agree on.
 */
import fc from 'fast-check';
import { Decimal } from '../../src/money.ts';
import type { Condition } from '../../src/policy/condition.ts';
import type { DrgPolicy } from '../../src/policy/policy.ts';
import type { ChargeLines } from '../../src/stay/charge-lines.ts';
import { NO_DATE } from '../../src/stay/stay-table.ts';

const decimal = (least: number, most: number, digits: number) =>
  fc.integer({ min: least, max: most }).map(n => new Decimal(n).div(10 ** digits).toFixed(digits));
const ratio = (value: string) => `{value: "${value}", unit: ratio}`;

/** Above the low line and below every cap: a tenth of the way or more to 1. */
const midLow = fc
  .record({ step: fc.integer({ min: 1, max: 9 }), inclusive: fc.boolean(), share: decimal(0, 100, 2), byRatio: fc.boolean() })
  .map(({ step, inclusive, share, byRatio }) => (low: string) => {
    const threshold = new Decimal(1).minus(low).times(step).div(10).plus(low).toFixed();
    const pays = byRatio ? 'pay: standard_times_ratio' : `pay: cost_plus_share, share: ${ratio(share)}`;
    return `  mid_low: {threshold: ${ratio(threshold)}, inclusive: ${inclusive}, ${pays}}\n`;
  });

/** Caps of the excess alone, and a ratio where it ends; only families with an excess have them. */
const excess = fc
  .record({ cap: fc.option(decimal(100, 400, 2)), below: decimal(1, 300, 2), upTo: fc.option(decimal(401, 900, 2)) })
  .map(({ cap, below, upTo }) => (pay: string) => {
    if (!['standard_plus_excess', 'standard_times_1_plus', 'affine'].includes(pay)) return '';
    const tiers =
      cap && `    excess_tiers: {value: [{below_weight: "${below}", cap: "${cap}"}, {max_weight: null, cap: "1.5"}], unit: ratio}\n`;
    return `${tiers ?? ''}${upTo ? `    excess_up_to: ${ratio(upTo)}\n` : ''}`;
  });

const caseShare = fc
  .record({ share: decimal(0, 60, 2), of: fc.constantFrom('hospital', 'group') })
  .map(({ share, of }) => `    max_case_share: ${ratio(share)}\n    max_case_share_of: ${of}\n`);

const bound = fc.constantFrom('gt', 'gte', 'lt', 'lte');
const condition = fc.oneof(
  fc.tuple(bound, fc.integer({ min: 0, max: 4 })).map(([is, days]) => `days_${is}: ${days}`),
  fc.tuple(bound, decimal(0, 300, 2)).map(([is, value]) => `ratio_${is}: "${value}"`),
  fc.tuple(bound, decimal(1, 3000, 3)).map(([is, value]) => `weight_${is}: "${value}"`),
  fc.tuple(bound, decimal(0, 9_000_000, 2)).map(([is, value]) => `cost_${is}: "${value}"`),
  fc.constantFrom('discharge_way: "4"', 'discharge_way: ["2", "5"]', 'drg: AB11', 'adrg: ["AB1", "AB2"]', 'drg: "0000"'),
);
const pays = fc.oneof(
  fc.constantFrom('actual_cost', 'ffs', 'points_at_cost', 'weight_per_day').map(pay => `pay: ${pay}`),
  decimal(1, 150_000, 5).map(share => `pay: share_of_standard, share: "${share}"`),
  decimal(1, 120, 2).map(share => `pay: share_of_cost, share: "${share}"`),
  decimal(1, 9_000_000, 4).map(rate => `pay: per_diem, rate: "${rate}"`),
);
const unlike = (conditions: readonly string[]) => new Set(conditions.map(one => one.split(':')[0])).size === conditions.length;
const stayRules = fc
  .array(fc.tuple(fc.array(condition, { minLength: 1, maxLength: 3 }).filter(unlike), pays), { minLength: 1, maxLength: 4 })
  .map(rules => (points: boolean) => {
    const written = rules.filter(([, pay]) => points || pay !== 'pay: points_at_cost');
    return `stay_rules: [${written.map(([when, pay]) => `{when: {${when.join(', ')}}, ${pay}, source: shape}`).join(', ')}]\n`;
  });

const exempt = fc.constantFrom('exempt: [materials]\n', 'exempt: ["X001"]\n', 'exempt: [materials, "X001", "X002"]\n');

/** Half of the policies have each; the texts go into `outliers`, into `outliers.high`, and beside them. */
export const anyCaseRules = fc
  .record({
    midLow: fc.option(midLow),
    excess: fc.option(excess),
    caseShare: fc.option(caseShare),
    stayRules: fc.option(stayRules),
    exempt: fc.option(exempt),
  })
  .map(rules => ({
    inOutliers: (low: string): string => rules.midLow?.(low) ?? '',
    inHigh: (pay: string): string => `${rules.excess?.(pay) ?? ''}${rules.caseShare ?? ''}`,
    text: (points: boolean): string => `${rules.stayRules?.(points) ?? ''}${rules.exempt ?? ''}`,
  }));

/** What the rules ask of a stay beside its amounts. `materials` fen; `lines` of AB11's items: code, category and fen. */
export type CaseOfStay = {
  readonly days: number;
  readonly discharge_way: string;
  readonly hospital: string;
  readonly materials: number;
  readonly lines: readonly { readonly item: string; readonly category: number; readonly amount: number }[];
};
const materialsCategory = 8; // 01 bed … 08 materials
export const anyCase = (cost: number): fc.Arbitrary<CaseOfStay> => {
  const part = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: cost }), fc.integer({ min: 0, max: Math.ceil(cost / 10) }));
  const line = fc.record({
    item: fc.constantFrom('X001', 'X002', 'X003'),
    category: fc.constantFrom(0, 1, materialsCategory),
    amount: fc.oneof(
      part,
      part.map(amount => -Math.floor(amount / 3) || 0),
    ),
  });
  return fc.record({
    days: fc.integer({ min: -1, max: 5 }),
    discharge_way: fc.constantFrom('', '1', '2', '4', '5'),
    hospital: fc.constantFrom('H1', 'H2'),
    materials: part,
    lines: fc.array(line, { maxLength: 3 }),
  });
};

export function linesOfCases(cases: readonly CaseOfStay[]): ChargeLines {
  const all = cases.flatMap(({ lines }, stay) => lines.map(line => ({ ...line, stay })));
  const words = ['', 'X001', 'X002', 'X003'];
  const none = { codes: new Uint32Array(all.length), words: [''] };
  return {
    count: all.length,
    stay: Uint32Array.from(all, line => line.stay),
    category: Uint8Array.from(all, line => line.category),
    item: { codes: Uint32Array.from(all, line => words.indexOf(line.item)), words },
    name: none,
    quantity: new Float64Array(all.length).fill(Number.NaN),
    price: new Float64Array(all.length).fill(Number.NaN),
    amount: Float64Array.from(all, line => line.amount),
    charged: new Int32Array(all.length).fill(NO_DATE),
    selfpayShare: new Float64Array(all.length).fill(Number.NaN),
    sourceFile: new Uint16Array(all.length),
    sourceRow: new Uint32Array(all.length),
  };
}

/** Fen that are paid apart of a stay; NaN: items are asked and it has no lines. */
export function exemptOf({ materials, lines }: CaseOfStay, cost: number, { exempt: rule }: DrgPolicy): number {
  if (!rule) return 0;
  const withMaterials = rule.categories.includes('materials');
  if (rule.items.length > 0 && lines.length === 0) return Number.NaN;
  const items = lines.filter(({ item, category }) => rule.items.includes(item) && !(withMaterials && category === materialsCategory));
  const sum = items.reduce((all, { amount }) => all + amount, withMaterials ? materials : 0);
  return Math.min(cost, Math.max(0, sum));
}

/** Whether a condition on the row holds, of a stay in group AB11. */
export function meetsNaively({ column, is, value }: Condition, { days, discharge_way }: CaseOfStay, cost: number): boolean {
  if (is === 'eq' || is === 'in') {
    const known = { discharge_way, drg: 'AB11', adrg: 'AB1' }[column as 'drg'];
    return known !== '' && [value].flat().includes(known);
  }
  const amount = column === 'days' ? days : cost;
  const edge = column === 'days' ? Number(value) : new Decimal(value).times(100).toNumber();
  switch (is) {
    case 'gt':
      return amount >= 0 && amount > edge;
    case 'gte':
      return amount >= 0 && amount >= edge;
    case 'lt':
      return amount >= 0 && amount < edge;
    case 'lte':
      return amount >= 0 && amount <= edge;
  }
}
