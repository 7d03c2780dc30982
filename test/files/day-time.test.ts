import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOfText, NOT_A_DATE, plainDay } from '../../src/files/day-number.ts';

const plainly = (text: string): number => {
  const bytes = new TextEncoder().encode(text);
  return plainDay(bytes, 0, bytes.length);
};

it.each([
  // 2025-01-02 is day 20090: 55 years of 365 days, 14 leap days from 1972 to 2024, one day
  { text: '2025-01-02 08:30:00', day: 20090 },
  { text: '2025-01-02T23:59:59', day: 20090 },
  { text: '2025-02-30 08:30:00', day: NOT_A_DATE },
  { text: '2025-01-02 08.30.00', day: NOT_A_DATE },
  { text: '2025-01-02_08:30:00', day: NOT_A_DATE },
  { text: '2025-01-02 0a:30:00', day: NOT_A_DATE },
  { text: '2025-01-02 08:30', day: 20090 },
  { text: '2025-01-02 8:30', day: 20090 },
  { text: '2025-01-02 08:30:00.0', day: 20090 },
  { text: '2025-01-02 08:30:00.', day: NOT_A_DATE },
  { text: '2025-01-02 08:3', day: NOT_A_DATE },
  { text: '2025-01-02 08', day: NOT_A_DATE },
  { text: '2025/01/02', day: 20090 },
  { text: '2025/1/2', day: 20090 },
  { text: '2025/1/2 8:30', day: 20090 },
  { text: '2025.1.02', day: 20090 },
  { text: '2025/1-2', day: NOT_A_DATE },
  { text: '2025/01/', day: NOT_A_DATE },
  { text: '2025/001/2', day: NOT_A_DATE },
  { text: '2025/1/2x', day: NOT_A_DATE },
  { text: '2025/13/2', day: NOT_A_DATE },
  { text: '20250102083000', day: 20090 },
  { text: '202501020830', day: 20090 },
  { text: '20250102 08:30:00', day: 20090 },
  { text: '2025010208', day: NOT_A_DATE },
  { text: '2025010208300', day: NOT_A_DATE },
  { text: '2025010', day: NOT_A_DATE },
])('$text read from its bytes', ({ text, day }) => {
  expect(plainly(text)).toBe(day);
});

it('what is read from bytes is what is read from the text', () => {
  const letter = fc.constantFrom(...'0123456789-: T/.');
  const written = fc.constantFrom('2024-02-29 08:30:15', '2024/2/9 8:30', '20240229083015', '2024.02.29', '20240229 08:30:15.125');
  const near = fc.tuple(written, fc.nat({ max: 20 }), letter, fc.constantFrom(0, 1)).map(([text, at, other, over]) => {
    return text.slice(0, at) + other + text.slice(at + over);
  });
  fc.assert(
    fc.property(near, text => [NOT_A_DATE, dayOfText(text)].includes(plainly(text))),
    { numRuns: 2000 },
  );
});

it('nothing behind a cell is read', () => {
  const bytes = new TextEncoder().encode('2025/1/23,2025/1/');
  expect([plainDay(bytes, 0, 8), plainDay(bytes, 0, 9), plainDay(bytes, 10, 17)]).toEqual([20090, 20111, NOT_A_DATE]);
});
