import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, plainWidth, widthOf } from '../../src/report/cell-width.ts';
import { oddLine } from '../ui/ink/odd-text.ts';

const everyCharacter = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

const isPlain = (character: string) => plainWidth(character) !== undefined;

describe('widths are those of string-width', () => {
  it('of every character of the basic plane', () => {
    expect(everyCharacter.filter(character => widthOf(character) !== stringWidth(character))).toEqual([]);
  });
  it('of every plain character beside others', () => {
    const rows = Array.from({ length: 256 }, (_, row) => everyCharacter.slice(row * 256, row * 256 + 256).filter(isPlain));
    const texts = rows.flatMap(row => [row.join(''), row.join('病'), row.join('각1'), row.toReversed().join('a')]);
    expect(texts.filter(text => widthOf(text) !== stringWidth(text))).toEqual([]);
  });
  it('of lines with styles, emoji, joined marks, broken sequences and control characters', () => {
    fc.assert(
      fc.property(oddLine, line => {
        expect(widthOf(line)).toBe(stringWidth(line));
      }),
      { numRuns: 5_000 },
    );
  });
  it('of any characters one after the other', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom(...everyCharacter), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })) }),
        text => {
          expect(widthOf(text)).toBe(stringWidth(text));
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

describe('plain text', () => {
  it.each([
    ['abc', 3],
    ['病例 1', 6],
    ['─│█▸−', 5],
    ['', 0],
    ['e\u0301', undefined], // the accent belongs to the letter before it
    ['\x1b[1ma', undefined],
    ['👍', undefined],
    ['a\n', undefined],
  ])('%j is %s columns', (text, width) => expect(plainWidth(text)).toBe(width));

  it('every plain character is a character of its own beside any other', () => {
    const graphemes = new Intl.Segmenter();
    const plain = everyCharacter.filter(isPlain);
    const joined = plain.filter(
      (character, i) => [...graphemes.segment(character + plain[(i * 31) % plain.length] + character + character)].length !== 4,
    );
    expect(joined).toEqual([]);
  });
});

describe('cutting', () => {
  it.each([
    ['病例号', 6, '病例号'],
    ['病例号', 5, '病例…'],
    ['病例号', 4, '病…'], // two columns and the mark: an odd one stays empty
    ['abcdef', 4, 'abc…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['👨‍👩‍👧👨‍👩‍👧', 3, '👨‍👩‍👧…'],
  ])('%s in %s columns is %s', (text, width, shown) => expect(cut(text, width)).toBe(shown));
});
