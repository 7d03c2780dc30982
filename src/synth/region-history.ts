/**
 * The settled stays of a synthetic region over some years: several hospitals of several levels, costs that drift from year to year, a few
 * outliers on purpose, one file a year in casemix's own layout. What the groups cost is known because it was planted; nothing here groups,
 * measures or trims.
 */
import { stayId } from '../stay/stay-table.ts';
import { dischargesPerDay, yearOf } from './calendar.ts';
import type { FactTexts } from './facts.ts';
import type { Line } from './hospital.ts';
import { draw, type Random, randomFrom, weighted } from './random.ts';
import { type RegionHospital, regionHospitals } from './region-hospitals.ts';
import { addRegionStay, joined, noRegionSums, type RegionSums, type RegionTruth, regionTruth } from './region-truth.ts';
import { header, rowText } from './row.ts';
import { split } from './split.ts';
import { admit, type Before } from './stay.ts';
import { houseOf, ROWS_PER_PIECE } from './synthesise.ts';

export type RegionOrder = {
  readonly stays: number;
  readonly hospitals: number;
  readonly years: number;
  /** The last of them. */
  readonly year: number;
  readonly seed: number;
  readonly facts: FactTexts;
};

export type RegionHistory = {
  /** Every time a year is walked through it is the same. */
  readonly years: readonly { readonly year: number; readonly file: string; readonly lines: Iterable<string> }[];
  readonly truth: () => RegionTruth;
};

/** Of a year over the one before: more stays, dearer operations, cheaper drugs. */
const growth = 4;
const drift: Readonly<Record<Line['recipe']['kind'], number>> = { surgery: 1.03, procedure: 1, medical: 0.97 };

export function regionHistory({ stays, hospitals: count, years, year: last, seed, facts }: RegionOrder): RegionHistory {
  const hospitals = regionHospitals(count, houseOf(facts));
  const counts = split(
    stays,
    Array.from({ length: years }, (_, k) => 100 + growth * k),
  );
  const before = (k: number): number => counts.slice(0, k).reduce((a, b) => a + b, 0);
  const told = counts.map((wanted, k) => {
    const year: Year = {
      year: last - years + 1 + k,
      drifted: k,
      stays: wanted,
      firstRow: before(k),
      random: () => randomFrom(seedOf(seed, k)),
    };
    return { year, file: `history-${year.year}.csv` };
  });
  // a year that was walked through to its end is not walked through again for the truth
  const known = new Map<Year, RegionSums>();
  function* counted(year: Year): ReturnType<typeof walk> {
    const sums = noRegionSums();
    for (const admitted of walk(year, hospitals)) {
      addRegionStay(sums, { ...admitted, year: year.year });
      yield admitted;
    }
    known.set(year, sums);
  }
  return {
    years: told.map(({ year, file }) => ({
      ...{ year: year.year, file },
      lines: { [Symbol.iterator]: () => linesOf(counted(year)) },
    })),
    truth: () => {
      for (const { year } of told) if (!known.has(year)) for (const _ of counted(year));
      const sums = joined(told.map(({ year }) => known.get(year)!));
      return regionTruth({ seed, sums, hospitals, files: told.map(({ year, file }) => ({ year: year.year, file })) });
    },
  };
}

/** Seeds of neighbouring years share nothing visible. */
const seedOf = (seed: number, k: number): number => (seed ^ Math.imul(k + 1, 0x9e3779b9)) >>> 0;

type Year = {
  readonly year: number;
  /** Years since the first. */
  readonly drifted: number;
  readonly stays: number;
  readonly firstRow: number;
  readonly random: () => Random;
};

function* walk({ year, drifted, stays, firstRow, random: begin }: Year, hospitals: readonly RegionHospital[]) {
  const random = begin();
  const calendar = yearOf(year);
  const shared = weighted(hospitals, ({ share }) => share);
  const known = new Map<RegionHospital, Before>(hospitals.map(hospital => [hospital, new Map()]));
  const practices = new Map(hospitals.map(hospital => [hospital, practiceOf(hospital, drifted)]));
  let row = firstRow;
  for (const [day, count] of dischargesPerDay(stays, calendar, random).entries()) {
    for (let i = 0; i < count; i++) {
      const hospital = draw(shared, random);
      const at = { id: stayId(row++), discharged: calendar.firstDay + day };
      const admitted = admit({ ...at, before: known.get(hospital)!, practice: practices.get(hospital)! }, hospital.house, random);
      yield { ...admitted, place: hospital.place };
    }
  }
}

function practiceOf({ costFactor, heaviest }: RegionHospital, drifted: number) {
  return {
    heaviest,
    oddities: false,
    costFactor: ({ recipe }: Line): number => {
      let factor = costFactor;
      // multiplied year by year: the same digits everywhere
      for (let k = 0; k < drifted; k++) factor *= drift[recipe.kind];
      return factor;
    },
  };
}

function* linesOf(stays: ReturnType<typeof walk>): Generator<string> {
  let piece = [header];
  for (const { stay, place } of stays) {
    piece.push(rowText(stay, place));
    if (piece.length < ROWS_PER_PIECE) continue;
    yield piece.join('');
    piece = [];
  }
  if (piece.length > 0) yield piece.join('');
}
