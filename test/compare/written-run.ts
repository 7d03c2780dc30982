/** A settled and grouped load written out by hand: one object a stay with what it was paid, laid down as the columns of a run. Money in fen. */
import type { Group } from '../../grouper/result.ts';
import type { Grouped } from '../../src/compare/keys.ts';
import { Decimal, type Fen } from '../../src/money.ts';
import { type Band, bandIndex, type Price } from '../../src/payment/settlement.ts';
import { MISSING, NO_MONEY } from '../../src/stay/stay-table.ts';
import { hospitalOf } from '../payment/written-stays.ts';

export type SettledStay = {
  readonly hospital?: string;
  readonly department?: string;
  readonly doctor?: string;
  readonly insurance?: string;
  readonly settled?: string;
  readonly drg?: string;
  /** undefined: the file does not say, and the stay has no price. */
  readonly cost?: number | undefined;
  readonly days?: number | undefined;
  readonly band?: Band;
  /** Index into the prices. */
  readonly price?: number;
  readonly payment?: number;
  readonly patient?: number;
  readonly other?: number;
};

export type WrittenPrice = {
  readonly drg: string;
  readonly weight: string;
  readonly standard: number;
  readonly lowTo?: number;
  readonly highFrom?: number;
};

export const group = (drg: string, status: Group['status'] = 'grouped'): Group => ({
  mdc: drg.slice(0, 1),
  adrg: drg.slice(0, 3),
  drg,
  name: `名 ${drg}`,
  status,
});

/** Fund = payment − patient − other, margin = receipts − cost, as the difference method has it. `ungrouped`: the scenario groups nothing. */
export function runOf(
  stays: readonly SettledStay[],
  { groups, prices = [], ungrouped = false }: { groups: readonly Group[]; prices?: readonly WrittenPrice[]; ungrouped?: boolean },
): Grouped {
  const fen = (of: (stay: SettledStay) => number | undefined) => Float64Array.from(stays, stay => of(stay) ?? 0);
  const doctors = ['', ...new Set(stays.flatMap(({ doctor }) => doctor || []))];
  const table = hospitalOf(
    stays.map(({ hospital, department, insurance, settled }) => given({ hospital, department, insurance, settled })),
  );
  const count = stays.length;
  const none = new Uint8Array(count);
  return {
    stays: {
      ...table,
      words: { ...table.words, doctor: { words: doctors, codes: Uint32Array.from(stays, stay => doctors.indexOf(stay.doctor ?? '')) } },
      days: Int32Array.from(stays, stay => stay.days ?? MISSING),
      money: { total: Float64Array.from(stays, stay => stay.cost ?? NO_MONEY) },
    },
    groups,
    grouping: ungrouped
      ? undefined
      : {
          count,
          group: Uint16Array.from(stays, stay => groups.findIndex(({ drg }) => drg === (stay.drg ?? groups[0]!.drg))),
          row: new Uint16Array(count),
          severity: none,
          decider: none,
        },
    settlement: {
      count,
      policies: [],
      by: none,
      prices: prices.map(price => priceOf(price, groups)),
      price: Int32Array.from(stays, stay => stay.price ?? -1),
      band: Uint8Array.from(stays, stay => bandIndex[stay.band ?? 'normal']),
      reason: none,
      standard: fen(stay => (stay.price === undefined ? 0 : prices[stay.price]!.standard)),
      payment: fen(stay => stay.payment),
      fund: fen(stay => (stay.payment ?? 0) - (stay.patient ?? 0) - (stay.other ?? 0)),
      patient: fen(stay => stay.patient),
      other: fen(stay => stay.other),
      margin: fen(stay => (stay.payment ?? 0) - (stay.cost ?? 0)),
    },
  };
}

const given = (words: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined));

function priceOf(
  { drg, weight, standard, lowTo = -1, highFrom = Number.POSITIVE_INFINITY }: WrittenPrice,
  groups: readonly Group[],
): Price {
  const one = new Decimal(1);
  const exact = new Decimal(standard).div(100);
  return {
    group: groups.findIndex(known => known.drg === drg),
    level: 'tertiary',
    insurance: 'employee',
    weight: new Decimal(weight),
    weightAt: '',
    times: new Decimal(1),
    factors: [],
    atCost: false,
    unmodified: new Decimal(exact),
    midLowTo: -1,
    coefficient: one,
    rate: one,
    perWeight: one,
    meanPerWeight: one,
    standardExact: exact,
    standard: standard as Fen,
    benchmark: exact,
    lowTo,
    highFrom,
  };
}
