import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeTable } from '../../src/files/code-table.ts';
import { idSet, NEW_ID } from '../../src/files/id-set.ts';
import { wordTable } from '../../src/files/word-table.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const word = fc.string({ unit: fc.constantFrom('A', 'B', '0', '1', '.', 'x', '科'), minLength: 1, maxLength: 20 });

describe('texts to numbers over bytes', () => {
  it('a word table gives what a map of strings gives', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 2000 }), words => {
        const seen: string[] = [];
        const numberOf = wordTable(text => seen.push(new TextDecoder().decode(text)) - 1);
        const numbers = words.map(text => numberOf(bytesOf(`<${text}>`), 1, 1 + bytesOf(text).length));
        const distinct = [...new Set(words)];
        expect([seen, numbers]).toEqual([distinct, words.map(text => distinct.indexOf(text))]);
      }),
      { numRuns: 50 },
    );
  });

  it('a code table tells thousands of codes apart', () => {
    const table = codeTable();
    const keys = Array.from({ length: 5000 }, (_, i) => [Math.imul(i, 7919), i % 13, i] as const);
    const before = keys.map(([a, b, c]) => table.find(a, b, c));
    keys.forEach(([a, b, c], i) => {
      table.add(a, b, c, i);
    });
    const after = keys.map(([a, b, c]) => table.find(a, b, c));
    expect([new Set(before), after]).toEqual([new Set([-1]), keys.map((_, i) => i)]);
  });

  it('an id set knows every id again, in ascending order and out of it', () => {
    const id = fc.oneof(fc.integer({ min: 0, max: 300 }).map(String), word);
    const ids = fc.tuple(fc.nat({ max: 3000 }), fc.array(id, { maxLength: 500 }));
    fc.assert(
      fc.property(ids, ([ascending, others]) => {
        const all = [...Array.from({ length: ascending }, (_, i) => `C${String(i).padStart(7, '0')}`), ...others, 'C0000000'];
        const numberOf = idSet();
        const known: string[] = [];
        const answers = all.map(text => numberOf(bytesOf(text), 0, bytesOf(text).length));
        expect(answers).toEqual(all.map(text => (known.includes(text) ? known.indexOf(text) : known.push(text) && NEW_ID)));
      }),
      { numRuns: 100 },
    );
  });
});
