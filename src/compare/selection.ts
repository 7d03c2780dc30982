/**
 * The values that stand at some ranks of a column, without sorting it: values are dealt into equal steps between the smallest and the
 * largest, and only the steps that hold a rank are looked into further. A few ranks of a million values take a tenth of a sort.
 */

/** `values` have no NaN, `ranks` are places in their order from 0. */
export function valuesAtRanks(values: Float64Array, ranks: readonly number[]): ReadonlyMap<number, number> {
  if (ranks.length === 0) return new Map();
  if (values.length <= few) {
    const sorted = values.slice().sort();
    return new Map(ranks.map(rank => [rank, sorted[rank]!]));
  }
  const { least, most } = rangeOf(values);
  if (least === most) return new Map(ranks.map(rank => [rank, least]));
  const scale = (steps - 1) / (most - least);
  const starts = startsOf(values, least, scale);
  const wanted = [...new Set(ranks.map(rank => stepOfRank(starts, rank)))];
  const dealt = valuesIn(values, { least, scale, wanted, starts });
  return new Map(
    wanted.flatMap((step, w) => {
      const here = ranks.filter(rank => stepOfRank(starts, rank) === step);
      const found = valuesAtRanks(
        dealt[w]!,
        here.map(rank => rank - starts[step]!),
      );
      return here.map(rank => [rank, found.get(rank - starts[step]!)!] as const);
    }),
  );
}

/** Below this many a sort is quicker than dealing. */
const few = 4096;
const steps = 8192;

function rangeOf(values: Float64Array): { readonly least: number; readonly most: number } {
  let [least, most] = [values[0]!, values[0]!];
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

/** How many values lie in earlier steps, for every step and once more at the end. The least lies in the first, the most in the last. */
function startsOf(values: Float64Array, least: number, scale: number): Uint32Array {
  const starts = new Uint32Array(steps + 1);
  for (let i = 0; i < values.length; i++) starts[(((values[i]! - least) * scale) | 0) + 1]! += 1;
  for (let step = 1; step <= steps; step++) starts[step]! += starts[step - 1]!;
  return starts;
}

/** The last step that begins at or before the rank: empty steps begin where the next one does. */
function stepOfRank(starts: Uint32Array, rank: number): number {
  let [from, to] = [0, steps - 1];
  while (from < to) {
    const middle = (from + to + 1) >>> 1;
    if (starts[middle]! <= rank) from = middle;
    else to = middle - 1;
  }
  return from;
}

type Dealing = { readonly least: number; readonly scale: number; readonly wanted: readonly number[]; readonly starts: Uint32Array };

function valuesIn(values: Float64Array, { least, scale, wanted, starts }: Dealing): Float64Array[] {
  const at = new Int16Array(steps).fill(-1);
  const dealt = wanted.map((step, w) => {
    at[step] = w;
    return new Float64Array(starts[step + 1]! - starts[step]!);
  });
  const filled = wanted.map(() => 0);
  for (let i = 0; i < values.length; i++) {
    const w = at[((values[i]! - least) * scale) | 0]!;
    if (w >= 0) dealt[w]![filled[w]!++] = values[i]!;
  }
  return dealt;
}
