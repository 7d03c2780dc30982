/**
 * The ledger of the year: a row for every insurance, hospital and month, one for stays without a date, one for the clearing itself.
 * Every column of the year is the sum of its rows to the fen; the running balance is what the fund still owes, 0 after the clearing.
 */
import { type Decimal, type Fen, part } from '../../money.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import type { Settlement } from '../settlement.ts';
import type { Budget, Entry } from './budget.ts';
import { monthPaid } from './deposit.ts';
import type { Payers } from './payers.ts';
import { PERIODS, type Periods, period, periodOfMonth } from './periods.ts';

export const ledgerColumns = [
  ...(['stays', 'cost', 'payment', 'fund', 'patient', 'other', 'billed', 'declared', 'paid_by_rule', 'deposit'] as const),
  ...(['deductions', 'paid', 'prepaid', 'adjusted', 'clearing'] as const),
] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

/**
 * Fen but `stays`. `payment` to `other` at the final price, `billed` the fund's part as on the bills, `declared` the fund's part at the
 * price of the months, `paid_by_rule` what of it is paid at once and `deposit` the rest; `paid` what was really paid; `adjusted` what the
 * clearing adds to or takes from what is due (quality, sharing, a deposit that is not released).
 */
export type LedgerRow = Readonly<Record<LedgerColumn, number>> & {
  readonly insurance: string;
  readonly hospital: string;
  /** Of `periods.ts`. */
  readonly period: number;
  /** What the fund owes for the insurance so far: Σ fund + adjusted − deductions − paid − prepaid − clearing. */
  readonly balance: number;
};

export type LedgerInput = {
  readonly stays: StayTable;
  /** At the price of the months, and at the final one. */
  readonly monthly: Settlement;
  readonly final: Settlement;
  readonly payers: Payers;
  readonly periods: Periods;
  readonly budget: Budget;
  readonly share: Decimal;
};

type Sums = Record<LedgerColumn, Float64Array>;

/** Rows without the clearing, by insurance, period and hospital. A row that is all nothing is left out. */
export function ledgerRows(input: LedgerInput): readonly Omit<LedgerRow, 'balance'>[] {
  const { payers, budget, share } = input;
  const hospitals = namesWith(payers.hospitals, budget);
  const sums = summed(input, hospitals.length);
  const place = (insurance: number, at: number, hospital: number): number => (insurance * PERIODS + at) * hospitals.length + hospital;
  for (const [i, insurance] of payers.insurances.entries()) {
    const own = budget.insurances.get(insurance);
    if (!own) continue;
    for (let k = place(i, 0, 0); k < place(i + 1, 0, 0); k++) {
      const { paid, held } = monthPaid(sums.declared[k]! as Fen, share);
      sums.paid_by_rule[k] = paid;
      sums.deposit[k] = held;
      if (!own.paid) sums.paid[k] = paid;
    }
    const enter = (column: LedgerColumn, entries: readonly Entry[]): void => {
      for (const { month, amount, hospital } of entries) {
        const named = hospital === '' && payers.hospitals.length === 1 ? 0 : hospitals.indexOf(hospital);
        sums[column][place(i, periodOfMonth(month, budget.year), named)]! += amount;
      }
    };
    enter('paid', own.paid ?? []);
    enter('prepaid', own.prepayments);
    enter('deductions', own.deductions);
  }
  return payers.insurances.flatMap((insurance, i) =>
    Array.from({ length: PERIODS * hospitals.length }, (_, k) => {
      const [at, hospital] = [Math.floor(k / hospitals.length), k % hospitals.length];
      const columns = Object.fromEntries(ledgerColumns.map(column => [column, sums[column][place(i, at, hospital)]!]));
      return { insurance, hospital: hospitals[hospital]!, period: at, ...(columns as Record<LedgerColumn, number>) };
    }).filter(row => ledgerColumns.some(column => row[column] !== 0)),
  );
}

