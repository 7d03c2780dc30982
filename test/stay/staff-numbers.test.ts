import { expect, it } from 'vitest';
import { numberedStaff } from '../../src/stay/staff-numbers.ts';
import { fullStays } from '../store/sample-load.ts';

const withDoctors = (words: readonly string[]) => ({
  ...fullStays,
  words: { ...fullStays.words, doctor: { codes: Uint32Array.of(1, 2, 1), words } },
});

it.each([
  ['digests become numbers in order of appearance', ['', '#9f', '#01'], ['', 'D001', 'D002']],
  ['a number that is taken is passed over', ['', '#9f', 'D001'], ['', 'D002', 'D001']],
  ['names kept as written stay', ['', '张三', '李四'], ['', '张三', '李四']],
])('%s', (_, words, numbered) => {
  expect(numberedStaff(withDoctors(words)).words.doctor).toEqual({ codes: Uint32Array.of(1, 2, 1), words: numbered });
});

it('a table without doctors is the same one', () => {
  const { doctor: _, ...words } = fullStays.words;
  const table = { ...fullStays, words };
  expect(numberedStaff(table)).toBe(table);
});
