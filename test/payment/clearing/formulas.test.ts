import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, toFen, yuanText } from '../../../src/money.ts';
import { monthPaid, releasedBy } from '../../../src/payment/clearing/deposit.ts';
import { floatingPrice, type PriceInput } from '../../../src/payment/clearing/floating-price.ts';
import { hospitalsPart, onBasis, poolOf, ratePerUnit, sharedPool } from '../../../src/payment/clearing/pool.ts';
import { sharedByHospital, sharedByPool } from '../../../src/payment/clearing/sharing-of-year.ts';
import { scoreTiers } from '../../../src/policy/score-tiers.ts';
import { sharingTiers } from '../../../src/policy/sharing-tiers.ts';
import { insured, read } from './small-year.ts';

const d = (text: string): Decimal => new Decimal(text);
const at = { file: 't.yaml', line: 1 };
const leafOf = (value: unknown) => ({ value: value as readonly unknown[], unit: undefined, source: undefined, at });
const sourced = (value: string) => ({ value: d(value), leaf: { ...leafOf([]), value } });
const employee = (fund: string, p: string, more = '') => read(`insurances:\n${insured(fund, p, more)}`).insurances.get('employee')!;

describe('the pool', () => {
  it('680,000,000 ÷ 0.70 ÷ (98,000 cases × 1.02) is 9,718.17 a weight', () => {
    const pool = poolOf(employee('680000000.00', '0.70'), 'total_cost');
    const total = onBasis(pool.usable, pool);
    // 971,428,571.43 ÷ 99,960
    expect([total.toFixed(2), ratePerUnit(total, d('98000').times('1.02')).toFixed(2)]).toEqual(['971428571.43', '9718.17']);
    // on fund basis p does not count: 680,000,000 ÷ 99,960
    const fund = poolOf(employee('680000000.00', '0.70'), 'fund');
    expect(ratePerUnit(onBasis(fund.usable, fund), d('99960')).toFixed(2)).toBe('6802.72');
  });

  it('holds back 调剂金 and 风险金 of the adjusted budget', () => {
    // 1,000,000 + 50,000.10 − 10,000 = 1,040,000.10; 5 % is 52,000.005, half a fen up; 10 % is 104,000.01
    const more = `    reserve_share: {value: "0.05", unit: ratio}
    risk_share: {value: "0.1", unit: ratio}
    adjustments:
      - {date: "2025-07-01", amount: "50000.10", reason: more}
      - {date: "2025-09-01", amount: "-10000.00", reason: less}
`;
    const { adjusted, reserve, risk, usable } = poolOf(employee('1000000.00', '0.7', more), 'total_cost');
    expect([adjusted, reserve, risk, usable].map(yuanText)).toEqual(['1040000.10', '52000.01', '104000.01', '884000.08']);
  });

  it.each([
    // budget 100, hospitals have 15 % of either
    ['90', '1.5', '91.5'],
    ['100', '0', '100'],
    ['120', '-3', '117'],
  ])('spent %s of 100: hospitals %s, pool %s', (spent, part, pool) => {
    const rule = { by: 'pool', surplus: sourced('0.15'), deficit: sourced('0.15') } as const;
    expect([hospitalsPart(d('100'), d(spent), rule).toFixed(), sharedPool(d('100'), d(spent), rule).toFixed()]).toEqual([part, pool]);
  });

  it('the hospital has the part of the pool that it spent', () => {
    const rule = { by: 'pool', surplus: sourced('0.15'), deficit: sourced('0.2') } as const;
    const own = (usable: string, spent: string, others: string) =>
      yuanText(sharedByPool(toFen(usable), toFen(spent), d(others), rule).amount);
    expect([
      own('100', '80', '40'), // 20 too much, 20 % of it is 4, 80 of 120: 2.666…
      own('130', '80', '40'), // 10 left, 15 % of it is 1.50, 80 of 120
      own('120', '80', '40'),
      own('120', '0', '0'),
    ]).toEqual(['-2.67', '1.00', '0.00', '0.00']);
  });
});

