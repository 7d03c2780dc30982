/**
 * The text whose sha256 names a scenario: everything that changes a result, keys sorted, and nothing else: no ids or titles, no places,
 * no sources, no names of data files. Comments and the order of keys never reach it.
 */
import { dateText } from '../policy/day.ts';
import type { Leaves } from '../policy/leaf.ts';
import { nameOf } from '../policy/vocabulary.ts';
import type { ResolvedScenario } from './scenario.ts';

export function canonicalText(scenario: Omit<ResolvedScenario, 'hash'>): string {
  const { method, catalogue, period, population, checks, slices, rebasedOn } = scenario;
  return JSON.stringify(
    sorted({
      method,
      catalogue,
      cost_basis: 'charges',
      period: period ? { from: dateText(period.from), to: dateText(period.to), by: period.by } : null,
      insurance: population.insurance ?? null,
      hospitals: population.hospitals ?? null,
      exclude: population.exclude.map(rule => rule.when),
      checks: checks.map(({ measure, equals, within }) => ({ measure, equals, within })),
      // The first slice begins with the period, which stands above.
      parameters: slices.map(({ from, leaves }, i) => ({ from: i === 0 ? null : dateText(from), values: valuesOf(leaves) })),
      rebased_on: rebasedOn?.hash ?? null,
    }),
  );
}

/** A leaf that is null says the same as none; the method stands above; a word has no unit, even under a map that gives one. */
const valuesOf = (leaves: Leaves): Record<string, unknown> =>
  Object.fromEntries(
    [...leaves].flatMap(([path, { value, unit }]) => {
      if (value === null || silent.has(path)) return [];
      return [[path, { value, unit: nameOf(path)?.units.length ? (unit ?? null) : null }]];
    }),
  );
const silent = new Set(['payment_method', 'known_answers']);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
