/**
 * A DIP catalogue from the history of a region: core groups above the case threshold, comprehensive groups for the rest, their scores from
 * the means of the last three years (1 : 2 : 7), last year's means by level, 基层病种, and the auxiliary list that explains each group best.
 * Every sum is a sum of whole fen, so that the order of the stays changes nothing.
 */
import type { UserError } from '../../errors.ts';
import { Decimal, toFen, yuanOf } from '../../money.ts';
import type { Dimension } from '../../policy/dip-lists.ts';
import { both, mistake } from '../../policy/mistakes.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { assignGroups } from './assign.ts';
import type { AuxiliaryTables } from './auxiliary-columns.ts';
import { classColumns } from './auxiliary-columns.ts';
import { type BestAuxiliary, bestAuxiliary } from './best-auxiliary.ts';
import type { CodePrefixes } from './code-prefixes.ts';
import { foundKeys } from './found-keys.ts';
import { type GroupSums, groupSums } from './group-sums.ts';
import { type HistoryCounts, historyRows } from './history.ts';
import { codeOfKey, type DipKey } from './keys.ts';
import { operationsOf } from './operations.ts';
import type { Treatment } from './treatment.ts';
import { yearMean } from './year-mean.ts';

export type DipRules = {
  /** A core group has at least so many stays in all years together. */
  readonly minCases: number;
  /** Oldest year first; as many years as there are weights. */
  readonly yearWeights: readonly number[];
  readonly scale: number;
  /** Hospital levels, as loaded, that are grass-roots. */
  readonly grassrootsLevels: readonly string[];
  readonly grassrootsShare: string;
  readonly grassrootsCv: string;
  readonly dimensions: readonly Dimension[];
  /** A class of an auxiliary list has a coefficient from so many stays on. */
  readonly auxiliaryCases: number;
  /** Share of the variance within the group that an auxiliary list must explain. */
  readonly auxiliaryGain: string;
};

export type BuiltGroup = {
  readonly code: string;
  readonly key: DipKey;
  readonly cases: number;
  /** By year; undefined where the group has no stay. Yuan, exact. */
  readonly years: readonly { readonly cases: number; readonly mean: Decimal | undefined }[];
  /** m of RW = m ÷ M. */
  readonly mean: Decimal;
  readonly rw: Decimal;
  readonly score: Decimal;
  /** Population standard deviation ÷ mean, of all years together. */
  readonly cv: Decimal;
  readonly grassrootsShare: Decimal;
  readonly grassroots: boolean;
  /** Last year, '' over all levels. */
  readonly lastYear: readonly { readonly level: string; readonly cases: number; readonly mean: Decimal }[];
  readonly auxiliary: BestAuxiliary | undefined;
};

export type DipBuild = {
  readonly years: readonly number[];
  readonly counts: HistoryCounts;
  /** M. */
  readonly mean: Decimal;
  readonly groups: readonly BuiltGroup[];
  /** Stays whose item lines say what an operation cost. */
  readonly staysWithOperationCosts: number;
  /** Dimensions that were asked for and that the history has no columns for. */
  readonly withoutColumns: readonly Dimension[];
};

export type DipTables = AuxiliaryTables & { readonly types: CodePrefixes<Treatment> };

export function buildDip(stays: StayTable, tables: DipTables, rules: DipRules): DipBuild {
  const { years, yearOf, counts } = historyRows(stays, rules.yearWeights.length);
  if (counts.used === 0) throw nothingCounts();
  const operations = operationsOf(stays, tables.types);
  const keys = foundKeys({ stays, yearOf, operations, minCases: rules.minCases });
  if (keys.length > MOST_GROUPS) throw tooManyGroups(keys.length);
  const { group } = assignGroups(stays, keys, operations);
  const sums = groupSums({ stays, yearOf, group, groups: keys.length + 1, years: years.length, grassrootsLevels: rules.grassrootsLevels });
  const mean = yearMean(sums.all.cases, sums.all.cost, rules.yearWeights)!;
  const means = keys.map((_, i) => yearMean(sums.cases(i + 1), sums.cost(i + 1), rules.yearWeights)!);
  const fen = Float64Array.from([Number.NaN, ...means.map(toFen)]);
  const classes = classColumns({ ...tables, stays, groupMean: row => fen[group[row]!]! }, new Set(rules.dimensions));
  const auxiliary = bestAuxiliary({ stays, yearOf, group, sums, classes, rules });
  const groups = keys.map((key, i) => builtGroup(key, { g: i + 1, m: means[i]!, mean, sums, rules, auxiliary: auxiliary[i + 1] }));
  return {
    years,
    counts,
    mean,
    groups,
    staysWithOperationCosts: operations.withCosts,
    withoutColumns: rules.dimensions.filter(dimension => classes[dimension] === undefined),
  };
}

type Beside = {
  readonly g: number;
  readonly m: Decimal;
  readonly mean: Decimal;
  readonly sums: GroupSums;
  readonly rules: DipRules;
  readonly auxiliary: BestAuxiliary | undefined;
};

function builtGroup(key: DipKey, { g, m, mean, sums, rules, auxiliary }: Beside): BuiltGroup {
  const [cases, cost] = [sums.cases(g), sums.cost(g)];
  const all = cases.reduce((sum, n) => sum + n, 0);
  const rw = m.div(mean);
  const cv = sums.variation(g);
  const grassrootsShare = new Decimal(sums.grassroots(g)).div(all);
  return {
    code: codeOfKey(key),
    key,
    cases: all,
    years: cases.map((n, y) => ({ cases: n, mean: n === 0 ? undefined : yuanOf(cost[y]!).div(n) })),
    mean: m,
    rw,
    score: rw.times(rules.scale),
    cv,
    grassrootsShare,
    grassroots: key.kind === 'core' && grassrootsShare.gte(rules.grassrootsShare) && cv.lte(rules.grassrootsCv),
    lastYear: sums.lastYear(g).map(({ level, cases: n, cost: sum }) => ({ level, cases: n, mean: yuanOf(sum).div(n) })),
    auxiliary,
  };
}

/** Groups are numbered in sixteen bits, 0 is none. */
const MOST_GROUPS = 0xfffe;

const nothingCounts = (): UserError =>
  mistake(
    'CALIBRATION_EMPTY',
    undefined,
    both(
      '没有一例可用于测算：没有出院日期、费用或主要诊断',
      'no stay can be measured: none has a discharge date, a cost and a principal diagnosis',
    ),
    both('casemix load 列出各列读成了什么。', 'casemix load shows what the columns were read as.'),
  );

const tooManyGroups = (found: number): UserError =>
  mistake(
    'CALIBRATION_EMPTY',
    undefined,
    both(`病种有 ${found} 个，最多 ${MOST_GROUPS} 个`, `${found} groups are more than ${MOST_GROUPS}`),
    both('把 --min-cases 设大一些。', 'Raise --min-cases.'),
  );
