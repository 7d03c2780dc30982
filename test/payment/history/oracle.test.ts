/** The same weights by a slow and plain way: floating point, one group at a time, straight from the formulas. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calibrate } from '../../../src/payment/history/calibrate.ts';
import type { Trim } from '../../../src/payment/history/trim.ts';
import { type Case, historyOf, plainRules } from './vector.ts';

const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / all.length;
const quantile = (sorted: readonly number[], p: number): number => {
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)]!;
  return low + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - low);
};

/** A bound that a cost may stand on exactly has some slack; whole yuan stand at least a quarter of a fen away from any other. */
function plainly(costs: readonly number[], trim: Trim): readonly number[] {
  const sorted = [...costs].sort((a, b) => a - b);
  const [q1, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const within = (low: number, high: number) => sorted.filter(cost => cost >= low - 1e-7 && cost <= high + 1e-7);
  switch (trim) {
    case 'iqr':
      return within(q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1));
    case 'iqr-low':
      return within(q1 - 0.5 * (q3 - q1), q3 + 1.5 * (q3 - q1));
    case 'quantile':
      return within(quantile(sorted, 0.025), quantile(sorted, 0.975));
    case 'l3h3':
      return within(mean(sorted) / 3, mean(sorted) * 3);
    case 'sd3': {
      const logs = sorted.map(Math.log);
      const sd = Math.sqrt(mean(logs.map(log => (log - mean(logs)) ** 2)));
      return within(Math.exp(mean(logs) - 3 * sd), Math.exp(mean(logs) + 3 * sd));
    }
    case 'winsorise':
      return sorted.map(cost => Math.min(Math.max(cost, quantile(sorted, 0.025)), quantile(sorted, 0.975)));
    default:
      return sorted;
  }
}

const anyCases = fc.array(fc.record({ drg: fc.constantFrom('AA11', 'BB11', 'CC11'), yuan: fc.integer({ min: 1, max: 90_000 }) }), {
  minLength: 3,
  maxLength: 80,
});
const anyTrim = fc.constantFrom<Trim>('none', 'iqr', 'iqr-low', 'quantile', 'l3h3', 'sd3', 'winsorise');

it('weights, CV and RIV agree with it, whatever is trimmed', () => {
  fc.assert(
    fc.property(anyCases, anyTrim, (cases: readonly Case[], trim) => {
      const codes = [...new Set(cases.map(({ drg }) => drg))].sort();
      const kept = codes.map(code =>
        plainly(
          cases.filter(({ drg }) => drg === code).map(({ yuan }) => yuan),
          trim,
        ),
      );
      const all = kept.flat();
      const found = calibrate(historyOf(cases, codes), { ...plainRules, trim });
      if (all.length === 0) {
        expect(found).toBeUndefined();
        return;
      }
      // winsorised costs are whole fen inside the quantiles: at most a fen from the plain ones
      const close = trim === 'winsorise' ? 2 : 8;
      expect(found!.groups.map(group => group.kept)).toEqual(kept.map(({ length }) => length));
      const total = all.reduce((sum, cost) => sum + (cost - mean(all)) ** 2, 0);
      const within = kept.flatMap(own => own.map(cost => (cost - mean(own)) ** 2)).reduce((a, b) => a + b, 0);
      kept.forEach((own, i) => {
        if (own.length === 0) return;
        const group = found!.groups[i]!;
        expect(group.weight!.toNumber()).toBeCloseTo(mean(own) / mean(all), close);
        const sd = Math.sqrt(mean(own.map(cost => (cost - mean(own)) ** 2)));
        expect(group.cv!.toNumber()).toBeCloseTo(sd / mean(own), trim === 'winsorise' ? 1 : 6);
      });
      if (total > 1 && trim !== 'winsorise') expect(found!.riv!.toNumber()).toBeCloseTo((total - within) / total, 6);
    }),
  );
});
