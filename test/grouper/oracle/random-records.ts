/**
 * Seeded random cases. Half are guided: built to satisfy one row of the catalogue, then disturbed. Half are uniform: any codes, any figures.
 * Both meet the awkward ones: newborns, blank ages, repeated codes, forty diagnoses, unknown codes, figures on both sides of every bound.
 */
import type { Case } from '../../../grouper/cases.ts';
import type { Cells, Tables } from './tables.ts';

/** A whole number from 0 to below n. */
type Random = (n: number) => number;

const ages = [0, 0, 1, 5, 6, 17, 18, 45, 69, 70, 91];
const daysOfAge = [0, 1, 7, 27, 28, 29, 30, 200, 364];
const weights = [0, 1, 800, 999, 1000, 1499, 1500, 1999, 2000, 2499, 2500, 3300];
const unknownCodes = ['', 'Z99.999x999', 'i10.x00', 'P07.', 'P07.999', '00.0000', 'ABC', '18.2900x018'];

export function randomRecords(tables: Tables, seed: number): () => Case {
  const random = mulberry32(seed);
  const pools = poolsOf(tables);
  return () => (random(2) === 0 ? guided(tables, pools, random) : uniform(pools, random));
}

type Pools = {
  readonly dx: readonly string[];
  readonly px: readonly string[];
  readonly byList: ReadonlyMap<string, readonly string[]>;
  readonly mcc: readonly string[];
  readonly cc: readonly string[];
  readonly excluding: readonly string[];
  readonly valid: readonly string[];
  readonly premature: readonly string[];
};

function poolsOf(tables: Tables): Pools {
  const byList = new Map([...tables.lists].map(([key, codes]) => [key, [...codes]]));
  const all = (letter: string) => [...byList].filter(([key]) => key.split(' ')[1]!.startsWith(letter)).flatMap(([, codes]) => codes);
  const ofLevel = (level: string) => [...tables.complications].filter(([, found]) => found.level === level).map(([code]) => code);
  const dx = [...new Set([...all('D'), ...all('S'), ...tables.complications.keys(), ...tables.exclusionGroups.keys()])];
  return {
    dx,
    px: [...new Set([...all('P'), ...tables.validProcedures])],
    byList,
    mcc: ofLevel('mcc'),
    cc: ofLevel('cc'),
    excluding: [...tables.exclusionGroups.keys()],
    valid: [...tables.validProcedures],
    premature: dx.filter(code => code.startsWith('P07.')),
  };
}

/** Puts a code of each list that the row asks for at the place it asks for, and figures that suit the MDC, most of the time. */
function guided({ adrgs, lists, mdcs }: Tables, pools: Pools, random: Random): Case {
  const row = pick(adrgs, random);
  const entry = pick(
    [...lists.keys()].filter(key => new RegExp(`^${row.mdc} [DS]`).test(key)).map(key => pools.byList.get(key)!),
    random,
  );
  const dx = [entry ? pick(entry, random) : pick(pools.dx, random)];
  const px: string[] = [];
  placeCodes(row, { pools, random, dx, px });
  const wanted = random(4);
  if (wanted === 0) dx.push(pick(pools.mcc, random));
  if (wanted === 1) dx.push(pick(pools.cc, random));
  if (wanted === 2 && random(2) === 0) dx.push(pick(pools.mcc, random), pick(pools.cc, random));
  const others = random(10) === 0 ? 39 : random(4);
  for (let i = 0; i < others && dx.length < 40; i++) dx.push(anyDiagnosis(pools, random, dx));
  const ownLists = [...lists.keys()].filter(key => key.startsWith(`${row.adrg} P`));
  if (ownLists.length > 0 && random(3) === 0) px.push(pick(pools.byList.get(pick(ownLists, random))!, random));
  if (random(4) === 0) px.push(anyProcedure(pools, random, px));
  const entryCondition = mdcs.find(({ mdc }) => mdc === row.mdc)!.entry!;
  return figures(
    { dx, px, newborn: /age = 0/.test(entryCondition) || /age_days/.test(row.condition!), sex: sexOf(entryCondition) },
    random,
  );
}

type Placing = { readonly pools: Pools; readonly random: Random; readonly dx: string[]; readonly px: string[] };

function placeCodes({ adrg, condition }: Cells, { pools, random, dx, px }: Placing): void {
  for (const [, subject, list] of condition!.matchAll(/(pdx|sdx|dx|px1|opx|px) in (\w+)/g)) {
    const codes = pools.byList.get(`${adrg} ${list}`);
    if (!codes || random(20) === 0) continue;
    const code = pick(codes, random);
    if (subject === 'pdx') dx[0] = code;
    else if (subject === 'sdx' || subject === 'dx') dx.push(code);
    else if (subject === 'px1') px.unshift(code);
    else px.splice(random(px.length + 1), 0, code);
  }
  if (/valid/.test(condition!)) px.unshift(pick(pools.valid, random));
}

function sexOf(entry: string): 1 | 2 | undefined {
  if (/sex = 1/.test(entry)) return 1;
  return /sex = 2/.test(entry) ? 2 : undefined;
}

function uniform(pools: Pools, random: Random): Case {
  const diagnoses = random(20) === 0 ? 40 : random(8);
  const procedures = random(2) === 0 ? 0 : random(6);
  const dx: string[] = [];
  const px: string[] = [];
  for (let i = 0; i < diagnoses; i++) dx.push(anyDiagnosis(pools, random, dx));
  for (let i = 0; i < procedures; i++) px.push(anyProcedure(pools, random, px));
  return figures({ dx, px, newborn: random(6) === 0, sex: undefined }, random);
}

function anyDiagnosis(pools: Pools, random: Random, before: readonly string[]): string {
  switch (random(12)) {
    case 0:
      return pick(unknownCodes, random);
    case 1:
      return before.length > 0 ? pick(before, random) : pick(pools.dx, random);
    case 2:
      return pick(pools.mcc, random);
    case 3:
      return pick(pools.cc, random);
    case 4:
      return pick(pools.excluding, random);
    case 5:
      return pick(pools.premature.length > 0 ? pools.premature : pools.dx, random);
    default:
      return pick(pools.dx, random);
  }
}

function anyProcedure(pools: Pools, random: Random, before: readonly string[]): string {
  switch (random(8)) {
    case 0:
      return pick(unknownCodes, random);
    case 1:
      return before.length > 0 ? pick(before, random) : pick(pools.px, random);
    case 2:
    case 3:
      return pick(pools.valid, random);
    default:
      return pick(pools.px, random);
  }
}

type Start = { readonly dx: string[]; readonly px: string[]; readonly newborn: boolean; readonly sex: 1 | 2 | undefined };

function figures({ dx, px, newborn, sex }: Start, random: Random): Case {
  const anyAge = random(10) === 0 ? undefined : pick([...ages, random(100)], random);
  const age = newborn && random(10) > 0 ? 0 : anyAge;
  const young = age === 0 || random(20) === 0;
  return {
    sex: sex && random(10) > 0 ? sex : ([1, 2, undefined] as const)[random(20) === 0 ? 2 : random(2)],
    age,
    ageDays: young && random(6) > 0 ? pick(daysOfAge, random) : undefined,
    birthWeight: young && random(6) > 0 ? pick([...weights, 500 + random(4000)], random) : undefined,
    dx,
    px,
  };
}

const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)]!;

/** Mulberry32: 32 bits of state, good enough to scatter test cases, and the same everywhere. */
function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return n => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}
