/** What the format knows and this version does not carry out yet is refused by name: ignoring it would answer another question. */
import type { Text } from '../errors.ts';
import { entriesOf, textOf } from './fields.ts';
import { type Entries, invalid } from './written.ts';

export function refuseUnbuilt(merged: Entries): void {
  const behaviour = merged.of.get('behaviour');
  if (behaviour && !(behaviour.kind === 'entries' && behaviour.of.size === 0)) {
    throw invalid(
      behaviour.at,
      { zh: '行为假设（behaviour）尚未实现', en: 'behaviour is not built yet' },
      { zh: '请写 behaviour: {}，先作静态测算。', en: 'Write behaviour: {} for a static run.' },
    );
  }
  const budget = entriesOf(merged, 'budget');
  const kind = budget ? textOf(budget, 'kind') : undefined;
  if (budget && budget.of.size > 0 && !(kind === 'open' && budget.of.size === 1)) {
    throw invalid(
      budget.at,
      { zh: '预算与清算（budget）尚未实现', en: 'a budget and its clearing are not built yet' },
      { zh: '请写 budget: {kind: open}。', en: 'Write budget: {kind: open}.' },
    );
  }
  refuseBasis(merged);
}

function refuseBasis(merged: Entries): void {
  const basis = merged.of.get('cost_basis');
  if (!basis) return;
  const value = basis.kind === 'entries' ? textOf(basis, 'value') : basis.kind === 'word' ? basis.value : undefined;
  if (value === 'charges') return;
  const text: Text =
    value === 'cost-centre'
      ? { zh: '按成本核算（cost-centre）尚未实现', en: 'the cost basis cost-centre is not built yet' }
      : { zh: 'cost_basis 应为 charges', en: 'cost_basis is charges' };
  throw invalid(basis.at, text, {
    zh: '请写 cost_basis: {value: charges, unit: rule}。',
    en: 'Write cost_basis: {value: charges, unit: rule}.',
  });
}
