/**
 * Bins of round width for a histogram. A bin holds its lower bound and not its upper one; the last holds both.
 * With `clip`, a tail that would flatten everything else goes into an open bin at its end, so that every number is in exactly one bin.
 */
import { roundSteps, type Step, within } from './round-steps.ts';

export type Bin = { readonly from: number; readonly to: number; readonly count: number };
export type Bins = {
  readonly bins: readonly Bin[];
  /** What is not a number, and so in no bin. */
  readonly missing: number;
};

type Wanted = {
  /** At most so many closed bins; where zero lies inside, two at the least. */
  readonly wanted: number;
  /** The share of the numbers at each end that may go into an open bin, 0.01 for one in a hundred. */
  readonly clip?: number;
};

/** A tail that is shorter than this part of the rest is drawn like the rest. */
const SHORT_TAIL = 0.25;
/** The quantiles of more numbers than this are taken from as many of them, evenly spread: they only choose where the open bins begin. */
const SAMPLE = 8192;

export function binsOf(values: Float64Array | readonly number[], { wanted, clip = 0 }: Wanted): Bins {
  const whole = rangeOf(values);
  if (!whole) return { bins: [], missing: values.length };
  const { low, high } = clip > 0 ? clipped(values, whole, clip) : whole;
  const edges = edgesOf(low, high, wanted);
  const [first = 0, last = 0] = [edges[0], edges.at(-1)];
  // divided before subtracting: the distance of two numbers may be larger than any number
  const width = last / (edges.length - 1) - first / (edges.length - 1);
  const counts = new Float64Array(edges.length - 1);
  let [below, beyond, missing] = [0, 0, 0];
  // the last closed bin holds its upper bound, unless an open one begins there
  const open = whole.high > last;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) missing++;
    else if (value < first) below++;
    else if (open ? value >= last : value > last) beyond++;
    else {
      let bin = Math.min(counts.length - 1, Math.floor(value / width - first / width));
      // the quotient is rounded, the bounds are not
      if (value < edges[bin]!) bin--;
      else if (bin + 1 < counts.length && value >= edges[bin + 1]!) bin++;
      counts[bin]!++;
    }
  }
  const closed = Array.from(counts, (count, i) => ({ from: edges[i]!, to: edges[i + 1]!, count }));
  return {
    bins: [
      ...(below > 0 ? [{ from: Number.NEGATIVE_INFINITY, to: first, count: below }] : []),
      ...closed,
      ...(beyond > 0 ? [{ from: last, to: Number.POSITIVE_INFINITY, count: beyond }] : []),
    ],
    missing,
  };
}

type Range = { readonly low: number; readonly high: number };

function rangeOf(values: Float64Array | readonly number[]): Range | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low && value !== Number.NEGATIVE_INFINITY) low = value;
    if (value > high && value !== Number.POSITIVE_INFINITY) high = value;
  }
  return low <= high ? { low, high } : undefined;
}

function clipped(values: Float64Array | readonly number[], { low, high }: Range, clip: number): Range {
  const every = Math.max(1, Math.ceil(values.length / SAMPLE));
  const sample = new Float64Array(Math.ceil(values.length / every));
  let known = 0;
  for (let i = 0; i < values.length; i += every) if (Number.isFinite(values[i]!)) sample[known++] = values[i]!;
  if (known === 0) return { low, high };
  const sorted = sample.subarray(0, known).sort();
  const aside = Math.min(Math.floor(clip * known), (known - 1) >> 1);
  const [least, most] = [sorted[aside]!, sorted[known - 1 - aside]!];
  const short = (most - least) * SHORT_TAIL;
  return { low: least - low > short ? least : low, high: high - most > short ? most : high };
}

/** Multiples of the smallest round width that make no more bins than wanted. */
function edgesOf(low: number, high: number, wanted: number): readonly number[] {
  const most = Math.max(low < 0 && high > 0 ? 2 : 1, Math.floor(wanted));
  const size = Math.max(Math.abs(low), Math.abs(high));
  // all equal: a bin as wide as would suit numbers from zero to there; and never finer than such numbers can be told apart
  const least = low === high ? size / most || 1 : Math.max(high / most - low / most, size * 2 ** -46);
  for (const step of roundSteps(least * 0.999, [1, 2, 2.5, 5])) {
    const [first, last] = around(step, low, high);
    if (last - first <= most) return Array.from({ length: last - first + 1 }, (_, k) => known(step.times(first + k)));
  }
  // no round step is that wide: one bin, from zero where all are equal
  return low < high ? [low, high] : [Math.min(0, low), Math.max(0, high)];
}

const known = (bound: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, bound));

/** The last multiple at or below the lowest, and the first at or above the highest; at least one step apart. */
function around(step: Step, low: number, high: number): readonly [number, number] {
  const [inside, last] = within(step, low, high);
  const first = step.times(inside) === low ? inside : inside - 1;
  const end = step.times(last) === high ? last : last + 1;
  return [first, Math.max(end, first + 1)];
}
