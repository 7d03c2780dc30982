import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenOfText, NOT_AN_AMOUNT, plainFen } from '../../src/files/amount.ts';
import { Decimal, toFen } from '../../src/money.ts';

const plain = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return plainFen(bytes, 0, bytes.length);
};

describe('an amount of money', () => {
  it.each([
    ['0', 0],
    ['12', 1_200],
    ['12.3', 1_230],
    ['12.34', 1_234],
    ['0012.34', 1_234],
    ['99999999.99', 9_999_999_999],
    ['123456789', 12_345_678_900],
    ['', Number.NaN],
    ['12.345', -1],
    ['1234567890', -1],
    ['-1', -1],
    ['1.', -1],
    ['.5', -1],
    ['1,2', -1],
    ['1.2x', -1],
    ['1x', -1],
  ])('%j is read from bytes as %d fen (-1: not the usual form)', (text, fen) => {
    expect(plain(text)).toBe(fen);
  });

  it.each([
    ['1,234.50', 123_450],
    ['￥12.30', 1_230],
    ['¥1,234,567', 123_456_700],
    ['１２．５', 1_250],
    [' 12.50 ', 1_250],
    ['12.5000', 1_250],
    ['12.', 1_200],
    ['-12.50', -1_250],
    ['￥-1', -100],
    ['-￥1', -100],
    ['-0.00', 0],
    ['123456789012', 12_345_678_901_200],
    ['', Number.NaN],
    ['-', Number.NaN],
    ['--', Number.NaN],
    ['NULL', Number.NaN],
    ['12.5元', 1_250],
    ['￥12.5元', 1_250],
    ['.5', 50],
    ['-.5', -50],
    ['0.5', 50],
    // 1.2345 x 10 000 yuan
    ['1.2345E+4', 1_234_500],
    ['1.2345E4', 1_234_500],
    ['1e5', 10_000_000],
    ['5E-2', 5],
    ['1234.5e-1', 12_345],
    ['1.0E7', 1_000_000_000],
    ['1.23456789E7', 1_234_567_890],
    // of 120 000 or 123 456.78, nobody knows
    ['1.2E+5', NOT_AN_AMOUNT],
    ['1.23E+05', NOT_AN_AMOUNT],
    ['1.23456E+5', 12_345_600],
    ['1.23456E+2', NOT_AN_AMOUNT],
    ['5E-3', NOT_AN_AMOUNT],
    ['1E+99', NOT_AN_AMOUNT],
    ['1E+', NOT_AN_AMOUNT],
    ['.', NOT_AN_AMOUNT],
    ['12.5万元', NOT_AN_AMOUNT],
    ['12元5', NOT_AN_AMOUNT],
    ['12.345', NOT_AN_AMOUNT],
    ['12.001', NOT_AN_AMOUNT],
    ['1,23', NOT_AN_AMOUNT],
    ['12,34,567', NOT_AN_AMOUNT],
    ['abc', NOT_AN_AMOUNT],
    ['12.5%', NOT_AN_AMOUNT],
  ])('%j is read from text as %d fen', (text, fen) => {
    expect(fenOfText(text)).toBe(fen);
  });

  it('follows the unit of the column', () => {
    // 1.234567 ten thousand yuan = 12 345.67 yuan
    expect([fenOfText('1.234567', 'wan'), fenOfText('1.2345678', 'wan'), fenOfText('125', 'fen'), fenOfText('1.5', 'fen')]).toEqual([
      1_234_567,
      NOT_AN_AMOUNT,
      125,
      NOT_AN_AMOUNT,
    ]);
  });

  it('equals exact decimal arithmetic', () => {
    const amount = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(amount, ([yuan, fen]) => {
        const text = `${yuan}.${String(fen).padStart(2, '0')}`;
        expect([plain(text), fenOfText(text)]).toEqual([toFen(new Decimal(text)), toFen(new Decimal(text))]);
      }),
    );
  });

  it('reads an exponent as exact decimal arithmetic does, or not at all', () => {
    const written = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: -9, max: 6 }));
    fc.assert(
      fc.property(written, ([digits, decimals, exponent]) => {
        const mantissa = new Decimal(digits).div(new Decimal(10).pow(decimals)).toFixed(decimals);
        const exact = new Decimal(mantissa).times(new Decimal(10).pow(exponent)).times(100);
        expect(fenOfText(`${mantissa}E${exponent}`)).toBe(exact.isInteger() ? exact.toNumber() : NOT_AN_AMOUNT);
      }),
    );
  });
});
