/** 均衡区间: the interval around the budgeted price that a floating price is kept in, as two shares of it: `["0.95", "1.05"]`. */
import { Decimal } from '../money.ts';
import type { Leaf } from './leaf.ts';
import { both, wrong } from './mistakes.ts';

export type PointValueBand = { readonly low: Decimal; readonly high: Decimal; readonly leaf: Leaf };

export const checkPointValueBand = (path: string, leaf: Leaf): void => void pointValueBand(path, leaf);

/** Throws unless the band holds 1: the budgeted price itself must be allowed. */
export function pointValueBand(path: string, leaf: Leaf): PointValueBand {
  const [low, high, ...more] = leaf.value as readonly unknown[];
  if (!isDecimal(low) || !isDecimal(high) || more.length > 0)
    throw wrong(path, leaf.at, both('不是两个加引号的数', 'is not two quoted numbers'), example);
  const band = { low: new Decimal(low), high: new Decimal(high), leaf };
  if (band.low.gt(1) || band.high.lt(1))
    throw wrong(path, leaf.at, both(`是 ${low} 到 ${high}，不含 1`, `is ${low} to ${high}, which leaves out 1`), example);
  return band;
}

const isDecimal = (value: unknown): value is string => typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
const example = both(
  '写成 ["0.95", "1.05"]：预算价格的 95 % 到 105 %。',
  'Write ["0.95", "1.05"]: from 95 % to 105 % of the budgeted price.',
);
