import { describe, expect, it } from 'vitest';
import { dateText, dischargesPerDay, yearOf } from '../../src/synth/calendar.ts';
import { randomFrom } from '../../src/synth/random.ts';

describe('the year of the hospital', () => {
  it.each([
    [0, '1970-01-01'],
    [-1, '1969-12-31'],
    [11_016, '2000-02-29'],
    [20_089, '2025-01-01'],
    [20_454, '2026-01-01'],
  ])('day %d is %s', (day, text) => {
    expect(dateText(day)).toBe(text);
  });

  it('agrees with the calendar of the machine for a century', () => {
    for (let day = 10_000; day < 46_500; day++) expect(dateText(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
  });

  it('has 365 days, or 366', () => {
    expect(yearOf(2025)).toEqual({ firstDay: 20_089, days: 365 });
    expect(yearOf(2024).days).toBe(366);
    expect(yearOf(2100).days).toBe(365);
  });

  it('discharges everybody, fewer on Sundays than on Fridays and in February than in March', () => {
    const year = yearOf(2025);
    const counts = [...dischargesPerDay(50_000, year, randomFrom(5))];
    const countOf = (wanted: (day: number) => boolean) =>
      counts.reduce((total, n, i) => (wanted(year.firstDay + i) ? total + n : total), 0);
    expect(counts.reduce((a, b) => a + b)).toBe(50_000);
    // 2025-01-03 was a Friday, 2025-01-05 a Sunday; 20,089 is 1 January.
    expect(countOf(day => day % 7 === 20_093 % 7)).toBeLessThan(0.7 * countOf(day => day % 7 === 20_091 % 7));
    expect(countOf(day => dateText(day).startsWith('2025-02'))).toBeLessThan(countOf(day => dateText(day).startsWith('2025-03')));
  });
});
