/** What the scores of a history are made of: cases and cost by group and year, squares for the CV, last year by level, grass-roots cases. */
import { Decimal } from '../../money.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { NOT_USED } from './history.ts';

export type GroupSums = {
  /** By year. Fen. */
  cases(group: number): readonly number[];
  cost(group: number): readonly number[];
  /** Of all stays that count. */
  readonly all: { readonly cases: readonly number[]; readonly cost: readonly number[] };
  /** Σ of the squares of the costs, fen². */
  squares(group: number): bigint;
  /** Population standard deviation ÷ mean. */
  variation(group: number): Decimal;
  grassroots(group: number): number;
  /** Levels that have stays in the last year, '' first over all of them. */
  lastYear(group: number): readonly { readonly level: string; readonly cases: number; readonly cost: number }[];
};

export type ToSum = {
  readonly stays: StayTable;
  readonly yearOf: Uint8Array;
  readonly group: Uint16Array;
  readonly groups: number;
  readonly years: number;
  readonly grassrootsLevels: readonly string[];
};

export function groupSums({ stays, yearOf, group, groups, years, grassrootsLevels }: ToSum): GroupSums {
  const total = stays.money.total!;
  const level = stays.words.hospital_level;
  const levels = level?.words ?? [''];
  const isGrassroots = levels.map(word => grassrootsLevels.includes(word));
  const [cases, cost] = [new Float64Array(groups * years), new Float64Array(groups * years)];
  const [lastCases, lastCost] = [new Float64Array(groups * levels.length), new Float64Array(groups * levels.length)];
  const squares = new Array<bigint>(groups).fill(0n);
  const grassroots = new Float64Array(groups);
  for (let row = 0; row < stays.count; row++) {
    const year = yearOf[row]!;
    if (year === NOT_USED) continue;
    const [g, fen] = [group[row]!, total[row]!];
    const atLevel = level ? level.codes[row]! : 0;
    cases[g * years + year]!++;
    cost[g * years + year]! += fen;
    squares[g]! += BigInt(fen) * BigInt(fen);
    if (isGrassroots[atLevel]) grassroots[g]!++;
    if (year !== years - 1) continue;
    lastCases[g * levels.length + atLevel]!++;
    lastCost[g * levels.length + atLevel]! += fen;
  }
  const byYear = (column: Float64Array, g: number): readonly number[] => [...column.subarray(g * years, (g + 1) * years)];
  const overall = (column: Float64Array): readonly number[] =>
    Array.from({ length: years }, (_, y) => Array.from({ length: groups }, (_g, g) => column[g * years + y]!).reduce((a, b) => a + b, 0));
  return {
    cases: g => byYear(cases, g),
    cost: g => byYear(cost, g),
    all: { cases: overall(cases), cost: overall(cost) },
    squares: g => squares[g]!,
    variation(g) {
      const n = byYear(cases, g).reduce((a, b) => a + b, 0);
      const sum = byYear(cost, g).reduce((a, b) => a + b, 0);
      // SD ÷ mean = √(n·Σx² − (Σx)²) ÷ Σx
      const spread = new Decimal((BigInt(n) * squares[g]! - BigInt(sum) * BigInt(sum)).toString());
      return spread.sqrt().div(sum);
    },
    grassroots: g => grassroots[g]!,
    lastYear(g) {
      const found = levels.flatMap((word, l) => {
        const at = g * levels.length + l;
        return lastCases[at] === 0 ? [] : [{ level: word, cases: lastCases[at]!, cost: lastCost[at]! }];
      });
      if (found.length === 0) return [];
      const all = { level: '', cases: found.reduce((n, one) => n + one.cases, 0), cost: found.reduce((sum, one) => sum + one.cost, 0) };
      return [all, ...found.filter(one => one.level !== '').sort((a, b) => (a.level < b.level ? -1 : 1))];
    },
  };
}
