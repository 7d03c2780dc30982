import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { mayName } from '../../../src/ui/table/privacy.ts';
import type { Filter } from '../../../src/ui/table/spec.ts';
import { readFilter, writtenFilter } from '../../../src/ui/table/written-filter.ts';
import { small } from './small-sheet.ts';

const of = (is: Filter['is'], column: string | undefined, text: string, inverse = false): Filter =>
  column === undefined ? { is, text, inverse } : { is, text, column, inverse };

describe('a filter as it is typed', () => {
  it.each([
    ['骨 髋', of('has', undefined, '骨 髋')],
    ['  骨  ', of('has', undefined, '骨')],
    ['!骨', of('has', undefined, '骨', true)],
    ['！骨', of('has', undefined, '骨', true)],
    ['department:IC', of('has', 'department', 'IC')],
    ['科室：骨', of('has', 'department', '骨')],
    ['department=骨科', of('is', 'department', '骨科')],
    ['DEPARTMENT = 骨科', of('is', 'department', '骨科')],
    ['department=', of('is', 'department', '')],
    ['department=a>b', of('is', 'department', 'a>b')],
    ['total>50000', of('>', 'total', '50000')],
    ['总费用>5万', of('>', 'total', '5万')],
    ['Cost >= 50,000', of('>=', 'total', '50,000')],
    ['total≥50000', of('>=', 'total', '50000')],
    ['total＞=1', of('>=', 'total', '1')],
    ['!total<1', of('<', 'total', '1', true)],
    ['total<=1', of('<=', 'total', '1')],
    ['total≤1', of('<=', 'total', '1')],
    ['total=1000..2000', of('within', 'total', '1000..2000')],
    ['total=1000', of('is', 'total', '1000')],
    ['total=', of('is', 'total', '')],
    ['days=3天', of('is', 'days', '3天')], // what a cell may show
    ['share<12.5%', of('<', 'share', '12.5%')],
    ['marked', of('marked', undefined, '')],
    ['!Marked', of('marked', undefined, '', true)],
    // what names no column is plain text
    ['foo>5', of('has', undefined, 'foo>5')],
    ['S72:骨', of('has', undefined, 'S72:骨')],
    ['>5', of('has', undefined, '>5')],
  ])('%s', (text, filter) => {
    expect(readFilter(text, small)).toEqual(filter);
  });

  it.each([
    ['total>abc', '要和数字比较', 'compared with a number'],
    ['total>', '要和数字比较', 'compared with a number'],
    ['total=abc', '要和数字比较', 'compared with a number'],
    ['total=1000..', '要和数字比较', 'compared with a number'],
    ['total=..5', '要和数字比较', 'compared with a number'],
    ['total=3天', '要和数字比较', 'compared with a number'], // money is always a number
    ['days=abc', '要和数字比较', 'compared with a number'],
    ['days>5元', '要和数字比较', 'compared with a number'], // days are no money
    ['share>5万', '要和数字比较', 'compared with a number'],
    ['total>12%', '要和数字比较', 'compared with a number'],
    ['department>5', '是文字', 'holds words'],
  ])('%s is refused and says what is wanted', (text, zh, en) => {
    try {
      readFilter(text, small);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      expect([error.code, error.text.zh.includes(zh), error.text.en.includes(en)]).toEqual(['STEP_INVALID', true, true]);
    }
  });

  it('is written so that reading it gives the same filter', () => {
    const piece = fc.constantFrom(
      '!',
      '！',
      '骨',
      'total',
      '总费用',
      '=',
      '>',
      '>=',
      '≤',
      ':',
      '：',
      '..',
      '5',
      '1,000.5',
      '万',
      '%',
      ' ',
      'marked',
      'department',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        let filter: Filter;
        try {
          filter = readFilter(pieces.join(''), small);
        } catch (error) {
          if (error instanceof UserError) return;
          throw error;
        }
        expect(readFilter(writtenFilter(filter), small)).toEqual(filter);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a filter that may name a person', () => {
  it.each([
    ['s3', true], // begins an id
    ['S3', true],
    ['s9', true], // begins none, and no word explains it
    ['张三丰', true],
    ['骨科 张三丰', true],
    ['icu', false],
    ['department:张三丰', true],
    ['days=s3', true],
    ['days=1..3', false],
    ['department=', false],
    ['骨 s3', true],
    ['D00', true], // part of a word of an identifier column
    ['!d001', true],
    ['骨科', false],
    ['doctor=D001', true],
    ['doctor:什么', true], // looks at the column, whatever it finds
    ['id=s1', true],
    ['department=骨科', false],
    ['total>5万', false],
    ['marked', false],
    ['', false],
  ])('%s: %s', (text, may) => {
    expect(mayName(readFilter(text, small), small)).toBe(may);
  });
});
