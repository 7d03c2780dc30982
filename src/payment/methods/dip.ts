/**
 * 按病种分值付费 over columns. Every stay first finds its terms (group, auxiliary class, place, insurance) and the side of the lines that its
 * cost lies on; then the value of a point is known, with the own points where it depends on them; then every stay is paid.
 */
import { Decimal, yuanOf } from '../../money.ts';
import type { DipPolicy } from '../../policy/methods/dip.ts';
import { both, wrong } from '../../policy/mistakes.ts';
import type { Draft } from '../as-on-bill.ts';
import { auxiliaryClasses } from '../dip/auxiliary-classes.ts';
import type { DipCatalogue } from '../dip/catalogue.ts';
import { deviatedPoints, roundedTo } from '../dip/deviation.ts';
import { type DipGrouping, dipGrouping } from '../dip/grouping.ts';
import { certainFen } from '../dip/near-line.ts';
import { openDipCatalogue } from '../dip/open-catalogue.ts';
import { type DipPayers, dipPayers, NO_PAYER } from '../dip/payers.ts';
import { type PointValue, pointValueOf } from '../dip/point-value.ts';
import { deviatedPays, dipPrice, extremeFrom, linesOf } from '../dip/prices.ts';
import { type DipTerms, dipTerms } from '../dip/terms.ts';
import { fundColumns } from '../fund-columns.ts';
import type { Part } from '../part.ts';
import type { ToPay } from '../settle.ts';
import { bandIndex, type Price, unpricedReasons } from '../settlement.ts';
import { shareOfFen } from '../share-of-fen.ts';
import { paySpecial } from '../special/special-cases.ts';
import { leaveUnpriced } from './leave-unpriced.ts';

export function payDip({ stays, part, me }: ToPay, policy: DipPolicy, draft: Draft): void {
  const catalogue = openDipCatalogue(part, policy);
  const grouping = dipGrouping(stays, catalogue);
  const payers = dipPayers(stays, policy);
  const found = findTerms({ catalogue, grouping, payers, policy, me }, draft);
  const values = pointValues(found, { payers, policy, part });
  payByTerms(found, { grouping, payers, policy, part, values, me }, draft);
  paySpecial({ stays, part, me }, policy.special, draft);
  fundColumns(stays, policy.fund, { draft, me });
}

/** The terms that occur, and of every stay the place of its own among them, -1 where it has none. */
type Found = {
  readonly terms: readonly DipTerms[];
  readonly group: readonly number[];
  readonly insurance: readonly number[];
  readonly of: Int32Array;
  /** Of each of the terms, Σ points of its stays after deviation; empty where no point value asks for own points. */
  readonly points: readonly Decimal[];
};
type ToFind = {
  readonly catalogue: DipCatalogue;
  readonly grouping: DipGrouping;
  readonly payers: DipPayers;
  readonly policy: DipPolicy;
  readonly me: number;
};

function findTerms({ catalogue, grouping, payers, policy, me }: ToFind, draft: Draft): Found {
  const { by, payment, count } = draft;
  const { group } = grouping.columns;
  const classes = classSlots(catalogue, policy);
  const perSlot = payers.places.length * payers.insurances.length;
  const at = new Int32Array(classes.slots * perSlot).fill(-1);
  const terms: DipTerms[] = [];
  const [groups, insurances]: [number[], number[]] = [[], []];
  const of = new Int32Array(count).fill(-1);
  for (let row = 0; row < count; row++) {
    if (by[row] !== me) continue;
    const g = group[row]!;
    const key = payers.of[row]!;
    if (g === 0 || key === NO_PAYER) continue;
    const auxiliary = classes.used[g] === 0 ? 0 : grouping.auxiliary[row]!;
    const slot = (classes.first[g]! + auxiliary) * perSlot + key;
    if (at[slot] === -1) {
      const place = payers.places[Math.floor(key / payers.insurances.length)]!;
      if (place.missing !== '') continue;
      at[slot] = terms.push(dipTerms(catalogue.groups[g - 1]!, auxiliary, place, policy)) - 1;
      groups.push(g);
      insurances.push(key % payers.insurances.length);
    }
    of[row] = at[slot]!;
  }
  const asksOwn = [...policy.pointValues.values()].some(rule => rule.kind === 'settlement' && rule.withOwn);
  return { terms, group: groups, insurance: insurances, of, points: asksOwn ? ownPoints(terms, of, payment, policy) : [] };
}