describe('a floating price', () => {
  const input: PriceInput = {
    ...{ pool: d('1000'), fixed: d('100'), own: d('4'), multiplier: d('1'), others: d('6'), digits: 4 },
    ...{ budgeted: d('90'), band: undefined, reserve: d('0') },
  };
  const band = { low: d('0.95'), high: d('1.05'), leaf: leafOf([]) };
  // 85.52 and 94.48 of 90
  const narrow = () => ({ ...band, low: d('85.52').div(90), high: d('94.48').div(90) });
  const tight = () => ({ ...band, low: d('89.91').div(90), high: d('89.99').div(90) });
  const shown = (more: Partial<PriceInput>): string => {
    const found = floatingPrice({ ...input, ...more });
    return found ? `${found.price.toFixed()} ${found.kept ?? ''} ${found.moved.toFixed()}`.replace('  ', ' ') : 'none';
  };
  it.each([
    ['(1,000 − 100) ÷ 10', {}, '90 0'],
    ['volume × 1.5: 900 ÷ 12', { multiplier: d('1.5') }, '75 0'],
    ['four digits, half away from zero: 900.0005 ÷ 10', { pool: d('1000.0005') }, '90.0001 0'],
    ['none at all: 900 ÷ 7', { own: d('1'), digits: 0 }, '129 0'],
    ['nobody to pay', { own: d('0'), others: d('0') }, 'none'],
    ['nothing left', { fixed: d('1000') }, 'none'],
    // the band is 85.5 to 94.5
    ['on the lower end', { band, pool: d('955') }, '85.5 0'],
    ['below it, with a reserve: (85.5 − 85.4) × 10', { band, pool: d('954'), reserve: d('50') }, '85.5 low 1'],
    ['just enough', { band, pool: d('954'), reserve: d('1') }, '85.5 low 1'],
    ['not enough: 85.4 + 0.9 ÷ 10', { band, pool: d('954'), reserve: d('0.9') }, '85.49 reserve 0.9'],
    ['on the upper end', { band, pool: d('1045') }, '94.5 0'],
    ['above it: (94.5 − 94.6) × 10 go to the reserve', { band, pool: d('1046') }, '94.5 high -1'],
    // what the band moves is of its exact end, (94.5 − 94.6) × 10; the rounding to 94 is part of what is left of the pool. 95 lies outside
    ['the upper end is rounded down', { band, pool: d('1046'), digits: 0 }, '94 high -1'],
    // 85.44 to one digit is 85.4, below the band; (85.44 − 85.4) × 10
    [
      'the lower end is rounded up',
      { band: { ...band, low: d('85.44').div(90) }, pool: d('954'), reserve: d('50'), digits: 1 },
      '85.5 low 0.4',
    ],
    // a band of 85.52 to 94.48: rounded to one digit its own ends would be 85.5 and 94.5
    ['just above the lower end', { band: narrow(), pool: d('955.2'), digits: 1 }, '85.6 0'],
    ['just below the upper end', { band: narrow(), pool: d('1044.8'), digits: 1 }, '94.4 0'],
    [
      '89.95 between 89.91 and 89.99: 90 lies above and 89 below, the lower end stays',
      { band: tight(), pool: d('999.5'), digits: 0 },
      '89.91 0',
    ],
  ])('%s', (_, more, expected) => expect(shown(more)).toBe(expected));

  it('never leaves its band, however few the digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 800_000, max: 1_000_000 }),
        fc.integer({ min: 1_000_000, max: 1_200_000 }),
        fc.integer({ min: 200_000, max: 2_000_000 }),
        fc.integer({ min: 0, max: 4 }),
        (low, high, pool, digits) => {
          const band = { low: d(String(low)).div(1_000_000), high: d(String(high)).div(1_000_000), leaf: leafOf([]) };
          const { price } = floatingPrice({ ...input, fixed: d('0'), band, pool: d(String(pool)).div(1000), digits, reserve: d('9999') })!;
          expect([price.gte(band.low.times(90)), price.lte(band.high.times(90))]).toEqual([true, true]);
        },
      ),
    );
  });

  it('falls when own points rise and others stay', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 0, max: 10 ** 9 }),
        (own, more, others) => {
          const of = (units: number) => floatingPrice({ ...input, own: d(String(units)), others: d(String(others)) })!.raw;
          expect(of(own + more).lt(of(own))).toBe(true);
        },
      ),
    );
  });
});

