/** What of a payment the fund pays and what the patient pays, section 1.4 of the payment reference; the default is the commonest. */
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, mistake } from './mistakes.ts';
import { fundMethods, patientMethods } from './names/fund.ts';

export type FundRule = {
  readonly method: (typeof fundMethods)[number];
  readonly patient: (typeof patientMethods)[number];
  /** The leaf of `fund_share.method`; undefined: the default. */
  readonly leaf: Leaf | undefined;
};

export function fundRule(leaves: Leaves, id: string): FundRule {
  const { at, word } = reader(leaves, id);
  const method = fundMethods.find(known => known === word('fund_share.method')) ?? 'difference';
  const patient = patientMethods.find(known => known === word('fund_share.patient')) ?? 'by_item';
  if (word('basis') === 'fund' && method !== 'fund_basis') {
    throw mistake(
      'PARAMETER_INVALID',
      (at('fund_share.method') ?? at('basis'))?.at,
      both(`basis 是 fund，fund_share.method 却是 ${method}`, `basis is fund, but fund_share.method is ${method}`),
      both('基金口径的价格用 fund_share.method: fund_basis。', 'A price on fund basis goes with fund_share.method: fund_basis.'),
    );
  }
  return { method, patient, leaf: at('fund_share.method') };
}