/** Every group has a slot for each class of its auxiliary list, or one slot where the policy does not use that list. */
function classSlots({ groups }: DipCatalogue, { auxiliary }: DipPolicy) {
  const first = new Int32Array(groups.length + 1);
  const used = new Uint8Array(groups.length + 1);
  let slots = 0;
  for (const [i, group] of groups.entries()) {
    first[i + 1] = slots;
    used[i + 1] = Number(group.auxiliary !== undefined && auxiliary.includes(group.auxiliary.dimension));
    slots += group.auxiliary && used[i + 1] === 1 ? auxiliaryClasses[group.auxiliary.dimension].length : 1;
  }
  return { first, used, slots };
}

/** Σ points by terms: a sum of costs tells those beyond the lines, unless points are rounded stay by stay. */
function ownPoints(terms: readonly DipTerms[], of: Int32Array, cost: Float64Array, policy: DipPolicy): readonly Decimal[] {
  const benchmarks = terms.map(one => one.benchmark ?? circular(policy));
  if (policy.rounding.points !== undefined) return roundedPoints(terms, of, cost, { policy, benchmarks });
  const lines = benchmarks.map(benchmark => linesOf(benchmark, policy));
  const reviewed = policy.deviation?.extreme?.pay === 'standard';
  const extreme = Float64Array.from(benchmarks, one => (reviewed ? extremeFrom(one, policy) : Number.POSITIVE_INFINITY));
  const lowTo = Float64Array.from(lines, one => one.lowTo);
  const highFrom = Float64Array.from(lines, one => one.highFrom);
  const column = () => new Float64Array(terms.length);
  const [normal, lowCost, high, highCost] = [column(), column(), column(), column()];
  for (let row = 0; row < of.length; row++) {
    const t = of[row]!;
    if (t < 0) continue;
    const fen = cost[row]!;
    if (fen <= lowTo[t]!) lowCost[t]! += fen;
    else if (fen < highFrom[t]! || fen >= extreme[t]!) normal[t]!++;
    else {
      high[t]!++;
      highCost[t]! += fen;
    }
  }
  const above = policy.deviation?.high?.value.minus(1) ?? new Decimal(0);
  return terms.map(({ points }, t) => {
    const beyond = lowCost[t]! + highCost[t]!;
    if (beyond === 0) return points.times(normal[t]!);
    // Σ cost ÷ benchmark − cases × (high − 1), and the low ones by their ratio
    const ratios = yuanOf(beyond).div(benchmarks[t]!);
    return points.times(ratios.minus(above.times(high[t]!)).plus(normal[t]!));
  });
}

type Rounded = { readonly policy: DipPolicy; readonly benchmarks: readonly Decimal[] };

function roundedPoints(
  terms: readonly DipTerms[],
  of: Int32Array,
  cost: Float64Array,
  { policy, benchmarks }: Rounded,
): readonly Decimal[] {
  const sums = terms.map(() => new Decimal(0));
  for (let row = 0; row < of.length; row++) {
    const t = of[row]!;
    if (t < 0) continue;
    const given = { cost: yuanOf(cost[row]!), benchmark: benchmarks[t]!, points: terms[t]!.points, deviation: policy.deviation };
    sums[t] = sums[t]!.plus(roundedTo(deviatedPoints(given), policy.rounding.points));
  }
  return sums;
}

function circular({ deviation }: DipPolicy): never {
  throw wrong(
    'dip.deviation.benchmark',
    deviation!.benchmarkLeaf.at,
    both(
      '是 standard，而点值取决于本院分值：互相依赖',
      'is standard while the point value depends on the own points: each needs the other',
    ),
    both(
      '写全地区的 dip.pool.*.points，或改用 level_mean、group_mean。',
      'State dip.pool.*.points, or measure by level_mean or group_mean.',
    ),
  );
}

