/** Why one stay came to its group and its payment, under every scenario on the desk. */
import { type Case, type CompiledCatalogue, type Trace, traceCase } from '../../grouper/index.ts';
import { billOf } from '../payment/bill.ts';
import { linesOf } from '../payment/explain.ts';
import { bands, policyOf, unpricedReasons } from '../payment/settlement.ts';
import type { ScenarioRun } from '../scenario/scenario-run.ts';
import { MISSING, type StayTable, stayId } from '../stay/stay-table.ts';
import type { StayExplanation, StayPayment } from './desk.ts';

export type ToExplain = {
  readonly stays: StayTable;
  readonly catalogues: readonly CompiledCatalogue[];
  readonly runs: readonly ScenarioRun[];
  /** Text of a table that a policy names. */
  readonly readText: (path: string) => string;
};

export const explainStay = ({ stays, catalogues, runs, readText }: ToExplain, row: number): StayExplanation => ({
  stay: stayId(row),
  traces: catalogues.map((compiled): Trace => traceCase(compiled, caseOf(stays, row))),
  payments: runs.map(run => paymentOf(run, row, readText)),
});

/** A row of the table as the one case it is. */
function caseOf({ sex, age, ageDays, birthWeight, dx, px }: StayTable, row: number): Case {
  const given = (value: number) => (value === MISSING ? undefined : value);
  const codes = ({ offsets, codes: all, words }: StayTable['dx']) =>
    Array.from(all.subarray(offsets[row]!, offsets[row + 1]!), code => words[code]!);
  return {
    sex: sex[row] === 1 || sex[row] === 2 ? sex[row] : undefined,
    age: given(age[row]!),
    ageDays: given(ageDays[row]!),
    birthWeight: given(birthWeight[row]!),
    dx: codes(dx),
    px: codes(px),
  };
}

function paymentOf(run: ScenarioRun, row: number, readText: ToExplain['readText']): StayPayment {
  const { scenario, settlement, stays, grouping, groups } = run;
  const price = settlement.prices[settlement.price[row]!];
  const bill = billOf(stays, row);
  const band = bands[settlement.band[row]!]!;
  const reason = unpricedReasons[settlement.reason[row]!]!;
  const policy = policyOf(settlement, row);
  const { ratio, lines } = linesOf({
    bill,
    band,
    reason,
    price,
    policy,
    within: policy && { stays, row, settlement, part: { policy, grouping, groups, readText } },
  });
  return {
    scenario: scenario.id,
    title: scenario.title,
    titleEn: scenario.titleEn,
    policy: scenario.policy.id,
    band,
    reason,
    drg: grouping ? groups[grouping.group[row]!]!.drg : '',
    weight: price?.weight.toString() ?? '',
    cost: bill.cost,
    // an unstable group that is paid its cost has no standard
    standard: price && !price.atCost ? settlement.standard[row]! : Number.NaN,
    ratio,
    payment: settlement.payment[row]!,
    fund: settlement.fund[row]!,
    patient: settlement.patient[row]!,
    other: settlement.other[row]!,
    margin: settlement.margin[row]!,
    lines,
  };
}
