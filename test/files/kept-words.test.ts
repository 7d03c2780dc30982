import { describe, expect, it } from 'vitest';
import { keptCode, keptWord } from '../../src/files/kept-words.ts';
import { shownCode } from '../../src/stay/checks/shown-code.ts';
import { codesOf, load } from './loading.ts';

describe('what is kept of a cell for codes', () => {
  it.each([
    '',
    'I10.x00',
    'O80.000',
    '39.6100x004',
    'A18.1+N74.1*',
    'M8140/3',
    '4019',
    'V5869',
    '0DTJ4ZZ',
    'BNS170',
    '0210093',
    'C50.900x00101',
  ])('the code %s', code => expect(keptCode(code)).toBe(code));

  it.each([
    ['张三丰', '***(3)'],
    ['Zhangsan', '***(8)'],
    ['ABCD1', '***(5)'],
    ['13812345678', '***(11)'],
    ['42010619700101123X', '***(18)'],
    // seven digits may be a procedure, eight are none
    ['20250301', '***(8)'],
    ['138-1234-5678', '***(13)'],
    ['I10 张三', '***(6)'],
    ['=cmd|1', '***(6)'],
  ])('of %s its length', (text, kept) => {
    expect([keptCode(text), shownCode(kept)]).toEqual([kept, kept]);
  });

  it('so that no list of a load holds a name, and the principal place stays taken', () => {
    const { table } = load('id,sex,age_years,dx\n1,1,60,张三丰|I10.x00|13812345678\n');
    expect(codesOf(table, 'dx', 0)).toEqual(['***(3)', 'I10.x00', '***(11)']);
  });
});

describe('what is kept of a cell for words', () => {
  it.each([
    ['心内科', '心内科'],
    ['心内科13812345678', '心内科***(11)'],
    ['420106197001011234', '***(18)'],
    ['42010619700101123x', '***(18)'],
    // a code of an institution: no month 62
    ['124200004416268421', '124200004416268421'],
    ['23812345678', '23812345678'],
    ['138123456789', '138123456789'],
  ])('%s: %s', (word, kept) => expect(keptWord(word)).toBe(kept));
});