/** Hospitals of the load, then those that only the budget names; '' for what it does not say of several. */
function namesWith(loaded: readonly string[], { insurances }: Budget): readonly string[] {
  const named = [...insurances.values()].flatMap(({ paid = [], prepayments, deductions }) => [...paid, ...prepayments, ...deductions]);
  const unsaid = loaded.length === 1 ? [] : [''];
  return [...new Set([...loaded, ...named.map(({ hospital }) => hospital).filter(hospital => hospital !== ''), ...unsaid])];
}

function summed({ stays, monthly, final, payers, periods }: LedgerInput, hospitals: number): Sums {
  const length = payers.insurances.length * PERIODS * hospitals;
  const sums = Object.fromEntries(ledgerColumns.map(column => [column, new Float64Array(length)])) as Sums;
  const { insurance, hospital } = payers;
  const { total, fund } = stays.money;
  const { cost, billed, payment, fund: paid, patient, other, declared, stays: counted } = sums;
  for (let i = 0; i < stays.count; i++) {
    const k = (insurance[i]! * PERIODS + periods.of[i]!) * hospitals + hospital[i]!;
    counted[k]! += 1;
    cost[k]! += total?.[i] || 0;
    if (periods.inScope[i] === 0) continue;
    billed[k]! += fund?.[i] || 0;
    payment[k]! += final.payment[i]!;
    paid[k]! += final.fund[i]!;
    patient[k]! += final.patient[i]!;
    other[k]! += final.other[i]!;
    declared[k]! += monthly.fund[i]!;
  }
  return sums;
}

/** With the row of the clearing of each insurance and the balance after every row. */
export function balanced(
  rows: readonly Omit<LedgerRow, 'balance'>[],
  cleared: ReadonlyMap<string, { readonly adjusted: Fen; readonly final: Fen; readonly hospital: string }>,
): readonly LedgerRow[] {
  const insurances = [...new Set(rows.map(({ insurance }) => insurance).concat([...cleared.keys()]))];
  return insurances.flatMap(insurance => {
    const own = rows.filter(row => row.insurance === insurance);
    const clearing = cleared.get(insurance);
    let balance = 0;
    return (clearing ? [...withoutClearing(own), clearingRow(insurance, own, clearing)] : own).map((row): LedgerRow => {
      balance += row.fund + row.adjusted - row.deductions - row.paid - row.prepaid - row.clearing;
      return { ...row, balance };
    });
  });
}

/** What was paid in the next year may stand on rows of several hospitals; the clearing adds to the one of its hospital. */
const withoutClearing = <Row extends { readonly period: number; readonly hospital: string }>(rows: readonly Row[]): readonly Row[] =>
  rows.filter((row, i) => row.period !== period.clearing || rows.findIndex(one => one.period === period.clearing) !== i);

function clearingRow(
  insurance: string,
  rows: readonly Omit<LedgerRow, 'balance'>[],
  { adjusted, final, hospital }: { readonly adjusted: Fen; readonly final: Fen; readonly hospital: string },
): Omit<LedgerRow, 'balance'> {
  const entered = rows.find(row => row.period === period.clearing);
  const nothing = Object.fromEntries(ledgerColumns.map(column => [column, 0])) as Record<LedgerColumn, number>;
  return { ...nothing, ...entered, insurance, hospital: entered?.hospital ?? hospital, period: period.clearing, adjusted, clearing: final };
}

/** Σ of rows, every column. */
export function totalOf(rows: readonly Omit<LedgerRow, 'balance'>[]): Readonly<Record<LedgerColumn, number>> {
  const total = Object.fromEntries(ledgerColumns.map(column => [column, 0])) as Record<LedgerColumn, number>;
  for (const row of rows) for (const column of ledgerColumns) total[column] += row[column];
  return total;
}

/** 尾差 of paying months one by one: Σ of the rounded months less the rounded share of the year. */
export const monthlyTail = ({ paid_by_rule, declared }: Readonly<Record<LedgerColumn, number>>, share: Decimal): Fen =>
  (paid_by_rule - part(declared as Fen, share)) as Fen;
