import * as styledText from '@alcalzone/ansi-tokenize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import Output from '../../../node_modules/ink/build/output.js';
import { type Canvas, type Clip, lineCanvas, type Transformer } from '../../../src/ui/ink/output.ts';
import { oddLine, oddText, plainLine } from './odd-text.ts';

type Operation =
  | { readonly write: { readonly x: number; readonly y: number; readonly text: string; readonly transformers: readonly Transformer[] } }
  | { readonly clip: Clip }
  | 'unclip';

const ink = { Output, ...styledText } as unknown as Parameters<typeof lineCanvas>[0];
const ourCanvas = lineCanvas(ink);
const size = { width: 24, height: 5 };

describe("Ink's own canvas is the oracle, byte for byte", () => {
  it('any writes: overlapping, outside the canvas, with any text and transformers', () => {
    const writes = fc.array(writeOf(oddText, fc.integer({ min: -3, max: 26 })), { maxLength: 6 });
    fc.assert(
      fc.property(writes, operations => {
        expect(ours(operations)).toEqual(inks(operations));
      }),
      { numRuns: 3_000 },
    );
  });
  it('lines side by side, as our screens are made, with styles that meet', () => {
    const row = fc.array(fc.record({ gap: fc.constantFrom(0, 0, 1, 3), line: fc.oneof(plainLine, oddLine), transformer }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), rows => {
        const operations = rows.flatMap((cells, y) => placed(cells, y));
        expect(ours(operations)).toEqual(inks(operations));
      }),
      { numRuns: 2_000 },
    );
  });
  it('clips, nested and left open', () => {
    const edge = fc.option(fc.integer({ min: -1, max: 25 }), { nil: undefined });
    const clip = fc.record({ x1: edge, x2: edge, y1: edge, y2: edge }).map(clip => ({ clip: clip as Clip }));
    const operation: fc.Arbitrary<Operation> = fc.oneof(writeOf(oddText, fc.nat(20)), clip, fc.constant('unclip' as const));
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 8 }), operations => {
        expect(ours(operations)).toEqual(inks(operations));
      }),
      { numRuns: 1_000 },
    );
  });
  it('sizes of nothing', () => {
    const operations: Operation[] = [{ write: { x: 0, y: 0, text: 'a病', transformers: [] } }];
    for (const none of [
      { width: 0, height: 0 },
      { width: 0, height: 2 },
      { width: 3, height: 0 },
      { width: 2, height: 1 },
    ])
      expect(played(ourCanvas(none), operations)).toEqual(played(new Output(none) as unknown as Canvas, operations));
  });
});

describe('bytes worked out by hand', () => {
  const write = (x: number, text: string, transformers: readonly Transformer[] = []) => ({ write: { x, y: 0, text, transformers } });
  const row = (...operations: Operation[]) => played(ourCanvas({ width: 12, height: 1 }), operations).output;

  it('blanks between lines, none after the last', () => {
    expect(row(write(1, '病例'), write(7, 'ab  '))).toBe(' 病例  ab');
  });
  it('styles that meet keep what they have in common', () => {
    // Bold stays on from a to b: Ink writes only the change of colour between them.
    expect(row(write(0, '\x1b[1ma\x1b[22m'), write(1, '\x1b[1m\x1b[31mb\x1b[39m\x1b[22m'))).toBe('\x1b[1ma\x1b[31mb\x1b[39m\x1b[22m');
  });
  it('a later write lies on top of an earlier one', () => {
    expect(row(write(0, 'abcdef'), write(2, 'X'))).toBe('abXdef');
  });
  it('a transformer is given the line and its number', () => {
    expect(row(write(0, 'ab', [(line, index) => `${line}${index}`]))).toBe('ab0');
  });
});

const transformer = fc.constantFrom<readonly Transformer[]>(
  [],
  [],
  [line => `\x1b[1m${line}\x1b[22m`],
  [line => line.toUpperCase(), line => `\x1b[36m${line}\x1b[39m`],
  [(line, index) => `${index}${line}`],
  [() => ''],
  [line => `${line}\n病`],
);

function writeOf(text: fc.Arbitrary<string>, x: fc.Arbitrary<number>): fc.Arbitrary<Operation> {
  return fc.record({ x, y: fc.integer({ min: -1, max: 6 }), text, transformers: transformer }).map(write => ({ write }));
}

function placed(
  cells: readonly { readonly gap: number; readonly line: string; readonly transformer: readonly Transformer[] }[],
  y: number,
) {
  let x = 0;
  return cells.map(({ gap, line, transformer }): Operation => {
    x += gap;
    const write = { x, y, text: line, transformers: transformer };
    x += styledText.styledCharsFromTokens(styledText.tokenize(line)).reduce((width, { fullWidth }) => width + (fullWidth ? 2 : 1), 0);
    return { write };
  });
}

const ours = (operations: readonly Operation[]) => played(ourCanvas(size), operations);
const inks = (operations: readonly Operation[]) => played(new Output(size) as unknown as Canvas, operations);

function played(canvas: Canvas, operations: readonly Operation[]) {
  for (const operation of operations) {
    if (operation === 'unclip') canvas.unclip();
    else if ('clip' in operation) canvas.clip(operation.clip);
    else canvas.write(operation.write.x, operation.write.y, operation.write.text, { transformers: operation.write.transformers });
  }
  return canvas.get();
}
