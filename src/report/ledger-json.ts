/** A cleared year as JSON (data/schema/ledger.schema.json); ledger rows carry the names that the insurer's own clearing has for them. */
import { type Decimal, yuanText } from '../money.ts';
import type { Clearing, ClearingLine, InsuranceClearing, PriceOfYear } from '../payment/clearing/clearing.ts';
import { type LedgerColumn, totalOf } from '../payment/clearing/ledger.ts';
import { type LedgerKey, ledgerBy } from '../payment/clearing/ledger-by.ts';
import { MONTHS, monthText } from '../payment/clearing/periods.ts';
import { SCHEMA_VERSION } from './json-rows.ts';
import { ledgerAnswer } from './ledger-answer.ts';
import { periodKey } from './ledger-period.ts';

export function ledgerJson(clearing: Clearing, by: LedgerKey): string {
  const { policy, budget, rule, insurances, ledger, unbudgeted, otherClock } = clearing;
  const document = {
    schemaVersion: SCHEMA_VERSION,
    answer: ledgerAnswer(clearing, 'en'),
    policy,
    budget: { id: budget.id, file: budget.file, year: budget.year },
    clock: rule.clock,
    otherClock: otherClock ? { stays: otherClock.stays, cost: yuanText(otherClock.cost) } : null,
    unbudgeted,
    insurances: insurances.map(one => insuranceJson(one, budget.year)),
    ledger: ledgerBy(ledger, by).map(row => ({
      insurance: row.insurance,
      hospital: row.hospital,
      period: periodKey(row.period, budget.year),
      clr_ym: row.period !== undefined && row.period < MONTHS ? monthText(budget.year, row.period).replace('-', '') : null,
      ...amounts(row),
      balance: yuanText(row.balance),
    })),
    total: amounts(totalOf(ledger)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const amounts = (row: Readonly<Record<LedgerColumn, number>>) => ({
  stays: row.stays,
  medfee_sumamt: yuanText(row.cost),
  payment: yuanText(row.payment),
  fund: yuanText(row.fund),
  patient: yuanText(row.patient),
  other: yuanText(row.other),
  billed_fund: yuanText(row.billed),
  fund_appy_sum: yuanText(row.declared),
  dfr_amt: yuanText(row.paid_by_rule),
  dpst_sumamt: yuanText(row.deposit),
  det_sumamt: yuanText(row.deductions),
  act_dfr_amt: yuanText(row.paid),
  prepaid: yuanText(row.prepaid),
  adjusted: yuanText(row.adjusted),
  clearing: yuanText(row.clearing),
});

const insuranceJson = ({ insurance, due, final, u, sharing, poolTail, monthlyTail, price, lines }: InsuranceClearing, year: number) => ({
  insurance,
  due: yuanText(due),
  final: yuanText(final),
  u: u ? decimal(u) : null,
  sharing: yuanText(sharing),
  poolTail: yuanText(poolTail),
  monthlyTail: yuanText(monthlyTail),
  price: price ? priceJson(price, year) : null,
  lines: lines.map(lineJson),
});

const priceJson = ({ unit, mode, budgeted, price, raw, kept, ownUnits, othersUnits, previews }: PriceOfYear, year: number) => ({
  unit,
  mode,
  budgeted: budgeted.toFixed(),
  final: price.toFixed(),
  raw: raw ? decimal(raw) : null,
  kept: kept ?? null,
  ownUnits: decimal(ownUnits),
  othersUnits: decimal(othersUnits),
  previews: previews.map(({ period, units, price: of }) => ({
    month: monthText(year, period),
    units: decimal(units),
    price: of.toFixed(),
  })),
});

const lineJson = ({ group, kind, label, amount, figure, working, rule, source, illustrative }: ClearingLine) => ({
  group,
  kind,
  label,
  amount: amount === undefined ? null : yuanText(amount),
  figure: figure ?? null,
  working,
  rule,
  source,
  illustrative,
});

/** Twelve decimals at most: a quotient need not end. */
const decimal = (value: Decimal): string => value.toDecimalPlaces(12).toFixed();
