/** The synthetic region: the same bytes from the same seed, and a truth that a second count over its files gives again. */
import { describe, expect, it } from 'vitest';
import { toFen, yuanText } from '../../src/money.ts';
import { regionHistory } from '../../src/synth/region-history.ts';
import { mistakes } from '../report/conforms.ts';
import { projectFacts as facts } from './facts-of-the-project.ts';

const order = { stays: 600, hospitals: 5, years: 3, year: 2025, seed: 11, facts };
const history = regionHistory(order);
const texts = history.years.map(({ lines }) => [...lines].join(''));
const rows = texts.map(text => {
  const [header = '', ...body] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\n');
  const names = header.split(',');
  return body.map(line => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])) as Record<string, string>);
});
const all = rows.flat();

describe('a synthetic region', () => {
  it('is the same from the same seed, and another from another', () => {
    expect(regionHistory(order).years.map(({ lines }) => [...lines].join(''))).toEqual(texts);
    expect([...regionHistory({ ...order, seed: 12 }).years[0]!.lines].join('')).not.toBe(texts[0]);
  });

  it('has a file a year, 4 % more stays each, ids once, discharges within the year', () => {
    expect(history.years.map(({ year, file }) => [year, file])).toEqual([
      [2023, 'history-2023.csv'],
      [2024, 'history-2024.csv'],
      [2025, 'history-2025.csv'],
    ]);
    // 600 by 100 : 104 : 108 = 192.3, 200, 207.7
    expect(rows.map(({ length }) => length)).toEqual([192, 200, 208]);
    expect(new Set(all.map(row => row.stay_id)).size).toBe(600);
    rows.forEach((own, k) => {
      expect(new Set(own.map(row => row.discharged!.slice(0, 4)))).toEqual(new Set([String(2023 + k)]));
    });
  });

  it('sends the heavy cases to the large hospitals', () => {
    expect(new Set(all.map(row => `${row.hospital} ${row.hospital_level}`))).toEqual(
      new Set(['H001 tertiary', 'H002 secondary', 'H003 primary', 'H004 tertiary', 'H005 secondary']),
    );
    // a primary hospital treats up to weight 1.2 at .62: outliers are at most 6 times that
    const dearest = Math.max(...all.filter(row => row.hospital === 'H003').map(row => toFen(row.total!)));
    expect(dearest).toBeLessThan(toFen(1.2 * 10_000 * 0.62 * 6));
  });

  it('its truth is what its files hold', () => {
    const truth = history.truth();
    expect(mistakes(truth, 'region-truth')).toEqual([]);
    // the same without writing the files first
    expect(regionHistory(order).truth()).toEqual(truth);
    const cost = (own: readonly Record<string, string>[]): string => yuanText(own.reduce((sum, row) => sum + toFen(row.total!), 0));
    expect([truth.synthetic, truth.stays, truth.cost]).toEqual([true, 600, cost(all)]);
    expect(truth.years.map(year => [year.stays, year.cost])).toEqual(rows.map(own => [own.length, cost(own)]));
    expect(truth.hospitals.map(({ id, stays, cost: told }) => [id, stays, told])).toEqual(
      ['H001', 'H002', 'H003', 'H004', 'H005'].map(id => {
        const own = all.filter(row => row.hospital === id);
        return [id, own.length, cost(own)];
      }),
    );
    const sums = truth.groups.reduce((sum, group) => ({ cases: sum.cases + group.cases, cost: sum.cost + toFen(group.cost) }), {
      cases: 0,
      cost: 0,
    });
    expect([sums.cases, yuanText(sums.cost)]).toEqual([600, truth.cost]);
    expect(truth.groups.reduce((sum, { days }) => sum + days, 0)).toBe(all.reduce((sum, row) => sum + Number(row.days), 0));
    const planted = truth.planted.reduce((sum, { count }) => sum + count, 0);
    expect(truth.groups.reduce((sum, group) => sum + group.cases - group.usual_cases, 0)).toBe(planted);
  });
});
