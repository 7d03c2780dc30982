import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInDateKind, dateKind, dateText, isoDateText } from '../../../src/files/formats/date-text.ts';

const in1900 = { from1904: false };
const in1904 = { from1904: true };

describe('a number in a date cell', () => {
  it.each([
    // 45,658 days from 1899-12-30 to 2025-01-01
    [45658, 'date', in1900, '2025-01-01'],
    // half past eight: 30,600 of 86,400 seconds
    [45658.3541666667, 'date', in1900, '2025-01-01 08:30:00'],
    // 0.4 seconds before midnight is the next day
    [45657.99999537, 'date', in1900, '2025-01-01'],
    [1, 'date', in1900, '1900-01-01'],
    [59, 'date', in1900, '1900-02-28'],
    // the day that spreadsheets invented
    [60, 'date', in1900, '1900-02-29'],
    [61, 'date', in1900, '1900-03-01'],
    [2958465, 'date', in1900, '9999-12-31'],
    [2958466, 'date', in1900, '2958466'],
    [0, 'date', in1900, '0'],
    [-1, 'date', in1900, '-1'],
    // 45,658 - 1,462
    [44196, 'date', in1904, '2025-01-01'],
    [0, 'date', in1904, '1904-01-01'],
    [2957003, 'date', in1904, '9999-12-31'],
    [2957004, 'date', in1904, '2957004'],
    // written as digits into a date cell: not the year 57370
    [20260115, 'date', in1900, '2026-01-15'],
    [20260115, 'date', in1904, '2026-01-15'],
    [19000101, 'date', in1900, '1900-01-01'],
    [20991231, 'date', in1900, '2099-12-31'],
    [18991231, 'date', in1900, '18991231'],
    [21000101, 'date', in1900, '21000101'],
    [20250229, 'date', in1900, '20250229'],
    [20240229, 'date', in1900, '2024-02-29'],
    [20261301, 'date', in1900, '20261301'],
    [0.5, 'time', in1900, '12:00:00'],
    [0, 'time', in1900, '00:00:00'],
    [45658.5, 'time', in1900, '2025-01-01 12:00:00'],
    // a day and a half on a machine
    [1.5, 'elapsed', in1900, '36:00:00'],
  ] as const)('%d as %s is %j %s', (serial, kind, system, text) => {
    expect(dateText(serial, kind, system)).toBe(text);
  });

  it('is the day of the calendar on every day from 1900-03-01 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), serial => {
        const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        expect(dateText(serial, 'date', in1900)).toBe(day);
        if (serial >= 1462) expect(dateText(serial - 1462, 'date', in1904)).toBe(day);
      }),
    );
  });
});

describe('what a number format shows', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['[$-804]yyyy/m/d;@', 'date'],
    ['m/d/yy h:mm', 'date'],
    ['mmm', 'date'],
    ['h:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm', 'elapsed'],
    ['General', undefined],
    ['G/通用格式', undefined],
    ['@', undefined],
    ['0.00%', undefined],
    ['0.00E+00', undefined],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', undefined],
    ['#,##0"天 days"', undefined],
    ['\\d0', undefined],
    ['_-* #,##0.00\\ "yd"_-', undefined],
    ['0;-0;;yyyy', undefined],
  ] as const)('%s: %s', (format, kind) => {
    expect(dateKind(format)).toBe(kind);
  });

  it('is known by number for those that are not written out', () => {
    const kinds = [0, 9, 13, 14, 17, 18, 21, 22, 23, 27, 32, 36, 37, 44, 45, 46, 47, 48, 49, 50, 55, 58, 59].map(builtInDateKind);
    const [d, t, e, no] = ['date', 'time', 'elapsed', undefined];
    expect(kinds).toEqual([no, no, no, d, d, t, t, d, no, d, t, d, no, no, t, e, t, no, no, d, t, d, no]);
  });
});

it('a date of XML is a date and the time of day, if there is one', () => {
  expect(['2025-01-15T00:00:00.000', '2025-01-15T08:30:00Z', '2025-01-15', 'later'].map(isoDateText)).toEqual([
    '2025-01-15',
    '2025-01-15 08:30:00',
    '2025-01-15',
    'later',
  ]);
});
