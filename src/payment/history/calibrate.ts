/**
 * Relative weights from the history of a region: mean cost of a group ÷ mean cost of all, with the same trimming on both sides, and how
 * good the groups are. Small and unstable groups borrow; the structure of cost may be moved; the whole may be brought to Σ W·n = n.
 */
import { Decimal } from '../../money.ts';
import { borrowed, type Lender, type WeightSource } from './borrow.ts';
import { type GroupSum, groupSums, type Trimming } from './group-sums.ts';
import { type Chosen, chosenStays, type History, type LeftOut } from './history.ts';
import { cvOf, rivOf } from './spread.ts';
import { adjustStructure, type Factors, type Structured, type StructurePart, structureParts } from './structure.ts';
import { meansOf, yearsOf } from './year-mean.ts';

export type Rules = Trimming & {
  /** Stable: at least so many cases after trimming, and a CV of at most 1. */
  readonly minCases: number;
  /** Shares of the last years, oldest first; undefined: all stays alike. */
  readonly years: readonly number[] | undefined;
  readonly borrow: readonly Lender[];
  readonly previous: ((drg: string) => Decimal | undefined) | undefined;
  readonly reference: ((drg: string) => Decimal | undefined) | undefined;
  /** Brings what these tables lend to the scale of this one; otherwise a weight is borrowed as it stands there. */
  readonly toScale: boolean;
  /** Fen of the parts of a stay, by row; with the factors they are moved by. */
  readonly structure: { readonly factors: Factors; readonly partOf: (part: StructurePart, row: number) => number } | undefined;
  /** Brings the table to Σ W·n = n over the stays that are kept. */
  readonly normalise: boolean;
};

export type CalibratedGroup = {
  readonly drg: string;
  readonly adrg: string;
  readonly name: string;
  readonly cases: number;
  readonly kept: number;
  readonly low: number;
  readonly high: number;
  /** Fen, by the year shares; undefined without cases. */
  readonly meanCost: Decimal | undefined;
  readonly meanDays: Decimal | undefined;
  readonly cv: Decimal | undefined;
  readonly stable: boolean;
  readonly weight: Decimal | undefined;
  readonly source: WeightSource;
  readonly from: Lender | undefined;
  /** What the group's own cases gave, and what last year's table had. */
  readonly computed: Decimal | undefined;
  readonly previous: Decimal | undefined;
};

export type Calibration = {
  readonly read: number;
  readonly left: Readonly<Record<LeftOut, number>>;
  readonly used: number;
  readonly kept: number;
  readonly years: Chosen['years'];
  /** Fen; mean of all that is kept. */
  readonly meanCost: Decimal;
  readonly riv: Decimal | undefined;
  /** Every DRG of the catalogue, by code. */
  readonly groups: readonly CalibratedGroup[];
  /** Σ W·n ÷ n over the stays that are kept. */
  readonly cmi: Decimal;
  /** Σ own weights · n ÷ Σ their weights · n, over stable groups that both have: whether a table that is borrowed from is on this scale. */
  readonly scale: Readonly<Record<'previous' | 'reference', Decimal | undefined>>;
};

/** A CV above it is too much spread for a price. */
export const MOST_CV = 1;

/** Undefined where no stay counts. */
export function calibrate(history: History, rules: Rules): Calibration | undefined {
  const chosen = chosenStays(history, rules.years);
  const sums = groupSums(history, chosen, rules);
  const shares = chosen.years?.shares ?? [1];
  const mean = meansOf(yearsOf(sums, shares.length), shares).cost;
  if (!mean) return undefined;
  const bare = measuredGroups(history, sums, { rules, shares, mean });
  const scale = { previous: scaleTo(bare, rules.previous), reference: scaleTo(bare, rules.reference) };
  const measured = withLent(bare, { rules, scale });
  const structured = rules.structure ? moved(measured, rules.structure) : measured;
  const groups = (rules.normalise ? normalised(structured) : structured).map(({ sum: _, pooled: __, ...group }) => group);
  const kept = groups.reduce((sum, group) => sum + group.kept, 0);
  return {
    ...{ read: history.count, left: chosen.left, used: chosen.rows.length, kept, years: chosen.years },
    ...{ meanCost: mean, groups, cmi: weightOf(groups).div(kept) },
    riv: rivOf(sums.map(({ kept: cases, cost, squares }) => ({ cases, cost, squares }))),
    scale,
  };
}

/** With its sums, and what its ADRG would lend. */
type Measured = CalibratedGroup & { readonly sum: GroupSum; readonly pooled: Decimal | undefined };
type Measuring = { readonly rules: Rules; readonly shares: readonly number[]; readonly mean: Decimal };

