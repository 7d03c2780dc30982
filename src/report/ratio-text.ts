/** Ratio of a cost to the benchmark of its group with four decimals, half away from zero; '' without a benchmark. */
import { Decimal, yuanOf } from '../money.ts';

export function ratioText(cost: number, benchmark: Decimal): string {
  if (Number.isNaN(cost) || !benchmark.greaterThan(0)) return '';
  return yuanOf(cost).div(benchmark).toFixed(4, Decimal.ROUND_HALF_UP);
}

/**
 * The same text for many costs against one benchmark. A double is far finer than four decimals, so only a quotient within 1e-6 of the
 * middle between two texts needs the exact division.
 */
export function ratioWriter(benchmark: Decimal): (cost: number) => string {
  const perTenThousandth = benchmark.times(100).div(10_000).toNumber();
  if (!(perTenThousandth > 0)) return () => '';
  return cost => {
    const scaled = cost / perTenThousandth;
    const whole = Math.floor(scaled);
    const above = scaled - whole;
    if (!(cost >= 0) || scaled > 1e9 || Math.abs(above - 0.5) < 1e-6) return ratioText(cost, benchmark);
    const digits = above > 0.5 ? whole + 1 : whole;
    const units = Math.floor(digits / 10_000);
    return `${units}.${String(digits - units * 10_000).padStart(4, '0')}`;
  };
}
