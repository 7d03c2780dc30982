import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfSerialText, dayOfText, NOT_A_DATE, plainDay } from '../../src/files/day-number.ts';
import { namesPerson } from '../../src/files/identifiers.ts';
import { codeOf, hasControls, isCutOff, numberOf, plainText } from '../../src/files/plain-text.ts';
import {
  hoursOfText,
  NOT_A_NUMBER,
  plainWhole,
  quantityOfText,
  shareOfText,
  wholeOfText,
  yearsOfText,
} from '../../src/files/whole-number.ts';
import { MISSING, NO_DATE } from '../../src/stay/stay-table.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const day = (text: string) => {
  const bytes = bytesOf(text);
  const plain = plainDay(bytes, 0, bytes.length);
  return plain === NOT_A_DATE ? dayOfText(text) : plain;
};

describe('a date', () => {
  // 2025-01-31: 55 years of 365 days, 14 leap days 1972..2024, 30 days = 20 075 + 14 + 30
  it.each([
    ['20250131', 20_119],
    ['2025-01-31', 20_119],
    ['2025-01-31 23:59:59', 20_119],
    ['2025-01-31T08:00:00.000', 20_119],
    ['20250131 08:30', 20_119],
    ['2025/1/31', 20_119],
    ['2025/01/31 0:00', 20_119],
    ['2025年1月31日', 20_119],
    ['2025年1月31日 8时30分', 20_119],
    ['2025.1.31', 20_119],
    ['2025.01.31 08:30', 20_119],
    ['2025-1-31', 20_119],
    ['2025/1/31 8:30', 20_119],
    ['20250131083000', 20_119],
    ['202501310830', 20_119],
    ['20250131 083000', 20_119],
    ['20250131.0', 20_119],
    ['2025-01-31T08:00:00+08:00', 20_119],
    ['2025-01-31 00:00:00.0', 20_119],
    ['２０２５－０１－３１', 20_119],
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 19_782],
    ['', NO_DATE],
    ['-', NO_DATE],
    ['--', NO_DATE],
    ['NULL', NO_DATE],
    ['\\N', NO_DATE],
    // the day here and the day in Greenwich may differ: not said, not guessed
    ['2025-01-31T16:00:00.000Z', NOT_A_DATE],
    ['0000-00-00', NOT_A_DATE],
    ['20250131083', NOT_A_DATE],
    ['2025.1', NOT_A_DATE],
    ['2025-02-29', NOT_A_DATE],
    ['2025-02-30', NOT_A_DATE],
    ['1900-02-29', NOT_A_DATE],
    ['2025-13-01', NOT_A_DATE],
    ['2025-00-10', NOT_A_DATE],
    ['2025-04-31', NOT_A_DATE],
    ['18991231', NOT_A_DATE],
    ['21000101', NOT_A_DATE],
    // a serial number of a spreadsheet is no date unless the column is said to hold them
    ['45678', NOT_A_DATE],
    ['45000', NOT_A_DATE],
    // 2026-01-15: 20 454 is 2026-01-01 (56 x 365 + 14)
    ['20260115', 20_468],
    ['2025-1x-01', NOT_A_DATE],
    ['today', NOT_A_DATE],
  ])('%j is day %d', (text, number) => {
    expect(day(text)).toBe(number);
  });

  it('equals the calendar of the machine for every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 47_481 }), number => {
        expect(day(new Date(number * 86_400_000).toISOString().slice(0, 10))).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a date in a column of serial numbers', () => {
  it.each([
    // 25 569 is 1970-01-01; 45 688 - 25 569 = 20 119
    ['45688', 20_119],
    ['45688.354', 20_119],
    ['25569', 0],
    // 1900-01-01 is 70 years of 365 days and 17 leap days before 1970
    ['1', -25_567],
    ['59', -25_509],
    ['60', NOT_A_DATE],
    // 1900-03-01
    ['61', -25_508],
    ['73050', 47_481],
    ['73051', NOT_A_DATE],
    ['0', NOT_A_DATE],
    ['20260115', 20_468],
    ['2025-01-31', 20_119],
    ['', NO_DATE],
    ['-1', NOT_A_DATE],
  ])('%j is day %d', (text, number) => {
    expect(dayOfSerialText(text)).toBe(number);
  });
});

