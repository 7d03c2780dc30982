/** What must hold of every policy: of a higher rate, and of the order of the stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, toFen } from '../../src/money.ts';
import { payStay } from '../../src/payment/pay-stay.ts';
import { settle } from '../../src/payment/settle.ts';
import type { DrgPolicy, Sourced } from '../../src/policy/policy.ts';
import { anyPolicy, anyWeight, costsAround, tableOf } from './any-policy.ts';
import { groups, points, policyOf, priced, staysOf } from './small-hospital.ts';

const raised = (policy: DrgPolicy, by: Decimal): DrgPolicy => {
  const { price } = policy;
  const more = (values: ReadonlyMap<string, Sourced>) =>
    new Map([...values].map(([key, { value, leaf }]) => [key, { value: value.times(by), leaf }]));
  if (price.kind === 'rate')
    return { ...policy, price: { ...price, rates: new Map([...price.rates].map(([level, of]) => [level, more(of)])) } };
  if (price.kind === 'points') return { ...policy, price: { ...price, pointValue: more(price.pointValue) } };
  return policy;
};

const paid = (policy: DrgPolicy, weight: string, cost: number) =>
  payStay({ cost, fund: 0, patient: 0, other: 0 }, priced(policy, { weight }), policy);

describe('a higher rate or point value', () => {
  const factor = fc.integer({ min: 10_000, max: 30_000 }).map(n => new Decimal(n).div(10_000));

  it('never lowers the standard', () => {
    fc.assert(
      fc.property(anyPolicy, anyWeight, factor, (policy, weight, by) => {
        const [before, after] = [priced(policy, { weight }).standard, priced(raised(policy, by), { weight }).standard];
        expect(after).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('never lowers the payment of a stay that stays normal, or high at the standard or at so many times of it', () => {
    let asked = 0;
    fc.assert(
      fc.property(anyPolicy, anyWeight, factor, (written, weight, by) => {
        const policy = { ...written, stayRules: [], exempt: undefined };
        for (const cost of fc.sample(costsAround(priced(policy, { weight })), { numRuns: 20, seed: 3 })) {
          const [before, after] = [paid(policy, weight, cost), paid(raised(policy, by), weight, cost)];
          if (before.band !== after.band || !(before.band === 'normal' || (before.band === 'high' && keepsPace(policy)))) continue;
          asked++;
          expect(after.payment).toBeGreaterThanOrEqual(before.payment);
        }
      }),
      { numRuns: 60 },
    );
    expect(asked).toBeGreaterThan(100);
  });

  /** By rate the ratio falls as the rate rises: S·(1 + f·(C ÷ S − cap)) = f·C + S·(1 − f·cap), which rises only where f·cap is at most 1. */
  const keepsPace = ({ high, price }: DrgPolicy): boolean => {
    if (high?.pay === 'standard_only') return true;
    if (high?.pay !== 'standard_times_1_plus') return false;
    const caps = [...high.tiers, ...(high.excessTiers ?? [])].map(({ cap }) => cap);
    return price.kind === 'points' || (high.excessUpTo === undefined && caps.every(cap => cap.times(high.excessShare).lte(1)));
  };

  // Qingyang, f 0.7, cap 2.2: 30,000 × 0.7 + 10,000 × (1 − 1.54) = 15,600; at 11,000: 21,000 − 5,940 = 15,060
  it('by rate, the drop: seven tenths of what lies above 2.2 times falls as the standard rises', () => {
    const qingyang = (rate: string) =>
      policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "${rate}", unit: CNY/weight}}}}
outliers: {source: shape, high: {tiers: {value: [{max_weight: null, cap: "2.2"}], unit: ratio}, pay: standard_times_1_plus, excess_pay_ratio: {value: "0.7", unit: ratio}}}
`);
    expect(paid(qingyang('10000'), '1', toFen('30000'))).toMatchObject({ band: 'high', payment: toFen('15600') });
    expect(paid(qingyang('11000'), '1', toFen('30000'))).toMatchObject({ band: 'high', payment: toFen('15060') });
  });

  // the ratio of a points policy is measured by the mean cost, which a point value does not move: 3 × S at both
  it('by points, no drop: the ratio does not move', () => {
    const guangxi = (value: string) =>
      policyOf(
        `${points('10000', value, '1')}outliers: {source: shape, high: {tiers: {value: [{max_weight: null, cap: "2"}], unit: ratio}, pay: standard_times_1_plus}}\n`,
      );
    expect(paid(guangxi('100'), '1', toFen('40000'))).toMatchObject({ band: 'high', payment: toFen('30000') });
    expect(paid(guangxi('101'), '1', toFen('40000'))).toMatchObject({ band: 'high', payment: toFen('30300') });
  });
});

it('the order of the stays changes no payment', () => {
  fc.assert(
    fc.property(
      anyPolicy.filter(({ high, exempt }) => high?.maxCaseShare === undefined && !exempt?.items.length),
      anyWeight,
      fc.array(
        fc.record({ cost: fc.integer({ min: 0, max: 9_000_000 }), days: fc.integer({ min: -1, max: 5 }), way: fc.constantFrom('2', '4') }),
        {
          minLength: 2,
          maxLength: 12,
        },
      ),
      (policy, weight, rows) => {
        const settled = (order: typeof rows) => {
          const written = order.map(({ cost, days, way }) => ({
            ...{ group: 3, total: `${cost}`, cash: '0', materials: `${cost % 1000}`, days, discharge_way: way },
          }));
          const { stays, grouping } = staysOf(written);
          const { payment, band, fund } = settle({ stays, grouping, groups, policy, weights: tableOf(weight) });
          return order.map((_, i) => [band[i], payment[i], fund[i]]);
        };
        expect(settled([...rows].reverse())).toEqual(settled(rows).reverse());
      },
    ),
    { numRuns: 25 },
  );
});
