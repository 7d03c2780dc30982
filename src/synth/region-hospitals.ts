/** The hospitals of a synthetic region: large ones that take everyone, dearly, and small ones that take the lighter cases, cheaply. Assumptions. */
import type { Department, Hospital } from './hospital.ts';
import type { House } from './oddity.ts';
import { type Weighted, weighted } from './random.ts';
import type { Place } from './row.ts';

export type RegionHospital = {
  readonly place: Place;
  /** Share of the region's stays. */
  readonly share: number;
  /** Cost against weight × 10,000 yuan. */
  readonly costFactor: number;
  /** No group of more weight is treated here. */
  readonly heaviest: number;
  readonly house: House;
};

/** Of every five hospitals two are tertiary, two secondary, one primary. */
const kinds = [
  { level: 'tertiary', share: 34, costFactor: 1.1, heaviest: Number.POSITIVE_INFINITY },
  { level: 'secondary', share: 20, costFactor: 0.86, heaviest: 4 },
  { level: 'primary', share: 6, costFactor: 0.62, heaviest: 1.2 },
  { level: 'tertiary', share: 26, costFactor: 1.02, heaviest: Number.POSITIVE_INFINITY },
  { level: 'secondary', share: 14, costFactor: 0.8, heaviest: 3 },
] as const;

export const regionHospitals = (count: number, house: House): readonly RegionHospital[] =>
  Array.from({ length: count }, (_, i) => {
    const { level, ...kind } = kinds[i % kinds.length]!;
    const place = { hospital: `H${String(i + 1).padStart(3, '0')}`, level };
    return { ...kind, place, house: { ...house, hospital: taking(house.hospital, kind.heaviest) } };
  });

/** The departments of which at least half the usual cases are light enough; others are not run there. */
function taking(hospital: Hospital, heaviest: number): Hospital {
  const { among, upTo } = hospital.departments;
  const shares = new Map(among.map((department, i) => [department, upTo[i]! - (upTo[i - 1] ?? 0)]));
  const run = among.filter(({ usual }) => usual.among.filter(lines => isLight(lines, heaviest)).length * 2 >= usual.among.length);
  const departments: Weighted<Department> = weighted(run, department => shares.get(department)!);
  return { ...hospital, departments };
}

const isLight = (lines: Department['usual']['among'][number], heaviest: number): boolean =>
  lines.every(({ recipe }) => recipe.groups.none!.weight <= heaviest);
