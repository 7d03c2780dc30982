/**
 * Chance from a seed: xoshiro128** (Blackman and Vigna, public domain), its state filled from the seed by splitmix32.
 * Only + - × ÷ and integer operations are used, never Math.exp or Math.cos: those may differ in the last digit between engines, and the same
 * seed must give the same bytes everywhere.
 */
export type Random = {
  /** From 0 up to, not including, 1. */
  uniform(): number;
  /** Whole number from 0 to n - 1. */
  below(n: number): number;
  chance(probability: number): boolean;
  /** Mean 0, deviation 1, never beyond 6: the sum of twelve uniforms less six. */
  normal(): number;
};

export const randomFrom = (seed: number): Random => xoshiro128(filled(seed));

export type State = readonly [number, number, number, number];

export function xoshiro128(state: State): Random {
  let [a, b, c, d] = state;
  const uniform = () => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result / 0x1_0000_0000;
  };
  return {
    uniform,
    below: n => Math.floor(uniform() * n),
    chance: probability => uniform() < probability,
    normal: () => {
      let total = -6;
      for (let i = 0; i < 12; i++) total += uniform();
      return total;
    },
  };
}

function filled(seed: number): State {
  let filler = seed >>> 0;
  const next = () => {
    filler = (filler + 0x9e3779b9) >>> 0;
    let z = filler;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  return [next(), next(), next(), next()];
}

/** e to the x by its series on x ÷ 16, squared four times; good to 12 digits for |x| <= 5. */
export function exponential(x: number): number {
  const step = x / 16;
  let term = 1;
  let total = 1;
  for (let i = 1; i <= 12; i++) {
    term = (term * step) / i;
    total += term;
  }
  for (let i = 0; i < 4; i++) total *= total;
  return total;
}

/** Things with shares, ready to be drawn. */
export type Weighted<T> = { readonly among: readonly T[]; readonly upTo: readonly number[] };

export function weighted<T>(among: readonly T[], share: (thing: T, rank: number) => number): Weighted<T> {
  let total = 0;
  const upTo = among.map((thing, rank) => {
    total += share(thing, rank);
    return total;
  });
  return { among, upTo };
}

export function draw<T>({ among, upTo }: Weighted<T>, random: Random): T {
  const at = random.uniform() * upTo[upTo.length - 1]!;
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return among[low]!;
}
