/** What is known about the synthetic hospital because it was made so: totals, and the oddities planted on purpose with the stays that carry them. */
import { yuanText } from '../money.ts';
import { otherFunds } from '../stay/stay-table.ts';
import type { Stay } from './row.ts';

/** What is planted, and in how many stays of a thousand it is tried; where it cannot be (an operation already there, a newborn) it is left out. */
export const plantings = {
  /** Cost above 3 times weight × 10,000 yuan. */
  high_outlier: 20,
  /** Cost below 0.3 times weight × 10,000 yuan. */
  low_outlier: 30,
  /** No diagnosis at all was written down. */
  missing_principal: 3,
  /** A grey code, which the code list has and settlement does not allow, among the other diagnoses. */
  grey_code: 4,
  /** A code that is in no list among the other diagnoses. */
  unknown_code: 3,
  /** An operation that has nothing to do with the principal diagnosis. */
  ambiguous: 17,
  /** A principal diagnosis that no MDC takes. */
  ungrouped: 5,
} as const;
export type Planting = keyof typeof plantings;

export type Truth = {
  readonly schemaVersion: 1;
  readonly seed: number;
  readonly year: number;
  readonly stays: number;
  /** Yuan; cost = fund + patient + other + hospital_part. */
  readonly cost: string;
  readonly fund: string;
  readonly patient: string;
  readonly other: string;
  readonly hospital_part: string;
  readonly planted: readonly { readonly kind: Planting; readonly count: number; readonly stays: readonly string[] }[];
};

export type Sums = { cost: number; fund: number; patient: number; other: number; hospital_part: number };
export type Planted = Record<Planting, string[]>;

export const noSums = (): Sums => ({ cost: 0, fund: 0, patient: 0, other: 0, hospital_part: 0 });

export function addStay(sums: Sums, { bill, benefit }: Pick<Stay, 'bill' | 'benefit'>): void {
  sums.cost += bill.total;
  sums.fund += benefit.fund;
  sums.patient += benefit.account + benefit.cash;
  for (const fund of otherFunds) sums.other += benefit[fund];
  sums.hospital_part += benefit.hospital_part;
}

/** Yuan. */
export const sumTexts = ({ cost, fund, patient, other, hospital_part }: Sums) => ({
  cost: yuanText(cost),
  fund: yuanText(fund),
  patient: yuanText(patient),
  other: yuanText(other),
  hospital_part: yuanText(hospital_part),
});

export const nothingPlanted = (): Planted =>
  ({ ...Object.fromEntries(Object.keys(plantings).map(kind => [kind, []])) }) as unknown as Planted;

type Made = { readonly seed: number; readonly year: number; readonly stays: number; readonly sums: Sums; readonly planted: Planted };

export const truthOf = ({ seed, year, stays, sums, planted }: Made): Truth => ({
  schemaVersion: 1,
  seed,
  year,
  stays,
  ...sumTexts(sums),
  planted: (Object.keys(plantings) as Planting[]).map(kind => ({ kind, count: planted[kind].length, stays: planted[kind] })),
});