describe('the quality deposit', () => {
  const tiers = scoreTiers(
    leafOf([
      { from: '0', to: '60', release: '0' },
      { from: '60', to: '80', release: '0.5' },
      { from: '80', to: '90', release: '0.8', rises_to: '1' },
      { from: '90', to: null, release: '1' },
    ]),
  );
  it.each([
    ['0', '0'],
    ['59.99', '0'],
    ['60', '0.5'],
    ['79.99', '0.5'],
    ['80', '0.8'],
    ['85', '0.9'],
    ['88', '0.96'], // 0.8 + 0.2 × 8 ÷ 10
    ['89.99', '0.9998'],
    ['90', '1'],
    ['100', '1'],
  ])('a score of %s releases %s', (score, share) => expect(releasedBy(d(score), tiers).share.toFixed()).toBe(share));

  it.each([
    ['1000.01', '950.01', '50.00'], // 950.0095
    ['0.10', '0.10', '0.00'], // 0.095: half a fen away from zero
    ['0.00', '0.00', '0.00'],
  ])('of %s a month pays %s and holds %s', (fund, paid, held) => {
    const month = monthPaid(toFen(fund), d('0.95'));
    expect([yuanText(month.paid), yuanText(month.held)]).toEqual([paid, held]);
  });
});

describe('sharing by hospital, at both sides of every bound', () => {
  const marginal = sharingTiers(
    leafOf([
      { from: '0', to: '0.85', hospital_keeps: '0.5' },
      { from: '0.85', to: '1', hospital_keeps: '1' },
      { from: '1', to: '1.1', fund_pays: '0.6' },
      { from: '1.1', to: null, fund_pays: '0' },
    ]),
  );
  const whole = sharingTiers(
    leafOf([
      { from: '0', to: '0.85', cost_times: '1.15' },
      { from: '0.85', to: '1', hospital_keeps: '1' },
      { from: '1', to: null, fund_pays: '0' },
    ]),
  );
  const spent = (hospital: string, actual: string, allotted: string) => ({ hospital, actual: toFen(actual), allotted: toFen(allotted) });
  const shared = (tiers: typeof marginal, actual: string) => {
    const { hospitals, amount } = sharedByHospital([spent('H1', actual, '1000')], { by: 'hospital', tiers, leaf: leafOf([]) });
    return `${hospitals[0]?.u.toFixed(4)} ${yuanText(amount)}`;
  };
  it.each([
    ['800', '0.8000 -25.00'], // keeps 150 and half of 50
    ['849.98', '0.8500 -0.01'], // half of 2 fen
    ['850', '0.8500 0.00'],
    ['1000', '1.0000 0.00'],
    ['1000.01', '1.0000 0.01'], // 0.6 of a fen
    ['1100', '1.1000 60.00'],
    ['1100.01', '1.1000 60.00'],
    ['2000', '2.0000 60.00'],
  ])('tier by tier: %s of 1,000', (actual, expected) => expect(shared(marginal, actual)).toBe(expected));

  it.each([
    ['800', '0.8000 -80.00'], // 800 × 1.15 = 920
    ['849.99', '0.8500 -22.51'], // 977.4885
    ['850', '0.8500 0.00'],
    ['1200', '1.2000 0.00'],
  ])('the whole payment: %s of 1,000', (actual, expected) => expect(shared(whole, actual)).toBe(expected));

  it('each hospital for itself: 800 and 1,200 of 1,000 each are not 2,000 of 2,000', () => {
    const of = (...all: ReturnType<typeof spent>[]) => {
      const { hospitals, amount, excess } = sharedByHospital(all, { by: 'hospital', tiers: marginal, leaf: leafOf([]) });
      return [
        ...hospitals.map(({ hospital, u, amount }) => `${hospital} ${u.toFixed(1)} ${yuanText(amount)}`),
        yuanText(amount),
        yuanText(excess),
      ];
    };
    // H1 keeps 150 and half of 50, H2 is borne 60 % of 100; together 35; the reserve pays the 60
    expect(of(spent('H1', '800', '1000'), spent('H2', '1200', '1000'))).toEqual(['H1 0.8 -25.00', 'H2 1.2 60.00', '35.00', '60.00']);
    expect(of(spent('H1', '2000', '2000'))).toEqual(['H1 1.0 0.00', '0.00', '0.00']);
  });

  it('nothing allotted has no u', () => {
    expect(sharedByHospital([spent('H1', '5', '0')], { by: 'hospital', tiers: marginal, leaf: leafOf([]) })).toEqual({
      hospitals: [],
      amount: 0,
      excess: 0,
      own: 0,
      spent: 0,
    });
  });
});