describe('a whole number', () => {
  it.each([
    ['0', 0],
    ['52', 52],
    ['52.0', 52],
    ['５２', 52],
    [' 7 ', 7],
    ['', MISSING],
    ['--', MISSING],
    ['-1', NOT_A_NUMBER],
    ['5.5', NOT_A_NUMBER],
    ['123456789', NOT_A_NUMBER],
    ['52岁', NOT_A_NUMBER],
  ])('%j is %d', (text, number) => {
    const bytes = bytesOf(text);
    const plain = plainWhole(bytes, 0, bytes.length);
    expect(plain === NOT_A_NUMBER ? wholeOfText(text) : plain).toBe(number);
  });

  it.each([
    ['12.5', 12.5],
    // days, hours, minutes: 24 + 13 + 24 / 60
    ['1/13/24', 37.4],
    ['0/0/0', 0],
    ['１/13/24', 37.4],
    ['0/0/90', 1.5],
    ['', Number.NaN],
    ['null', Number.NaN],
    ['-3', -1],
    ['1/13', -1],
    ['1/13/24/5', -1],
    ['1/-3/24', -1],
    ['x', -1],
  ])('%j hours are %d', (text, hours) => {
    expect(hoursOfText(text)).toBe(hours);
  });
});

describe('years of age', () => {
  it.each([
    ['52.0', 52],
    ['0.5', 0],
    ['52.9', 52],
    ['', MISSING],
    ['-1.5', NOT_A_NUMBER],
    ['52岁', 52],
    ['52岁半', NOT_A_NUMBER],
  ])('%j is %d', (text, years) => {
    expect(yearsOfText(text)).toBe(years);
  });
});

describe('a share', () => {
  it.each([
    ['12.5%', 0.125],
    ['0.125', 0.125],
    ['.1', 0.1],
    ['0.1%', 0.001],
    ['１２．５％', 0.125],
    ['0', 0],
    ['1', 1],
    ['100%', 1],
    ['--', Number.NaN],
    ['', Number.NaN],
    ['1.01', -1],
    ['100.1%', -1],
    ['10', -1],
    ['-5%', -1],
    ['5%%', -1],
  ])('%j is %d', (text, share) => {
    expect(shareOfText(text)).toBe(share);
  });
});

describe('a quantity', () => {
  it.each([
    ['3', 3],
    ['-1', -1],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['1,000', 1000],
    ['２', 2],
    ['', Number.NaN],
    ['-', Number.NaN],
    ['1e3', Number.POSITIVE_INFINITY],
    ['3支', Number.POSITIVE_INFINITY],
    ['1,00', Number.POSITIVE_INFINITY],
  ])('%j is %d', (text, quantity) => {
    expect(quantityOfText(text)).toBe(quantity);
  });
});

describe('a number of a person, a visit or a settlement', () => {
  it.each([
    ['0012', '0012', false],
    [' 0012\t', '0012', false],
    ["'0012", '0012', false],
    ['="0012"', '0012', false],
    ['００１２', '0012', false],
    ['1.10E+17', '1.10E+17', true],
    ['1e+05', '1e+05', true],
    ['12E3', '12E3', false],
    ['ZY-1+2', 'ZY-1+2', false],
  ])('%j is %j', (text, number, lost) => {
    expect([numberOf(text), isCutOff(numberOf(text))]).toEqual([number, lost]);
  });
});

describe('text', () => {
  it.each([
    ['I10.x00', 'I10.x00'],
    [' i10.x00 ', 'I10.x00'],
    ['Ｉ１０．ｘ００', 'I10.x00'],
    ['a01.000x005', 'A01.000x005'],
    ['47.0100', '47.0100'],
    ['M01.1*', 'M01.1*'],
    ['A15.0+', 'A15.0+'],
    ['I10.X00X002', 'I10.x00x002'],
    ['39.6100X004', '39.6100x004'],
    ['x60.x00', 'X60.x00'],
    ['X60.X00', 'X60.x00'],
    ['NULL', ''],
    ['\\N', ''],
    ['-', ''],
    ['--', ''],
    ['', ''],
  ])('the code %j is %j', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each([
    ['内科', '内科', false],
    ['\t12345', '12345', false],
    ['内\u0007科', '内科', true],
    ['\u202eabc', 'abc', true],
    ['a\u009bb', 'ab', true],
  ])('%j is kept as %j', (text, plain, controls) => {
    expect([plainText(text), hasControls(text)]).toEqual([plain, controls]);
  });
});

describe('a column that names a person', () => {
  it.each(['姓名', '患者姓名', '身份证号', '联系电话', '现住址', 'Name', 'psn_name', 'CERTNO', 'phone', 'XM'])('%s is skipped', name => {
    expect(namesPerson(name)).toBe(true);
  });
  it.each(['病案号', '科室名称', 'hospital', 'stay_id', '出院科室', 'department'])('%s is read', name => {
    expect(namesPerson(name)).toBe(false);
  });
});
