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
])('$text read from its bytes', ({ text, day }) => {
  expect(plainly(text)).toBe(day);
});

it('a date with a time is never read otherwise than as a text', () => {
  const letter = fc.constantFrom(...'0123456789-: T/');
  const near = fc.tuple(fc.integer({ min: 0, max: 18 }), letter).map(([at, other]) => {
    const text = '2024-02-29 08:30:15';
    return text.slice(0, at) + other + text.slice(at + 1);
  });
  fc.assert(
    fc.property(near, text => [NOT_A_DATE, dayOfText(text)].includes(plainly(text))),
    { numRuns: 500 },
  );
});
