/** What is known of a synthetic region because it was made so: what every group cost there as it was meant, with and without the planted outliers. */
import { yuanText } from '../money.ts';
import type { RegionHospital } from './region-hospitals.ts';
import type { Place } from './row.ts';
import type { Admitted } from './stay.ts';

/** Money in yuan, exact; means are rounded to the fen, half up. */
export type RegionTruth = {
  readonly schemaVersion: 1;
  readonly synthetic: true;
  readonly kind: 'region-history';
  readonly seed: number;
  readonly stays: number;
  readonly cost: string;
  readonly mean_cost: string;
  readonly years: readonly { readonly year: number; readonly file: string; readonly stays: number; readonly cost: string }[];
  readonly hospitals: readonly {
    readonly id: string;
    readonly level: string;
    readonly stays: number;
    readonly cost: string;
    /** Planted: cost against weight × 10,000 yuan in the first year. */
    readonly cost_factor: number;
  }[];
  /** By the group that was meant; a grouper may see a stay otherwise. */
  readonly groups: readonly GroupTruth[];
  readonly planted: readonly { readonly kind: string; readonly count: number }[];
};

export type GroupTruth = {
  readonly drg: string;
  readonly cases: number;
  readonly cost: string;
  readonly mean_cost: string;
  readonly days: number;
  /** Without planted outliers. */
  readonly usual_cases: number;
  readonly usual_mean_cost: string | null;
  readonly by_year: readonly { readonly year: number; readonly cases: number; readonly mean_cost: string }[];
};

type Sum = { cases: number; cost: number };
type GroupSum = Sum & { days: number; usual: Sum; years: Map<number, Sum> };
export type RegionSums = {
  readonly groups: Map<string, GroupSum>;
  readonly years: Map<number, Sum>;
  readonly hospitals: Map<string, Sum>;
  readonly planted: Map<string, number>;
};

export const noRegionSums = (): RegionSums => ({ groups: new Map(), years: new Map(), hospitals: new Map(), planted: new Map() });

/** The sums of several years together. */
export function joined(all: readonly RegionSums[]): RegionSums {
  const whole = noRegionSums();
  for (const { groups, years, hospitals, planted } of all) {
    for (const [drg, { cases, cost, days, usual, years: own }] of groups) {
      const group = groupIn(whole, drg);
      group.cases += cases;
      group.cost += cost;
      group.days += days;
      addSum(group.usual, usual);
      for (const [year, sum] of own) group.years.set(year, sum);
    }
    for (const [year, sum] of years) whole.years.set(year, sum);
    for (const [id, sum] of hospitals) addSum(sumIn(whole.hospitals, id), sum);
    for (const [kind, n] of planted) whole.planted.set(kind, (whole.planted.get(kind) ?? 0) + n);
  }
  return whole;
}

function groupIn({ groups }: RegionSums, drg: string): GroupSum {
  const group = groups.get(drg) ?? { cases: 0, cost: 0, days: 0, usual: { cases: 0, cost: 0 }, years: new Map() };
  groups.set(drg, group);
  return group;
}

export type RegionStay = Admitted & { readonly place: Place; readonly year: number };

export function addRegionStay(sums: RegionSums, { stay, plantings, drg, place, year }: RegionStay): void {
  const { total, days } = stay.bill;
  const group = groupIn(sums, drg);
  group.cases++;
  group.cost += total;
  group.days += days;
  const one = { cases: 1, cost: total };
  if (plantings.length === 0) addSum(group.usual, one);
  addSum(sumIn(group.years, year), one);
  addSum(sumIn(sums.years, year), one);
  addSum(sumIn(sums.hospitals, place.hospital), one);
  for (const kind of plantings) sums.planted.set(kind, (sums.planted.get(kind) ?? 0) + 1);
}

function sumIn<K>(sums: Map<K, Sum>, key: K): Sum {
  const sum = sums.get(key) ?? { cases: 0, cost: 0 };
  sums.set(key, sum);
  return sum;
}

function addSum(to: Sum, { cases, cost }: Sum): void {
  to.cases += cases;
  to.cost += cost;
}

type Told = {
  readonly seed: number;
  readonly sums: RegionSums;
  readonly hospitals: readonly RegionHospital[];
  readonly files: readonly { readonly year: number; readonly file: string }[];
};

export function regionTruth({ seed, sums, hospitals, files }: Told): RegionTruth {
  const years = files.map(file => ({ ...file, ...(sums.years.get(file.year) ?? { cases: 0, cost: 0 }) }));
  const all = years.reduce((sum, { cases, cost }) => ({ cases: sum.cases + cases, cost: sum.cost + cost }), { cases: 0, cost: 0 });
  return {
    ...{ schemaVersion: 1, synthetic: true, kind: 'region-history', seed, stays: all.cases },
    ...{ cost: yuanText(all.cost), mean_cost: mean(all) },
    years: years.map(({ year, file, cases, cost }) => ({ year, file, stays: cases, cost: yuanText(cost) })),
    hospitals: hospitals.map(({ place, costFactor }) => {
      const { cases, cost } = sums.hospitals.get(place.hospital) ?? { cases: 0, cost: 0 };
      return { id: place.hospital, level: place.level, stays: cases, cost: yuanText(cost), cost_factor: costFactor };
    }),
    groups: [...sums.groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([drg, group]) => groupTruth(drg, group)),
    planted: [...sums.planted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => ({ kind, count })),
  };
}

const groupTruth = (drg: string, { cases, cost, days, usual, years }: GroupSum): GroupTruth => ({
  ...{ drg, cases, cost: yuanText(cost), mean_cost: mean({ cases, cost }), days },
  ...{ usual_cases: usual.cases, usual_mean_cost: usual.cases === 0 ? null : mean(usual) },
  by_year: [...years].sort(([a], [b]) => a - b).map(([year, sum]) => ({ year, cases: sum.cases, mean_cost: mean(sum) })),
});

/** Whole fen, half a fen upwards, without a fraction on the way: the sum is far below 9e15. */
function mean({ cases, cost }: Sum): string {
  const rest = cost % cases;
  return yuanText((cost - rest) / cases + (rest * 2 >= cases ? 1 : 0));
}
