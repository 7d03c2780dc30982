import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { makePen } from '../../src/ui/pen.ts';

const pen = makePen('zh', false);
const ascii = makePen('zh', true);
const anyText = fc.string({
  unit: fc.constantFrom('骨', '科', '心', 'a', 'I', '1', ' ', '，', '（', '）', '·', '−', '𠮷', '\t', '\u0007', '…'),
});

describe('text in columns of the terminal', () => {
  it.each([
    ['骨科', 6, 'left', '骨科  '],
    ['骨科', 6, 'right', '  骨科'],
    ['神经外科', 8, 'left', '神经外科'],
    ['神经外科', 7, 'left', '神经外…'], // 6 columns and the mark
    ['神经外科', 6, 'left', '神经… '], // an odd column stays empty
    ['神经', 3, 'left', '神 '], // too narrow for a mark
    ['a\tb\u001b[2J', 8, 'left', 'a b[2J  '], // control characters never reach the screen
    ['x', 0, 'left', ''],
  ] as const)('%j in %i, %s', (text, width, align, wanted) => {
    expect(pen.fit(text, width, align)).toBe(wanted);
  });

  it('fits any text into exactly the width, remembered or not', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 30 }), fc.constantFrom('left' as const, 'right' as const), (text, width, align) => {
        expect([1, 2].map(() => stringWidth(pen.fit(text, width, align)))).toEqual([width, width]);
        expect(stringWidth(ascii.fit(text, width, align))).toBe(width);
      }),
    );
  });

  it('writes ASCII marks where asked', () => {
    expect(ascii.cut('−1.00 · 倍率 ≤ 0.3 × 标准 → 低…', 60)).toBe('-1.00 - 倍率 <= 0.3 x 标准 -> 低...');
  });
});

describe('wrapping', () => {
  it.each([
    ['全院差额 −3.01 万元，按收费口径）；减少', 10, ['全院差额', '−3.01 万', '元，按收费', '口径）；减', '少']],
    ['one two three', 7, ['one two', 'three']],
    ['无空格的长句子', 6, ['无空格', '的长句', '子']],
    ['', 10, []],
  ])('%s in %i', (text, width, wanted) => {
    expect(pen.wrap(text, width)).toEqual(wanted);
  });
});
