/**
 * What of a payment the fund pays and what the patient pays, section 1.4 of the payment reference; the default is the commonest.
 * A patient who pays by share or recalculated pays the rest of the payment, so both need a fund's part that leaves a rest of its own.
 */
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, mistake, wrong } from './mistakes.ts';
import { fundMethods, patientMethods } from './names/fund.ts';

export type FundRule = {
  readonly method: (typeof fundMethods)[number];
  readonly patient: (typeof patientMethods)[number];
  /** The leaf of `fund_share.method`; undefined: the default. */
  readonly leaf: Leaf | undefined;
  /** The leaf that names the benefit file; not given: `recalc` takes the stay's own share from its bill. */
  readonly benefit?: Leaf | undefined;
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
  if (word('basis') === 'total_cost' && method === 'fund_basis') {
    throw mistake(
      'PARAMETER_INVALID',
      at('fund_share.method')!.at,
      both('basis 是 total_cost，fund_share.method 却是 fund_basis', 'basis is total_cost, but fund_share.method is fund_basis'),
      both(
        '价格是总费用口径就用 difference、ratio 或 recalc；基金口径写 basis: fund。',
        'A price of the total cost goes with difference, ratio or recalc; one on fund basis is basis: fund.',
      ),
    );
  }
  if (patient !== 'by_item' && !leavesARest.includes(method)) {
    throw wrong(
      'fund_share.patient',
      at('fund_share.patient')!.at,
      both(`是 ${patient}，与 fund_share.method: ${method} 不能同用`, `is ${patient}, which does not go with fund_share.method: ${method}`),
      both(
        '差额法和基金口径下个人按项目付（by_item）；by_share、recalculated 只用于 ratio 和 recalc。',
        'Under difference and fund_basis the patient pays by_item; by_share and recalculated go with ratio and recalc.',
      ),
    );
  }
  return { method, patient, leaf: at('fund_share.method'), benefit: at('benefit') };
}

/** Under difference the fund pays what the patient leaves; money on fund basis has no part of the patient in it. */
const leavesARest: readonly FundRule['method'][] = ['ratio', 'recalc'];
