/**
 * Round bounds that divide the numbers of a column into ranges of one width: 1, 2 or 5 times a power of ten, at most twelve ranges.
 * A range holds its lower bound and not its upper one, so the last bound lies above the largest number. A tail of the outer hundredth that
 * would flatten everything else is left outside the bounds: the caller counts it in an open range.
 */
import { roundSteps, within } from '../charts/round-steps.ts';
import { inTurns, type Slow } from '../work.ts';

const MOST = 12;
/** The hundredth at each end that may lie outside, when it reaches further than a quarter of the rest. */
const TAIL = 0.01;
const SHORT_TAIL = 0.25;
/** The hundredths are those of so many numbers, evenly spread: they only choose the bounds. */
const SAMPLE = 8192;

/** Ascending, at least two bounds; there has to be a finite number. */
export function* rangeBounds(values: Float64Array): Slow<readonly number[]> {
  const { low, high } = yield* bulkOf(values);
  const size = Math.max(Math.abs(low), Math.abs(high));
  // all equal: a range as wide as would suit numbers from zero to there; and never finer than such numbers can be told apart
  const least = low === high ? size / MOST || 1 : Math.max(high / MOST - low / MOST, size * 2 ** -46);
  for (const step of roundSteps(least, [1, 2, 5])) {
    const [inside, last] = within(step, low, high);
    const first = step.times(inside) === low ? inside : inside - 1;
    const end = last + 1;
    if (end - first <= MOST) return Array.from({ length: end - first + 1 }, (_, k) => step.times(first + k));
  }
  return [low, high];
}

function* bulkOf(values: Float64Array): Slow<{ readonly low: number; readonly high: number }> {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const widen = (value: number) => {
    if (!Number.isFinite(value)) return;
    if (value < low) low = value;
    if (value > high) high = value;
  };
  yield* inTurns(values.length, (from, to) => {
    for (let i = from; i < to; i++) widen(values[i]!);
  });
  const every = Math.ceil(values.length / SAMPLE);
  const sample = Float64Array.from({ length: Math.ceil(values.length / every) }, (_, i) => values[i * every]!)
    .filter(Number.isFinite)
    .sort();
  if (sample.length === 0) return { low, high };
  const aside = Math.floor(TAIL * sample.length);
  const [least, most] = [sample[aside]!, sample[sample.length - 1 - aside]!];
  const short = (most - least) * SHORT_TAIL;
  return { low: least - low > short ? least : low, high: high - most > short ? most : high };
}

/** Which range a number lies in: 0 is below the first bound, `bounds.length` from the last bound on. */
export function rangeAt(value: number, bounds: readonly number[]): number {
  const [first, last] = [bounds[0]!, bounds.at(-1)!];
  if (value < first) return 0;
  if (value >= last) return bounds.length;
  let at = 1 + Math.floor(((value - first) / (last - first)) * (bounds.length - 1));
  // the quotient is rounded, the bounds are not
  while (value < bounds[at - 1]!) at--;
  while (value >= bounds[at]!) at++;
  return at;
}
