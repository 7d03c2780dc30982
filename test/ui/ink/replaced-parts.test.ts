import cut from 'cli-truncate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wrap from 'wrap-ansi';
import measureText from '../../../node_modules/ink/build/measure-text.js';
import wrapText from '../../../node_modules/ink/build/wrap-text.js';
import { remembered } from '../../../src/ui/ink/remembered.ts';
import { textSize } from '../../../src/ui/ink/text-size.ts';
import { wrappedText } from '../../../src/ui/ink/wrapped-text.ts';
import { oddText } from './odd-text.ts';

describe('parts that take the place of those of Ink answer the same', () => {
  it('how large a text is', () => {
    fc.assert(
      fc.property(oddText, text => {
        expect(textSize(text)).toEqual(measureText(text));
      }),
      { numRuns: 2_000 },
    );
  });
  it('how a text is wrapped or cut', () => {
    const ours = wrappedText({ wrap, cut });
    const how = fc.constantFrom(
      'wrap' as const,
      'truncate' as const,
      'truncate-end' as const,
      'truncate-middle' as const,
      'truncate-start' as const,
    );
    fc.assert(
      fc.property(oddText, fc.integer({ min: 1, max: 20 }), how, (text, width, style) => {
        // Ink remembers by text and width run together, and takes '1' in 8 columns for '' in 18
        fc.pre(!/\d$/.test(text));
        expect(ours(text, width, style)).toBe(wrapText(text, width, style));
        expect(ours(text, width, style)).toBe(wrapText(text, width, style));
      }),
      { numRuns: 2_000 },
    );
  });
  it('a text of another width or with the mark inside is another text', () => {
    const ours = wrappedText({ wrap, cut });
    expect([ours('abcdef', 3, 'truncate'), ours('abcdef', 4, 'truncate'), ours('ab\0cdef', 4, 'truncate')]).toEqual([
      'ab…',
      'abc…',
      wrapText('ab\0cdef', 4, 'truncate'),
    ]);
  });
});

describe('a function that remembers', () => {
  it('asks once, and again after it has forgotten', () => {
    const asked: string[] = [];
    const length = remembered(2, text => {
      asked.push(text);
      return text.length;
    });
    // a and bb fill it; ccc empties it first, so a is asked again and ccc is not.
    expect(['a', 'bb', 'a', 'ccc', 'ccc', 'a'].map(length)).toEqual([1, 2, 1, 3, 3, 1]);
    expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
  });
});
