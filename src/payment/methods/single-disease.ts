/** 单病种付费 over columns: the listed price, and what it leaves out at cost. */
import type { SingleDiseasePolicy } from '../../policy/methods/single-disease.ts';
import type { Draft } from '../as-on-bill.ts';
import { fundColumns } from '../fund-columns.ts';
import { listedStays, NO_EXIT } from '../listed/listed-stays.ts';
import { NOT_LISTED } from '../listed/listing.ts';
import type { ToPay } from '../settle.ts';
import { bandIndex } from '../settlement.ts';
import { leaveUnpriced } from './leave-unpriced.ts';

/** In a mix only stays that stay on the list come here; as the one method of a policy, the others have no price. */
export function paySingleDisease({ stays, part, me }: ToPay, policy: SingleDiseasePolicy, draft: Draft): void {
  const { prices, priceOf, apartOf, exitOf } = listedStays(stays, part, policy);
  const { count, by, band, standard, payment } = draft;
  if (prices.some(({ excluded }) => excluded.categories.length + excluded.items.length > 0)) draft.exempt ??= new Float64Array(count);
  for (let i = 0; i < count; i++) {
    if (by[i] !== me) continue;
    const listed = priceOf(i);
    if (listed === NOT_LISTED) {
      leaveUnpriced(draft, i, 'not_listed');
      continue;
    }
    const apart = apartOf(i, listed);
    if (Number.isNaN(apart)) leaveUnpriced(draft, i, 'no_charges');
    else if (exitOf(i, listed) !== NO_EXIT) leaveUnpriced(draft, i, 'exited');
    else {
      const { price } = prices[listed]!;
      band[i] = bandIndex.single_disease;
      standard[i] = price;
      payment[i] = price + apart;
      if (draft.exempt) draft.exempt[i] = apart;
    }
  }
  fundColumns(stays, policy.fund, { draft, me });
}