function pointValues(
  { insurance, points }: Found,
  { payers, policy, part }: { payers: DipPayers; policy: DipPolicy; part: Part },
): readonly PointValue[] {
  const own = payers.insurances.map(() => new Decimal(0));
  for (const [t, sum] of points.entries()) own[insurance[t]!] = own[insurance[t]!]!.plus(sum);
  const { rateFactor } = part;
  return payers.insurances.map((name, i) => {
    const found = pointValueOf(policy.pointValues.get(name)!, own[i]!, policy.rounding.pointValue);
    return rateFactor ? { ...found, value: found.value.times(rateFactor), unbanded: found.unbanded.times(rateFactor) } : found;
  });
}

type Paying = {
  readonly grouping: DipGrouping;
  readonly payers: DipPayers;
  readonly policy: DipPolicy;
  readonly part: Part;
  readonly values: readonly PointValue[];
  readonly me: number;
};

function payByTerms({ terms, group, insurance, of }: Found, { grouping, payers, policy, part, values, me }: Paying, draft: Draft): void {
  const { by, band, price, standard, payment, prices, count } = draft;
  const first = prices.length;
  const own = terms.map((one, t) =>
    dipPrice(
      { group: shownGroup(group[t]!, grouping, part), insurance: payers.insurances[insurance[t]!]!, terms: one },
      values[insurance[t]!]!,
      policy,
    ),
  );
  const pays = terms.map((one, t) => deviatedPays(one, own[t]!, policy));
  const standards = Float64Array.from(own, one => one.standard);
  const lowTo = Float64Array.from(own, one => one.lowTo);
  const highFrom = Float64Array.from(own, one => one.highFrom);
  const slope = slopes(terms, own, policy);
  for (let row = 0; row < count; row++) {
    if (by[row] !== me) continue;
    const t = of[row]!;
    if (t < 0) {
      leaveWithoutTerms(row, { grouping, payers, policy }, draft);
      continue;
    }
    const cost = payment[row]!; // as on the bill, until now
    price[row] = first + t;
    standard[row] = standards[t]!;
    if (cost <= lowTo[t]!) {
      band[row] = bandIndex.low;
      const fen = certainFen(slope[t]! * cost, slope[t]! * cost);
      payment[row] = fen < 0 ? pays[t]!.low(cost) : fen;
    } else if (cost >= highFrom[t]!) {
      band[row] = bandIndex.high;
      payment[row] = pays[t]!.high(cost);
    } else {
      band[row] = bandIndex.normal;
      payment[row] = standards[t]!;
    }
  }
  prices.push(...own);
}

/** Fen paid for a fen of cost below the low line; 0, which decides nothing, where points are rounded on the way. */
function slopes(terms: readonly DipTerms[], own: readonly Price[], { rounding }: DipPolicy): Float64Array {
  if (rounding.points !== undefined) return new Float64Array(terms.length);
  return Float64Array.from(terms, ({ points }, t) => (points.toNumber() * own[t]!.rate.toNumber()) / own[t]!.benchmark.toNumber());
}

/** In a mix whose groups are not these, a price belongs to none of them. */
const shownGroup = (g: number, { groups }: DipGrouping, part: Part): number => (part.groups?.[g]?.drg === groups[g]!.drg ? g : -1);

function leaveWithoutTerms(row: number, { grouping, payers, policy }: Pick<Paying, 'grouping' | 'payers' | 'policy'>, draft: Draft): void {
  const key = payers.of[row]!;
  if (grouping.columns.group[row] === 0) {
    if (policy.ungrouped) payShareOfCost(row, policy.ungrouped.value, draft);
    else leaveUnpriced(draft, row, 'ungrouped');
  } else if (key === NO_PAYER) leaveUnpriced(draft, row, 'insurance_unmapped');
  else leaveUnpriced(draft, row, payers.places[Math.floor(key / payers.insurances.length)]!.missing);
}

function payShareOfCost(row: number, ratio: Decimal, { band, reason, payment }: Draft): void {
  const whole = 10 ** ratio.decimalPlaces();
  band[row] = bandIndex.ratio;
  reason[row] = unpricedReasons.indexOf('ungrouped');
  payment[row] = shareOfFen(payment[row]!, ratio.times(whole).toNumber(), whole);
}
