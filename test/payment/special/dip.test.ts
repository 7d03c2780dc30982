/** Special cases under DIP: 5 per thousand of the discharges, by the same rule. */
import { expect, it } from 'vitest';
import { yuanText } from '../../../src/money.ts';
import { bands } from '../../../src/payment/settlement.ts';
import { deviation, dipPolicyOf, given, settled, staysWith } from '../dip/written-catalogue.ts';

const special = (outcome: string) => `special_case:
  source: shape
  quota: {value: "0.005", unit: share-of-stays}
  outcome: ${outcome}
  uplift: {value: "1.3", unit: ratio}
  candidates:
    - {id: over_cap, over_cap: true}
`;
const policy = (outcome: string) => dipPolicyOf(`  point_value: given\n${deviation('0.5', '2')}`, given('10') + special(outcome));
const dear = { dx: ['I25.103'], px: ['36.0700', '37.7800', '36.0601'], total: '50000' };
const plain = { dx: ['I25.103'], px: ['36.0700', '37.7800', '36.0601'], total: '19000' };

// 2,000 points at 10: S 20,000. 50,000 ÷ 19,000 = 2.631579, so (2.631579 − 2 + 1) × 20,000 = 32,631.58; × 1.3 would be 26,000
it.each([
  ['199 discharges have no place', 'actual_cost', 198, 'high 32631.58'],
  ['200 have one', 'actual_cost', 199, 'special 50000.00'],
  ['a raised standard that is less than the deviation pays is not filed', 'uplift', 199, 'high 32631.58'],
])('%s', (_name, outcome, beside, expected) => {
  const stays = staysWith([dear, ...Array.from({ length: beside }, () => plain)]);
  const { band, payment } = settled(stays, policy(outcome));
  expect(`${bands[band[0]!]} ${yuanText(payment[0]!)}`).toBe(expected);
});
