import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, yuanText } from '../../src/money.ts';
import { count, percent, quotient, signed, wan, yuan } from '../../src/report/format.ts';
import { ratioText, ratioWriter } from '../../src/report/ratio-text.ts';
import { rowBytes } from '../../src/report/row-bytes.ts';
import { shownChange, shownWan, tail } from '../../src/report/shown-money.ts';

describe('money as shown', () => {
  it.each([
    [0, '0.00', '0.00'],
    [4_999, '0.00', '0.00'], // 49.99 yuan is less than half of 100 yuan
    [5_000, '0.01', '+0.01'],
    [-4_999, '0.00', '0.00'], // what rounds to nothing has no sign
    [-5_000, '−0.01', '−0.01'],
    [123_456_789_012, '123,456.79', '+123,456.79'], // 1 234 567 890.12 yuan
    [Number.NaN, '–', '–'],
  ])('%i fen', (fen, plain, change) => {
    expect([shownWan(fen), shownChange(fen)]).toEqual([plain, change]);
  });

  it.each([
    [10_000, [5_000, 5_000], -10_000], // 0.01 + 0.01 shown against 0.01
    [10_000, [4_999, 5_001], 0], // 0.00 + 0.01
    [-15_000, [-5_000, -10_000], 0], // -0.01 - 0.01 = -0.02
    [Number.NaN, [1], 0],
  ])('the tail of %i with %j is %i', (total, parts, missing) => {
    expect(tail(total, parts)).toBe(missing);
  });

  it('shown parts and the tail always make the shown total', () => {
    const step = (fen: number) => new Decimal(shownWan(fen).replaceAll(',', '').replace('−', '-'));
    const fen = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(fc.array(fen, { maxLength: 8 }), parts => {
        const total = parts.reduce((a, b) => a + b, 0);
        const shown = [...parts, tail(total, parts)].map(step).reduce((a, b) => a.plus(b), new Decimal(0));
        expect(shown.equals(step(total))).toBe(true);
      }),
    );
  });
});

describe('figures as people read them', () => {
  it.each([
    [yuan(123_456_789), '1,234,567.89'],
    [yuan(-5), '-0.05'],
    [yuan(Number.NaN), '–'],
    [wan(-10_000), '-0.01'],
    [signed('1.00'), '+1.00'],
    [signed('-1.00'), '-1.00'],
    [signed('0.00'), '0.00'],
    [signed('–'), '–'],
    [count(1_234_567), '1,234,567'],
    [percent(1, 8), '12.5%'],
    [percent(1, 0), '–'],
    [percent(-1, 10_000), '0.0%'],
    [quotient(2, 3), '0.67'],
    [quotient(Number.NaN, 3), '–'],
  ])('%s is %s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

function written(fen: number): string {
  const out = rowBytes();
  out.yuan(fen);
  return out.take();
}

describe('yuan and ratios of a million rows', () => {
  it.each([0, 1, -1, 99, 100, 999, 1_000, -12_345, 1e13 - 1, 1e13, 9_007_199_254_740_991, Number.NaN])(
    '%d fen as the exact writer has it',
    fen => {
      expect(written(fen)).toBe(yuanText(fen));
    },
  );

  it('agrees with the exact writer on any whole fen', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fen => written(fen) === yuanText(fen)));
  });

  // 10 000.50 / 20 000 = 0.500025 -> 0.5000; 10 001 / 20 000 = 0.50005 -> 0.5001 (half away from zero); 10 000.99 -> 0.5000495
  it.each([
    [1_000_050, '0.5000'],
    [1_000_100, '0.5001'],
    [1_000_099, '0.5000'],
    [0, '0.0000'],
    [6_000_000, '3.0000'],
    [Number.NaN, ''],
  ])('%d fen against 20 000 yuan is %s', (cost, ratio) => {
    const benchmark = new Decimal(20_000);
    expect([ratioText(cost, benchmark), ratioWriter(benchmark)(cost)]).toEqual([ratio, ratio]);
  });

  it('has no ratio without a benchmark', () => {
    expect([ratioText(100, new Decimal(0)), ratioWriter(new Decimal(0))(100)]).toEqual(['', '']);
  });

  it('writes the exact text for any cost and benchmark', () => {
    const cost = fc.integer({ min: 0, max: 2_000_000_000 });
    const benchmark = fc.integer({ min: 1, max: 900_000_000 });
    fc.assert(
      fc.property(cost, benchmark, (fen, tenThousandths) => {
        const exact = new Decimal(tenThousandths).div(10_000);
        expect(ratioWriter(exact)(fen)).toBe(ratioText(fen, exact));
      }),
      { numRuns: 2_000 },
    );
  });
});
