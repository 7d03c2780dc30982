import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../src/report/cell-width.ts';
import * as field from '../../../src/ui/palette/text-field.ts';

/** `骨|科`: the cursor stands before 科. */
const at = (marked: string): field.Field => ({ text: marked.replace('|', ''), cursor: marked.indexOf('|') });
const marked = ({ text, cursor }: field.Field): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('a line being typed', () => {
  it.each([
    ['typed', (now: field.Field) => field.typed(now, '髋'), '骨|科', '骨髋|科'],
    ['Backspace', field.erasedBefore, '骨科|', '骨|'],
    ['Backspace at the beginning', field.erasedBefore, '|骨', '|骨'],
    ['Backspace takes a whole character', field.erasedBefore, 'e\u0301𠮷|x', 'e\u0301|x'],
    ['and its mark with it', field.erasedBefore, 'e\u0301|', '|'],
    ['Delete', field.erasedAfter, '骨|𠮷科', '骨|科'],
    ['Delete at the end', field.erasedAfter, '骨|', '骨|'],
    ['Ctrl-W', field.erasedWord, 'sort -margin|,x', 'sort |,x'],
    ['Ctrl-W over blanks', field.erasedWord, 'sort   |x', '|x'],
    ['Ctrl-U', field.erasedToStart, 'sort -mar|gin', '|gin'],
    ['Ctrl-K', field.erasedToEnd, 'sort |-margin', 'sort |'],
    ['left', field.oneLeft, '骨科|', '骨|科'],
    ['left at the beginning', field.oneLeft, '|骨', '|骨'],
    ['right', field.oneRight, '|𠮷科', '𠮷|科'],
    ['right at the end', field.oneRight, '骨|', '骨|'],
    ['a word left', field.wordLeft, 'sort -margin|', 'sort |-margin'],
    ['a word right', field.wordRight, 'sort| -margin x', 'sort -margin| x'],
    ['Home', field.atStart, 'so|rt', '|sort'],
    ['End', field.atEnd, 'so|rt', 'sort|'],
  ])('%s', (_, change, before, after) => {
    expect(marked(change(at(before)))).toBe(after);
  });

  it.each([
    ['short', 'so|rt', 10, 'sort', 2],
    // 10 columns, one for the cursor: the last four characters of two columns each
    ['long, typed at the end', '一二三四五六|', 10, '三四五六', 8],
    ['long, at the beginning', '|一二三四五六', 10, '一二三四', 0],
    ['long, in the middle', '一二三四五|六七', 10, '二三四五', 8],
    ['exactly full', 'abcdefghi|', 10, 'abcdefghi', 9],
    ['one too many', 'abcdefghij|', 10, 'bcdefghij', 9],
  ])('shows what is around the cursor: %s', (_, line, room, text, column) => {
    expect(field.inSight(at(line), room, widthOf)).toEqual({ text, column });
  });

  it('never draws wider than the room, and always the cursor', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.integer({ min: 3, max: 40 }), (text, place, room) => {
        const cursors = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
        const seen = field.inSight({ text, cursor: cursors[place % Math.max(1, cursors.length)] ?? 0 }, room, widthOf);
        expect([widthOf(seen.text) < room, seen.column < room]).toEqual([true, true]);
      }),
    );
  });
});
