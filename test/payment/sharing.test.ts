import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFen, yuanText } from '../../src/money.ts';
import { shared, sharingTiers } from '../../src/payment/sharing.ts';
import { refusal } from '../policy/short-policy.ts';

const at = { file: 'p.yaml', line: 12 };
const tiers = (value: readonly unknown[]) =>
  sharingTiers({ value, at, items: value.map((_, i) => ({ at: { ...at, line: 13 + i }, source: undefined })) });

const usual = [
  { from: '0', to: '0.85', hospital_keeps: '0.5' },
  { from: '0.85', to: '1', hospital_keeps: '1' },
  { from: '1', to: '1.1', fund_pays: '0.6' },
  { from: '1.1', to: null, fund_pays: '0' },
];
const fen = (yuan: string) => toFen(yuan);
const said = (actual: string, allot: string, value: readonly unknown[] = usual) => {
  const { fund, kept, borne, steps } = shared(fen(actual), fen(allot), tiers(value));
  return [
    yuanText(fund),
    yuanText(kept),
    yuanText(borne),
    steps.map(({ tier, amount, pays }) => `${tier.at.line}: ${amount} → ${yuanText(pays)}`),
  ];
};

describe('a surplus and an excess are shared tier by tier', () => {
  it.each([
    // 800,000 + half of the 50,000 below 85 % + all of the 150,000 above
    ['800000', ['975000.00', '175000.00', '0.00', ['13: 50000 → 25000.00', '14: 150000 → 150000.00']]],
    // exactly 85 %: the first tier is empty
    ['850000', ['1000000.00', '150000.00', '0.00', ['14: 150000 → 150000.00']]],
    // a fen below: 0.005 of it is kept, half a fen away from zero
    ['849999.99', ['1000000.00', '150000.01', '0.00', ['13: 0.01 → 0.01', '14: 150000 → 150000.00']]],
    ['1000000', ['1000000.00', '0.00', '0.00', []]],
    ['1100000', ['1060000.00', '0.00', '40000.00', ['15: 100000 → 60000.00']]],
    // beyond 110 % the hospital bears all
    ['1150000', ['1060000.00', '0.00', '90000.00', ['15: 100000 → 60000.00', '16: 50000 → 0.00']]],
    ['0', ['575000.00', '575000.00', '0.00', ['13: 850000 → 425000.00', '14: 150000 → 150000.00']]],
  ])('actual %s of 1,000,000', (actual, expected) => expect(said(actual, '1000000')).toEqual(expected));

  // the two texts seen for less than 85 %: 1.15 × 800,000, or 0.85 × 1,000,000
  it('a tier may say the whole payment instead', () => {
    const times = (kind: string, share: string) => [{ from: '0', to: '0.85', [kind]: share }, ...usual.slice(1)];
    expect(said('800000', '1000000', times('cost_times', '1.15'))).toEqual(['920000.00', '120000.00', '0.00', ['13: 800000 → 120000.00']]);
    expect(said('800000', '1000000', times('allot_times', '0.85'))).toEqual(['850000.00', '50000.00', '0.00', ['13: 1000000 → 50000.00']]);
    // at 85 % the next tier decides
    expect(said('850000', '1000000', times('cost_times', '1.15'))[0]).toBe('1000000.00');
    expect(said('849999.99', '1000000', times('cost_times', '1.15'))[0]).toBe('977499.99');
  });

  it('nothing allotted: all of it is excess of the last tier', () => {
    expect(said('100', '0')).toEqual(['0.00', '0.00', '100.00', ['16: 100 → 0.00']]);
    expect(said('0', '0')).toEqual(['0.00', '0.00', '0.00', []]);
  });

  const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
  it('the steps sum to the payment, and no fen is lost between fund and hospital', () => {
    fc.assert(
      fc.property(amount, amount, (actual, allot) => {
        const { fund, kept, borne, steps } = shared(actual, allot, tiers(usual));
        expect(steps.reduce((sum, { pays }) => sum + pays, Math.min(actual, allot))).toBe(fund);
        expect(actual + kept - borne).toBe(fund);
        expect(Math.min(kept, borne)).toBe(0);
      }),
    );
  });

  it('spending more is never paid less', () => {
    fc.assert(
      fc.property(amount, amount, amount, (a, b, allot) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(shared(less, allot, tiers(usual)).fund).toBeLessThanOrEqual(shared(more, allot, tiers(usual)).fund);
      }),
    );
  });
});

describe('tiers that cannot be meant', () => {
  const [first, second, third, fourth] = usual;
  it.each([
    ['a gap', [first, { ...second, from: '0.9' }, third, fourth], 'p.yaml:14: settlement.sharing has a gap between 0.85 and 0.9'],
    ['an overlap', [first, { ...second, from: '0.8' }, third, fourth], 'p.yaml:14: settlement.sharing overlaps from 0.8 to 0.85'],
    ['a start above 0', [second, third, fourth], 'p.yaml:13: settlement.sharing has a gap between 0 and 0.85'],
    ['no open end', [first, second, third], 'p.yaml:15: settlement.sharing has no tier from 1.1 on'],
    [
      'a tier after the open one',
      [...usual, { from: '2', to: null, fund_pays: '0' }],
      'p.yaml:17: settlement.sharing goes on after the open tier',
    ],
    [
      'both sides of 1',
      [first, { ...second, to: '1.1' }, fourth],
      'p.yaml:14: settlement.sharing has a tier 2 that lies on both sides of 1',
    ],
    [
      'a surplus paid by the fund',
      [{ from: '0', to: '1', fund_pays: '1' }],
      'p.yaml:13: settlement.sharing has a tier 1 below 1 with fund_pays',
    ],
    [
      'an excess kept',
      [first, second, { from: '1', to: null, hospital_keeps: '1' }],
      'p.yaml:15: settlement.sharing has a tier 3 beyond 1 with hospital_keeps',
    ],
    [
      'more than all',
      [{ ...first, hospital_keeps: '1.01' }],
      'p.yaml:13: settlement.sharing has a tier 1 with more than all of hospital_keeps',
    ],
    ['an unquoted number', [{ ...first, to: 1 }], 'p.yaml:13: settlement.sharing has a tier 1 with a `to` without quotes'],
    [
      'a word for a number',
      [{ ...first, hospital_keeps: 'half' }],
      'p.yaml:13: settlement.sharing has a tier 1 with a `hospital_keeps` that is not a decimal',
    ],
    ['an end before its beginning', [{ ...first, to: '0' }], 'p.yaml:13: settlement.sharing has a tier 1 that ends before it begins'],
    [
      'an unknown word',
      [{ from: '0', to: '1', keeps: '1' }],
      'p.yaml:13: settlement.sharing has a tier 1 that is not {from, to, hospital_keeps | fund_pays | cost_times | allot_times}',
    ],
    ['no tier at all', [], 'p.yaml:12: settlement.sharing is not a list of tiers'],
  ])('%s', (_, value, message) => {
    expect(refusal(() => tiers(value)).slice(0, 2)).toEqual(['PARAMETER_INVALID', message]);
  });
});
