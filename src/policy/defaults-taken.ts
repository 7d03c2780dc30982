/**
 * Values that change money and that a policy leaves out: each is taken as the commonest of its kind, and that is told, because a reader
 * of a notice may know better. Only what the methods of the policy read is listed.
 */
import type { Text } from '../errors.ts';
import type { Leaves } from './leaf.ts';
import { both } from './mistakes.ts';
import { mixRules } from './mix-rules.ts';

export type DefaultTaken = {
  readonly path: string;
  readonly value: string;
  /** What the value makes of a payment. */
  readonly clause: Text;
};

/** In the order that a policy is usually written in. */
export function defaultsTaken(leaves: Leaves): readonly DefaultTaken[] {
  const written = (path: string): string | undefined => {
    const value = leaves.get(path)?.value;
    return value === null || value === undefined ? undefined : String(value);
  };
  const methods = new Set([written('payment_method'), ...mixRules(leaves).map(({ method }) => method)]);
  return defaults.flatMap(({ path, value, asked, clause }) => {
    if (written(path) !== undefined || !asked({ methods, written })) return [];
    return [{ path, value: typeof value === 'string' ? value : value(written), clause }];
  });
}

type Written = (path: string) => string | undefined;
type Said = { readonly methods: ReadonlySet<string | undefined>; readonly written: Written };
type Default = {
  readonly path: string;
  readonly value: string | ((written: Written) => string);
  readonly asked: (said: Said) => boolean;
  readonly clause: Text;
};

const byGroup = ({ methods }: Said): boolean => methods.has('drg_rate') || methods.has('drg_points');
const byScore = ({ methods }: Said): boolean => methods.has('dip');
const byPrice = ({ methods }: Said): boolean => [...methods].some(method => method !== 'ffs');
const writes = (said: Said, path: string): boolean => said.written(path) !== undefined;
const line = (name: string) => (said: Said) => byGroup(said) && writes(said, `outliers.${name}.pay`);
/** The ways of paying a high stay that count the excess over the cap, and with it a share of it. */
const countsExcess = (said: Said): boolean =>
  line('high')(said) && ['standard_plus_excess', 'standard_times_1_plus', 'affine'].includes(said.written('outliers.high.pay')!);

const onLine = (below: boolean): Text =>
  below
    ? both('费用恰在线上的不算', 'a cost on the line itself is not below it')
    : both('费用恰在线上的不算', 'a cost on the line itself is not above it');

const defaults: readonly Default[] = [
  {
    path: 'weights.unit',
    value: 'weight',
    asked: byGroup,
    clause: both('表里的数是权重', 'the table holds relative weights'),
  },
  {
    path: 'weights.fallback',
    value: 'none',
    asked: byGroup,
    clause: both('没有权重的病组不定价', 'a group without a weight has no price'),
  },
  { path: 'basis', value: 'total_cost', asked: byPrice, clause: both('价格是总费用的', 'prices are of the total cost') },
  {
    path: 'fund_share.method',
    value: 'difference',
    asked: byPrice,
    clause: both('基金付支付额减去个人和其他已付', 'the fund pays what patient and others leave of the payment'),
  },
  {
    path: 'fund_share.patient',
    value: 'by_item',
    asked: byPrice,
    clause: both('个人按账单付', 'the patient pays as on the bill'),
  },
  {
    path: 'rounding.standard',
    value: 'none',
    asked: said => byGroup(said) || byScore(said),
    clause: both('支付标准不先舍入', 'the standard is not rounded before it is used'),
  },
  {
    path: 'rounding.points',
    value: 'none',
    asked: said => said.methods.has('drg_points') || byScore(said),
    clause: both('点数不先舍入', 'points are not rounded before they are used'),
  },
  {
    path: 'rounding.point_value',
    value: 'none',
    asked: byScore,
    clause: both('点值不先舍入', 'the value of a point is not rounded before it is used'),
  },
  {
    path: 'hospital_coefficient.from',
    value: 'none',
    asked: said => byGroup(said) || byScore(said),
    clause: both('各医院系数都是 1', 'every hospital has the coefficient 1'),
  },
  {
    path: 'outliers.ratio_benchmark',
    value: 'with_coefficient',
    asked: said => ['low', 'mid_low', 'high'].some(name => line(name)(said)),
    clause: both('倍率按含系数的标准算', 'ratios are of the standard with its coefficient'),
  },
  { path: 'outliers.low.inclusive', value: 'false', asked: line('low'), clause: onLine(true) },
  { path: 'outliers.mid_low.inclusive', value: 'false', asked: line('mid_low'), clause: onLine(true) },
  { path: 'outliers.high.inclusive', value: 'false', asked: line('high'), clause: onLine(false) },
  {
    path: 'outliers.high.excess_benchmark',
    value: written => written('outliers.ratio_benchmark') ?? 'with_coefficient',
    asked: countsExcess,
    clause: both('超出部分与倍率用同一基准', 'the excess is measured as the ratio is'),
  },
  {
    path: 'outliers.high.excess_pay_ratio',
    value: '1',
    asked: countsExcess,
    clause: both('超出部分全付', 'the whole excess is paid'),
  },
  {
    path: 'outliers.high.max_case_share_of',
    value: 'hospital',
    asked: said => line('high')(said) && writes(said, 'outliers.high.max_case_share'),
    clause: both('占医院出院人次的比例', 'a share of the discharges of the hospital'),
  },
  {
    path: 'dip.deviation.low_inclusive',
    value: 'false',
    asked: said => byScore(said) && writes(said, 'dip.deviation.low'),
    clause: onLine(true),
  },
  {
    path: 'dip.deviation.high_inclusive',
    value: 'false',
    asked: said => byScore(said) && writes(said, 'dip.deviation.high'),
    clause: onLine(false),
  },
  { path: 'dip.auxiliary', value: 'none', asked: byScore, clause: both('不用辅助目录', 'no auxiliary list applies') },
];
