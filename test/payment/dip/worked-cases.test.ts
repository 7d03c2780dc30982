/** The figures of section 7 of the payment reference, to the fen. */
import { describe, expect, it } from 'vitest';
import { Decimal, yuanText } from '../../../src/money.ts';
import { pointValueOf } from '../../../src/payment/dip/point-value.ts';
import { yearMean } from '../../../src/payment/dip/year-mean.ts';
import { bands } from '../../../src/payment/settlement.ts';
import { deviation, dipPolicyOf, given, settled, staysWith } from './written-catalogue.ts';

const pools = `
  history_year_weights: [1, 2, 7]
  budget: {employee: {annual_costs: {value: ["900000000", "950000000", "1000000000"], unit: CNY}, points: {value: "98000000", unit: point}}}
  pool: {employee: {fund: {value: "680000000", unit: CNY}, fund_share: {value: "0.70", unit: ratio}, points: {value: "98000000", unit: point}}}`;

describe('the worked example', () => {
  it('means of 12,000, 12,600 and 13,000 weighted 1 : 2 : 7 are 12,820; of 9,500 that is a weight of 1.3495, a score of 1,349.47', () => {
    // 10 stays a year: 1.2, 1.26 and 1.3 M fen each
    const mean = yearMean([10, 10, 10], [12_000_000, 12_600_000, 13_000_000], [1, 2, 7])!;
    expect([mean.toFixed(), mean.div(9500).toFixed(4), mean.div(9500).times(1000).toFixed(2)]).toEqual(['12820', '1.3495', '1349.47']);
  });

  it('a year without stays takes no part: (2 × 12,600 + 7 × 13,000) ÷ 9 = 12,911.11', () => {
    expect(yearMean([0, 1, 1], [0, 1_260_000, 1_300_000], [1, 2, 7])!.toFixed(2)).toBe('12911.11');
    expect(yearMean([0, 0, 0], [0, 0, 0], [1, 2, 7])).toBeUndefined();
  });

  it('980 M over 98,000,000 points are 10.0000; 680 M that pay .70 of cost are 9.9125', () => {
    const value = (word: string) =>
      pointValueOf(dipPolicyOf(`  point_value: ${word}${pools}`).pointValues.get('employee')!, new Decimal(0), undefined);
    expect(value('budget').value.toFixed(4)).toBe('10.0000');
    expect(value('settlement').value.toFixed(4)).toBe('9.9125');
  });

  it('a value kept in its band stays there when it is rounded', () => {
    // 9.9125 with the budget value 10 ± .7 % is 9.93, which one digit would make 9.9
    const kept = (width: string, fund: string, digits: number) =>
      pointValueOf(
        dipPolicyOf(
          `  point_value: settlement${pools.replace('680000000', fund)}\n  point_value_band: {value: "${width}", unit: ratio}`,
        ).pointValues.get('employee')!,
        new Decimal(0),
        digits,
      ).value.toFixed();
    expect([kept('0.007', '680000000', 1), kept('0.007', '680000000', 2)]).toEqual(['10', '9.93']);
    // 700 M are 10.2041: 10.07 at most, with one digit 10.1 is above it
    expect([kept('0.007', '700000000', 1), kept('0.007', '700000000', 2)]).toEqual(['10', '10.07']);
  });

  it.each([
    // 1,349.473684 × 9.912536 = 13,376.71
    ['normal', '12800.00', '13376.71'],
    // .390625 × 1,349.473684 = 527.138158 points
    ['low', '5000.00', '5225.28'],
    // 2.34375 − 2 + 1 = 1.34375; 1,813.355263 points
    ['high', '30000.00', '17974.95'],
  ])('a %s stay of %s is paid %s', (band, total, payment) => {
    const policy = dipPolicyOf(`  point_value: settlement${pools}\n${deviation('0.5', '2')}`);
    const stays = staysWith([{ dx: ['I25.103'], px: ['36.0700'], total, fund: total, account: '0', cash: '0' }]);
    const { band: bandOf, payment: paid, standard, fund, prices } = settled(stays, policy);
    expect([bands[bandOf[0]!], yuanText(paid[0]!), yuanText(fund[0]!), yuanText(standard[0]!)]).toEqual([
      band,
      payment,
      payment,
      '13376.71',
    ]);
    expect([prices[0]!.weight.toFixed(4), prices[0]!.benchmark.toFixed()]).toEqual(['1.3495', '12800']);
  });
});

describe('both sides of the lines', () => {
  // score 2,000 at 1 yuan a point, mean of all years 19,000: half is 9,500, twice 38,000, five times 95,000
  const paid = (total: string, low: string, high: string, more = '') => {
    const policy = dipPolicyOf(`  point_value: given\n${deviation(low, high)}${more}`, given('1'));
    const { band, payment } = settled(staysWith([{ dx: ['I25.103'], px: ['36.0700', '37.7800', '36.0601'], total }]), policy);
    return [bands[band[0]!], yuanText(payment[0]!)];
  };
  it.each([
    // 2,000 × 9,499.99 ÷ 19,000 = 999.998947
    ['9499.99', 'low', '1000.00'],
    ['9500.00', 'normal', '2000.00'],
    ['38000.00', 'normal', '2000.00'],
    // 2,000 × (2.000000526 − 2 + 1) = 2,000.00105
    ['38000.01', 'high', '2000.00'],
    // 2,000 × (38,095 ÷ 19,000 − 1) = 2,010.00
    ['38095.00', 'high', '2010.00'],
    ['95000.00', 'high', '8000.00'],
    // beyond five times the formula goes on until the review
    ['95095.00', 'high', '8010.00'],
    ['0.00', 'low', '0.00'],
  ])('.5 and 2: %s is %s, paid %s', (total, band, payment) => {
    expect(paid(total, '0.5', '2')).toEqual([band, payment]);
  });
  it.each([
    // .4 × 19,000 = 7,600; 2.5 × 19,000 = 47,500
    ['7599.99', 'low', '800.00'],
    ['7600.00', 'normal', '2000.00'],
    ['47500.00', 'normal', '2000.00'],
    ['47595.00', 'high', '2010.00'],
  ])('the variant .4 and 2.5: %s is %s, paid %s', (total, band, payment) => {
    expect(paid(total, '0.4', '2.5')).toEqual([band, payment]);
  });
  it.each([
    // on the line itself: 2,000 × .5, and 2,000 × (2 − 2 + 1)
    ['9500.00', 'low', '1000.00'],
    ['38000.00', 'high', '2000.00'],
  ])('inclusive lines: %s is %s, paid %s', (total, band, payment) => {
    expect(paid(total, '0.5', '2', '\n    low_inclusive: true\n    high_inclusive: true')).toEqual([band, payment]);
  });
  it('an extreme stay may stand at its standard until it is reviewed', () => {
    const policy = dipPolicyOf(`  point_value: given\n${deviation('0.5', '2').replace('formula', 'standard')}`, given('1'));
    const stays = staysWith(['95000.00', '95000.01'].map(total => ({ dx: ['I25.103'], px: ['36.0700', '37.7800', '36.0601'], total })));
    const { payment } = settled(stays, policy);
    expect([...payment]).toEqual([800_000, 200_000]);
  });
});
