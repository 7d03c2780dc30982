import { describe, expect, it } from 'vitest';
import { draw, exponential, randomFrom, weighted, xoshiro128 } from '../../src/synth/random.ts';

describe('chance from a seed', () => {
  it('is xoshiro128**: the outputs its authors get from the state 1, 2, 3, 4', () => {
    const random = xoshiro128([1, 2, 3, 4]);
    // First one by hand: 2 × 5 = 10; rotated left by 7 is 1280; × 9 = 11520. The state is then 7, 0, 1026, 12288, so b × 5 is 0.
    expect(Array.from({ length: 4 }, () => random.uniform() * 2 ** 32)).toEqual([11_520, 0, 5_927_040, 70_819_200]);
  });

  it('repeats for a seed and differs between seeds', () => {
    const ten = (seed: number) => Array.from({ length: 10 }, randomFrom(seed).uniform);
    expect(ten(7)).toEqual(ten(7));
    expect(ten(7)).not.toEqual(ten(8));
  });

  it('has normal deviates with mean 0 and deviation 1', () => {
    const { normal } = randomFrom(1);
    const drawn = Array.from({ length: 20_000 }, normal);
    const mean = drawn.reduce((a, b) => a + b) / drawn.length;
    const variance = drawn.reduce((a, b) => a + b * b, 0) / drawn.length;
    expect(Math.abs(mean)).toBeLessThan(0.03); // four standard errors of 0.007
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });

  it.each([-3, -1.108, -0.001, 0, 0.5, 1.8, 4])('raises e to %d', x => {
    expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 11);
  });

  it('draws by share and never what has none', () => {
    const random = randomFrom(3);
    const drawn = Array.from({ length: 8000 }, () =>
      draw(
        weighted(['a', 'b', 'c'], thing => ({ a: 1, b: 0, c: 3 })[thing]!),
        random,
      ),
    );
    expect(drawn).not.toContain('b');
    expect(Math.abs(drawn.filter(thing => thing === 'c').length - 6000)).toBeLessThan(200); // five standard deviations of 39
  });
});
