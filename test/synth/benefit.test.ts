import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benefitOf } from '../../src/synth/benefit.ts';
import type { Patient } from '../../src/synth/patient.ts';
import type { Random } from '../../src/synth/random.ts';
import { randomFrom } from '../../src/synth/random.ts';

const somebody: Patient = {
  key: '0'.repeat(16),
  sex: 1,
  age: 50,
  ageDays: undefined,
  birthWeight: undefined,
  insurance: '310',
  category: '11',
  place: 'local',
};

/** Chance that never strikes and always draws the lowest number. */
const unlucky: Random = { uniform: () => 0, below: () => 0, chance: () => false, normal: () => 0 };

describe('who pays a stay', () => {
  it('works through the plan of an employee at home', () => {
    // 10,000.00 yuan: own pay 2 % and prior self-pay 2 % leave 9,600 in scope; less 800 deductible is 8,800; 88 % of it is 7,744 from the pool;
    // nothing on the account, so the patient pays 10,000 − 7,744 = 2,256 in cash.
    expect(benefitOf(1_000_000, somebody, unlucky)).toEqual({
      own_pay: 20_000,
      over_limit: 0,
      pre_selfpay: 20_000,
      in_scope: 960_000,
      deductible: 80_000,
      fund: 774_400,
      serious_illness: 0,
      large_amount: 0,
      civil_servant: 0,
      enterprise: 0,
      medical_aid: 0,
      other_fund: 0,
      account: 0,
      cash: 225_600,
      hospital_part: 0,
    });
  });

  it('works through the plan of a resident far from home with a dear stay', () => {
    // 200,000 yuan: in scope 192,000; deductible 1,000 × 1.5; 190,500 covered, 150,000 within the cap; 65 − 15 = 50 % is 75,000 from the pool;
    // burden 117,000, above 15,000: 102,000, of which serious-illness insurance pays 60 % = 61,200; cash 200,000 − 75,000 − 61,200.
    const { fund, serious_illness, deductible, account, cash } = benefitOf(
      20_000_000,
      { ...somebody, insurance: '390', category: '15', place: 'remote' },
      unlucky,
    );
    expect({ fund, serious_illness, deductible, account, cash }).toEqual({
      fund: 7_500_000,
      serious_illness: 6_120_000,
      deductible: 150_000,
      account: 0,
      cash: 6_380_000,
    });
  });

  it('adds up exactly both ways, with no part below nothing, whatever the amount, patient and chance', () => {
    const patient = fc.record({
      insurance: fc.constantFrom('310', '390', '510'),
      category: fc.constantFrom('11', '12', '15'),
      place: fc.constantFrom('local', 'province', 'remote'),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_000_000 }), patient, fc.integer(), (total, given, seed) => {
        const parts = benefitOf(total, { ...somebody, ...given } as Patient, randomFrom(seed));
        const { own_pay, over_limit, pre_selfpay, in_scope, deductible, ...payers } = parts;
        expect(own_pay + over_limit + pre_selfpay + in_scope).toBe(total);
        expect(Object.values(payers).reduce((a, b) => a + b)).toBe(total);
        expect(Object.values(parts).every(fen => Number.isSafeInteger(fen) && fen >= 0)).toBe(true);
        expect(deductible).toBeLessThanOrEqual(in_scope);
      }),
    );
  });
});
