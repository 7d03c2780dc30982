import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal, yuanOf } from '../../src/money.ts';
import { payStay } from '../../src/payment/pay-stay.ts';
import { anyPolicy, anyWeight, costsAround } from './any-policy.ts';
import { points, policyOf, priced } from './small-hospital.ts';

const guangxi = policyOf(`${points('6712.44', '79.68', '0.86844976')}
outliers:
  source: shape
  high:
    tiers: {value: [{max_weight: "1", cap: "3"}, {max_weight: "2", cap: "2.5"}, {max_weight: null, cap: "1.5"}], unit: ratio}
    pay: standard_times_1_plus
`);

it('S·(1 + (R − cap)) is the text form (C ÷ AC − (cap − 1)·W·k)·scale of Guangxi', () => {
  fc.assert(
    fc.property(anyWeight, fc.integer({ min: 1, max: 900_000_000 }), (weight, above) => {
      const price = priced(guangxi, { weight });
      const cost = price.highFrom + above;
      const w = new Decimal(weight);
      const cap = w.lte(1) ? '3' : w.lte(2) ? '2.5' : '1.5';
      const points = yuanOf(cost).div('6712.44').minus(new Decimal(cap).minus(1).times(w).times('0.86844976')).times(100);
      const paid = yuanOf(payStay({ cost, fund: 0, patient: 0, other: 0 }, price, guangxi).payment);
      // equal but for the rounding to whole fen
      expect(points.times('79.68').minus(paid).abs().lte('0.005')).toBe(true);
    }),
  );
});

// weights twice as large at half the money are the same price; tiers go by weight and are left out
it('a rebase that undoes the scale of the weights changes no payment', () => {
  fc.assert(
    fc.property(anyPolicy, anyWeight, fc.constantFrom('2', '4', '0.5', '1.25', '8'), (policy, weight, scale) => {
      // what asks for a weight as such sees another one
      const high = policy.high && { ...policy.high, tiers: policy.high.tiers.slice(-1), excessTiers: undefined };
      const flat = { ...policy, high, stayRules: [] };
      const price = priced(flat, { weight });
      const scaled = priced(flat, { weight: new Decimal(weight).times(scale).toFixed(), rateFactor: new Decimal(1).div(scale).toFixed() });
      const [cost] = fc.sample(costsAround(price), { numRuns: 1, seed: 1 });
      const bill = { cost: cost!, fund: 0, patient: 0, other: 0 };
      expect(payStay(bill, scaled, flat).band).toBe(payStay(bill, price, flat).band);
      // the point value changed, so points rounded to digits may differ: compare where they are not rounded
      if (flat.rounding.points === undefined) expect(payStay(bill, scaled, flat)).toEqual(payStay(bill, price, flat));
    }),
    { numRuns: 200 },
  );
});

it('a larger cost is never paid less, and never less than nothing', () => {
  fc.assert(
    fc.property(
      anyPolicy,
      anyWeight,
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (policy, weight, a, b) => {
        const price = priced(policy, { weight });
        const pay = (cost: number) => payStay({ cost, fund: 0, patient: 0, other: 0 }, price, policy);
        const [small, large] = [pay(Math.min(a, b)), pay(Math.max(a, b))];
        expect(small.payment).toBeGreaterThanOrEqual(0);
        if (small.band === large.band) expect(large.payment).toBeGreaterThanOrEqual(small.payment);
      },
    ),
  );
});
