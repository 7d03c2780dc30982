/** Round numbers: the steps of an axis and the widths of bins, 1, 2, (2.5,) 5 times a power of ten. */

export type Step = {
  readonly size: number;
  /** So many steps from zero. Divided rather than multiplied below one, so that three steps of 0.1 are 0.3. */
  times(k: number): number;
};

/** Below this the power of ten itself is no longer a number. */
const LEAST_EXPONENT = -300;

/** Every round step from the smallest that is at least `least`, up to the largest that is still a number. */
export function* roundSteps(least: number, digits: readonly number[]): Generator<Step> {
  let exponent = Math.max(LEAST_EXPONENT, least > 0 ? Math.floor(Math.log10(least)) : LEAST_EXPONENT);
  for (; ; exponent++) {
    for (const digit of digits) {
      const step = stepOf(digit, exponent);
      if (!Number.isFinite(step.size)) return;
      if (step.size >= least) yield step;
    }
  }
}

function stepOf(digit: number, exponent: number): Step {
  const power = 10 ** Math.abs(exponent);
  // adding nothing takes the sign off a zero
  const times = (k: number) => (exponent < 0 ? (k * digit) / power : k * digit * power) + 0;
  return { size: times(1), times };
}

/** The first and the last whole number of steps within two bounds; the first is after the last when there is none. */
export function within({ size, times }: Step, low: number, high: number): readonly [number, number] {
  let first = Math.ceil(low / size);
  let last = Math.floor(high / size);
  // the quotient is rounded, the bounds are not
  if (times(first - 1) >= low) first--;
  if (times(last + 1) <= high) last++;
  return [first, last];
}

/** Round numbers between two bounds, about `wanted` (one more at the most) and none closer than `finest`: what an axis is marked with. */
export function ticksOf(
  low: number,
  high: number,
  { wanted, finest = 0 }: { readonly wanted: number; readonly finest?: number },
): readonly number[] {
  const most = Math.max(1, wanted);
  // finer than what a number of this size can tell apart there is nothing
  const least = Math.max(finest, high / most - low / most, Math.max(Math.abs(low), Math.abs(high)) * 2 ** -48);
  for (const step of roundSteps(least / 2, [1, 2, 5])) {
    if (step.size < finest) continue;
    const [first, last] = within(step, low, high);
    if (last - first <= most) return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => step.times(first + k));
  }
  return [];
}
