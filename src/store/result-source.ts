/** Groups and payments as tables. Each points by row number at what it came from: payment -> grouping -> group of the catalogue. */
import { type Group, type GroupColumns, NO_DECIDER, NO_ROW, severities } from '../../grouper/result.ts';
import { bands, type Settlement, unpricedReasons } from '../payment/settlement.ts';
import { integers, ROWID, type TableSource } from './column-source.ts';
import { FIRST_STAY } from './stay-source.ts';

export type GroupingResult = { readonly catalogue: string; readonly groups: readonly Group[]; readonly columns: GroupColumns };

/** Where rows of the table begin that others point at. */
export type GroupingPlace = { readonly firstRow: number; readonly firstGroup: number };

export function groupingSource({ columns }: GroupingResult, { firstRow, firstGroup }: GroupingPlace): TableSource {
  const { count, group, row, severity, decider } = columns;
  return {
    table: 'grouping',
    first: firstRow,
    count,
    columns: {
      grouping: ROWID,
      stay: integers(counting(count, FIRST_STAY)),
      catalogue_group: integers(Uint32Array.from(group, index => index + firstGroup)),
      severity: { kind: 'word', codes: severity, words: severities },
      adrg_row: integers(row, NO_ROW),
      decider: integers(decider, NO_DECIDER),
    },
  };
}

export type PaymentPlace = {
  readonly run: number;
  readonly firstRow: number;
  readonly firstGrouping: number | undefined;
  readonly firstPrice: number;
};

export function paymentSource(settlement: Settlement, { run, firstRow, firstGrouping, firstPrice }: PaymentPlace): TableSource {
  const { count, price, band, reason, standard, payment, fund, patient, other, margin } = settlement;
  return {
    table: 'payment',
    first: firstRow,
    count,
    columns: {
      payment: ROWID,
      run: { kind: 'same', value: run },
      stay: integers(counting(count, FIRST_STAY)),
      grouping: firstGrouping === undefined ? { kind: 'same', value: null } : integers(counting(count, firstGrouping)),
      price: integers(Float64Array.from(price, index => (index < 0 ? Number.NaN : index + firstPrice))),
      band: { kind: 'word', codes: band, words: bands },
      reason: { kind: 'word', codes: reason, words: unpricedReasons },
      standard_fen: integers(standard),
      payment_fen: integers(payment),
      fund_fen: integers(fund),
      patient_fen: integers(patient),
      other_fen: integers(other),
      margin_fen: integers(margin),
    },
  };
}

const counting = (count: number, first: number): Uint32Array => Uint32Array.from({ length: count }, (_, row) => row + first);