function measuredGroups(history: History, sums: readonly GroupSum[], { rules, shares, mean }: Measuring): readonly Measured[] {
  const ofAdrg = new Map<string, GroupSum[]>();
  for (const [g, { adrg, status }] of history.groups.entries())
    if (status === 'grouped') ofAdrg.set(adrg, [...(ofAdrg.get(adrg) ?? []), sums[g]!]);
  const adrgWeights = new Map(
    [...ofAdrg].map(([adrg, group]) => [
      adrg,
      { weight: meansOf(yearsOf(group, shares.length), shares).cost?.div(mean), kept: total(group) },
    ]),
  );
  const found = history.groups.flatMap(({ drg, adrg, name, status }, g): Measured[] => {
    if (status !== 'grouped') return [];
    const sum = sums[g]!;
    const { cost: meanCost, days: meanDays } = meansOf(sum.years, shares);
    const cv = cvOf({ cases: sum.kept, cost: sum.cost, squares: sum.squares });
    const stable = sum.kept >= rules.minCases && cv !== undefined && cv.lte(MOST_CV);
    const computed = meanCost?.div(mean);
    const pooled = adrgWeights.get(adrg)!;
    const lends = pooled.kept >= rules.minCases && pooled.kept > sum.kept;
    return [
      {
        ...{ drg, adrg, name, cases: sum.cases, kept: sum.kept, low: sum.low, high: sum.high },
        ...{ meanCost, meanDays, cv, stable, computed, previous: rules.previous?.(drg), sum, pooled: lends ? pooled.weight : undefined },
        ...borrowed({ computed, adrg: undefined, previous: undefined, reference: undefined }, { stable, order: [] }),
      },
    ];
  });
  return found.sort((a, b) => (a.drg < b.drg ? -1 : 1));
}

type Lending = { readonly rules: Rules; readonly scale: Calibration['scale'] };

function withLent(groups: readonly Measured[], { rules, scale }: Lending): readonly Measured[] {
  const brought = (weight: Decimal | undefined, by: Decimal | undefined) => (rules.toScale && by ? weight?.times(by) : weight);
  return groups.map(group => {
    const { computed, pooled, stable } = group;
    const previous = brought(group.previous, scale.previous);
    const reference = brought(rules.reference?.(group.drg), scale.reference);
    return { ...group, ...borrowed({ computed, adrg: pooled, previous, reference }, { stable, order: rules.borrow }) };
  });
}

const total = (groups: readonly GroupSum[]): number => groups.reduce((sum, { kept }) => sum + kept, 0);

function moved(groups: readonly Measured[], { factors, partOf }: NonNullable<Rules['structure']>): readonly Measured[] {
  const structured = groups.map(({ weight, kept, sum }): Structured => ({ weight, cases: kept, parts: partsOf(sum.rows, partOf) }));
  const weights = adjustStructure(structured, factors);
  return groups.map((group, i) => ({ ...group, weight: weights[i] }));
}

/** Over the stays that say every part. */
function partsOf(rows: Uint32Array, partOf: (part: StructurePart, row: number) => number): Structured['parts'] {
  const sums = { service: 0, nursing: 0, drugs: 0, materials: 0, tests: 0, other: 0 };
  let known = 0;
  for (const row of rows) {
    if (structureParts.some(part => Number.isNaN(partOf(part, row)))) continue;
    known++;
    for (const part of structureParts) sums[part] += partOf(part, row);
  }
  return known === 0 ? undefined : sums;
}

function normalised(groups: readonly Measured[]): readonly Measured[] {
  const weight = weightOf(groups);
  if (weight.isZero()) return groups;
  const level = new Decimal(groups.reduce((sum, { kept, weight: own }) => (own ? sum + kept : sum), 0)).div(weight);
  return groups.map(group => ({ ...group, weight: group.weight?.times(level) }));
}

const weightOf = (groups: readonly CalibratedGroup[]): Decimal =>
  groups.reduce((sum, { weight, kept }) => (weight ? sum.plus(weight.times(kept)) : sum), new Decimal(0));

function scaleTo(groups: readonly CalibratedGroup[], table: Rules['previous']): Decimal | undefined {
  if (!table) return undefined;
  let [own, theirs] = [new Decimal(0), new Decimal(0)];
  for (const { drg, stable, computed, kept } of groups) {
    const weight = table(drg);
    if (!stable || !computed || !weight) continue;
    own = own.plus(computed.times(kept));
    theirs = theirs.plus(weight.times(kept));
  }
  return theirs.isZero() ? undefined : own.div(theirs);
}
