/** What the format knows and this version does not carry out yet is refused by name: ignoring it would answer another question. */
import { both } from '../policy/mistakes.ts';
import type { Entries } from '../policy/written.ts';
import { entriesOf, textOf } from './fields.ts';
import { invalid } from './invalid.ts';

export function refuseUnbuilt(merged: Entries): void {
  const behaviour = merged.of.get('behaviour');
  if (behaviour && !(behaviour.kind === 'entries' && behaviour.of.size === 0)) {
    throw invalid(
      behaviour.at,
      both('行为假设（behaviour）尚未实现', 'behaviour is not built yet'),
      both('请写 behaviour: {}，先作静态测算。', 'Write behaviour: {} for a static run.'),
    );
  }
  const budget = entriesOf(merged, 'budget');
  const kind = budget ? textOf(budget, 'kind') : undefined;
  if (budget && budget.of.size > 0 && !(kind === 'open' && budget.of.size === 1)) {
    throw invalid(
      budget.at,
      both('预算与清算（budget）尚未实现', 'a budget and its clearing are not built yet'),
      both('请写 budget: {kind: open}。', 'Write budget: {kind: open}.'),
    );
  }
  refuseBasis(merged);
}

function refuseBasis(merged: Entries): void {
  const basis = merged.of.get('cost_basis');
  if (!basis) return;
  const value = basis.kind === 'entries' ? textOf(basis, 'value') : basis.kind === 'word' ? basis.value : undefined;
  if (value === 'charges') return;
  const text =
    value === 'cost-centre'
      ? both('按成本核算（cost-centre）尚未实现', 'the cost basis cost-centre is not built yet')
      : both('cost_basis 只能是 charges（按收费）', 'cost_basis can only be charges');
  throw invalid(basis.at, text, both('请写 cost_basis: {value: charges, unit: rule}。', 'Write cost_basis: {value: charges, unit: rule}.'));
}
