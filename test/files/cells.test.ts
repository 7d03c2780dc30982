import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfText, NOT_A_DATE, plainDay } from '../../src/files/day-number.ts';
import { namesPerson } from '../../src/files/identifiers.ts';
import { codeOf, hasControls, plainText } from '../../src/files/plain-text.ts';
import { hoursOfText, NOT_A_NUMBER, plainWhole, wholeOfText } from '../../src/files/whole-number.ts';
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
    ['２０２５－０１－３１', 20_119],
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 19_782],
    ['', NO_DATE],
    ['-', NO_DATE],
    ['2025-02-29', NOT_A_DATE],
    ['2025-02-30', NOT_A_DATE],
    ['1900-02-29', NOT_A_DATE],
    ['2025-13-01', NOT_A_DATE],
    ['2025-00-10', NOT_A_DATE],
    ['2025-04-31', NOT_A_DATE],
    ['18991231', NOT_A_DATE],
    ['21000101', NOT_A_DATE],
    ['45678', NOT_A_DATE],
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
    ['', Number.NaN],
    ['-3', -1],
    ['x', -1],
  ])('%j hours are %d', (text, hours) => {
    expect(hoursOfText(text)).toBe(hours);
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
