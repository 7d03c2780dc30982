/**
 * What a hospital asks of every group: how many stays, what they cost, what the group is paid, who lies outside its lines. A stay without
 * a price stays in the group it fell into, at its bill. Sums and counts are given, not quotients: whoever shows a mean divides once.
 */
import type { Group } from '../../grouper/result.ts';
import { bandIndex, bands, type Price, type Settlement } from '../payment/settlement.ts';
import { MISSING } from '../stay/stay-table.ts';
import { drgKeys, type Grouped } from './keys.ts';
import { costOf } from './tally.ts';

export type GroupFigures = {
  readonly key: string;
  readonly name: string;
  /** `none`: the scenario groups nothing, and all stays are on one row. */
  readonly status: Group['status'] | 'none';
  readonly stays: number;
  readonly priced: number;
  readonly unpriced: number;
  readonly low: number;
  readonly high: number;
  /** Of one stay, exact decimal text; '' when no stay of the group has a price. */
  readonly weight: string;
  /** Fen, over the stays whose cost the file says: mean cost = cost ÷ costed. */
  readonly cost: number;
  readonly costed: number;
  /** Mean days = days ÷ timed. */
  readonly days: number;
  readonly timed: number;
  readonly standard: Standard | undefined;
  /** Fen. */
  readonly payment: number;
  /** payment − cost. */
  readonly result: number;
  readonly margin: number;
};

/** Fen: the lowest and highest price that stays of the group have, by hospital level, insurance and day; and how many prices they have. */
export type Standard = { readonly lowest: number; readonly highest: number; readonly prices: number };

/** Every group that holds a stay, the worst result first; groups of one result, and of an unknown one, by code. */
export function groupFigures(run: Grouped): GroupFigures[] {
  const { key, label } = drgKeys(run);
  const counted = countedByGroup(run, key.length);
  const prices = pricesByGroup(run.settlement.prices, counted.stays);
  const figures = key.map((code, g): GroupFigures => {
    const at = g * wide;
    const met = (band: number): number => counted.met[g * bands.length + band]!;
    const stays = bands.reduce((so, _, band) => so + met(band), 0);
    const [cost, payment] = [counted.amounts[at]!, counted.amounts[at + 1]!];
    const used = prices.get(g) ?? [];
    return {
      key: code,
      name: label[g]!,
      status: run.grouping ? run.groups[g]!.status : 'none',
      stays,
      priced: used.reduce((so, { stays: n }) => so + n, 0),
      unpriced: met(bandIndex.unpriced),
      low: met(bandIndex.low),
      high: met(bandIndex.high),
      weight: used[0]?.price.weight.toString() ?? '',
      cost,
      costed: stays - counted.costless[g]!,
      days: counted.amounts[at + 3]!,
      timed: stays - counted.dayless[g]!,
      standard: standardOf(used),
      payment,
      result: payment - cost,
      margin: counted.amounts[at + 2]!,
    };
  });
  return figures.filter(({ stays }) => stays > 0).sort(worstFirst);
}

type Counted = {
  /** cost, payment, margin, days of every group. */
  readonly amounts: Float64Array;
  readonly met: Uint32Array;
  readonly costless: Uint32Array;
  readonly dayless: Uint32Array;
  /** Stays of every price. */
  readonly stays: Uint32Array;
};
const wide = 4;

function countedByGroup({ stays, settlement, grouping }: Grouped, groups: number): Counted {
  const amounts = new Float64Array(groups * wide);
  const met = new Uint32Array(groups * bands.length);
  const [costless, dayless] = [new Uint32Array(groups), new Uint32Array(groups)];
  const ofPrice = new Uint32Array(settlement.prices.length);
  // Held in names of their own: the loop runs once for every stay.
  const { band: bandOf, price: priceOf, payment, margin, count } = settlement;
  const group = grouping?.group ?? new Uint16Array(count);
  const { days } = stays;
  const costs = costOf(stays);
  const emptyCost = stays.money.total ? 0 : Number.NaN;
  const { out } = bandIndex;
  const [columns, kinds, noDays] = [wide, bands.length, MISSING];
  for (let i = 0; i < count; i++) {
    const band = bandOf[i]!;
    if (band === out) continue;
    const g = group[i]!;
    const at = g * columns;
    const cost = costs[i]!;
    const stayed = days[i]!;
    const price = priceOf[i]!;
    met[g * kinds + band]! += 1;
    if (Number.isNaN(cost)) {
      amounts[at]! += emptyCost;
      costless[g]! += 1;
    } else amounts[at]! += cost;
    amounts[at + 1]! += payment[i]!;
    amounts[at + 2]! += margin[i]!;
    if (stayed === noDays) dayless[g]! += 1;
    else amounts[at + 3]! += stayed;
    if (price >= 0) ofPrice[price]! += 1;
  }
  return { amounts, met, costless, dayless, stays: ofPrice };
}

type Used = { readonly price: Price; readonly stays: number };

function pricesByGroup(prices: Settlement['prices'], stays: Uint32Array): ReadonlyMap<number, readonly Used[]> {
  const byGroup = new Map<number, Used[]>();
  prices.forEach((price, p) => {
    if (stays[p] === 0) return;
    const used = byGroup.get(price.group) ?? [];
    used.push({ price, stays: stays[p]! });
    byGroup.set(price.group, used);
  });
  return byGroup;
}

function standardOf(used: readonly Used[]): Standard | undefined {
  if (used.length === 0) return undefined;
  const standards = used.map(({ price }) => price.standard as number);
  return { lowest: Math.min(...standards), highest: Math.max(...standards), prices: new Set(standards).size };
}

function worstFirst(a: GroupFigures, b: GroupFigures): number {
  const [p, q] = [a.result, b.result].map(result => (Number.isNaN(result) ? Number.POSITIVE_INFINITY : result)) as [number, number];
  return p === q ? (a.key < b.key ? -1 : 1) : p < q ? -1 : 1;
}
