/** Bombs at their full size: some seconds each. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { oneEntry, refusal, workbook } from './opening.ts';

const MIB = 2 ** 20;
const tooMuch = 'it unpacks to too much (perhaps a zip bomb)';

describe('a bomb', () => {
  // 257 MiB of noughts become about 260 KB: a thousandfold, above the 256 MiB that are harmless
  const bomb = Buffer.alloc(257 * MIB);

  it('in a gzip file, and in an archive whatever size it says', async () => {
    const packed = new Uint8Array(deflateRawSync(bomb, { level: 1 }));
    expect(await refusal(gzipSync(bomb, { level: 1 }))).toEqual({ code: 'FILE_TOO_LARGE', en: tooMuch, at: 'a.dat' });
    for (const size of [0, 100, bomb.length, 0xffffffff]) {
      expect(await refusal(oneEntry('a.csv', packed, { size }), 'a.zip')).toEqual({
        code: 'FILE_TOO_LARGE',
        en: tooMuch,
        at: 'a.zip › a.csv',
      });
    }
  });

  it('in the parts of a workbook', async () => {
    const sheet = new Uint8Array(bomb.length);
    expect(await refusal(workbook({ sheets: { a: '<sheetData/>' }, more: { 'xl/worksheets/sheet1.xml': sheet } }))).toEqual({
      code: 'FILE_TOO_LARGE',
      en: tooMuch,
      at: 'a.dat',
    });
  });

  it('asks for the same long text again and again', async () => {
    const strings = `<si><t>${'x'.repeat(MIB)}</t></si>`;
    // 2,048 times 1 MiB is one more than the largest text
    const cells = Array.from({ length: 2048 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`).join('');
    expect(await refusal(workbook({ sheets: { a: `<sheetData>${cells}</sheetData>` }, strings }))).toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
  });
});
