import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { readEncoding } from '../../src/files/encoding.ts';

const read = (bytes: Uint8Array, forced?: string) => {
  const { bytes: text, start, encoding, decode } = readEncoding({ name: 'f.csv', bytes }, forced);
  return [encoding, decode(text.subarray(start))];
};
const encoded = (text: string, encoding: string, addBOM = false) => new Uint8Array(iconv.encode(text, encoding, { addBOM }));

const badByte = (bytes: Uint8Array, forced?: string) => {
  try {
    read(bytes, forced);
  } catch (error) {
    if (error instanceof UserError) return error.text.en;
    throw error;
  }
  return undefined;
};

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8', 'utf-8', false, 'utf-8'],
    ['UTF-8 with its mark', 'utf-8', true, 'utf-8'],
    ['GB18030', 'gb18030', false, 'gb18030'],
    ['UTF-16 little end first', 'utf16le', true, 'utf-16le'],
    ['UTF-16 big end first', 'utf16be', true, 'utf-16be'],
  ])('%s', (_, encoding, mark, name) => {
    // 𠮷 needs four bytes in all of them, 㐀 four in GB18030
    expect(read(encoded('编码,心内科\n𠮷㐀', encoding, mark))).toEqual([name, '编码,心内科\n𠮷㐀']);
  });

  it('is UTF-8 when it is plain ASCII', () => {
    expect(read(encoded('id,dx', 'utf-8'))).toEqual(['utf-8', 'id,dx']);
  });

  it('may be forced, but not against the text', () => {
    const chinese = encoded('内科', 'gb18030');
    expect([read(chinese, 'GB2312'), badByte(chinese, 'utf-8')]).toEqual([
      ['gb18030', '内科'],
      'not UTF-8 text: byte 1 (0xC4) starts no character',
    ]);
  });

  it('a character cut off at the end does not make it another one', () => {
    const utf8 = encoded('内科室', 'utf-8');
    const gb = encoded('内科室', 'gb18030');
    expect([read(utf8.subarray(0, 8))[0], read(utf8.subarray(0, 7))[0], read(gb.subarray(0, 5))[0]]).toEqual(['utf-8', 'utf-8', 'gb18030']);
  });

  it.each([1, 70_000, 200_001])('names the first byte that is no character, %d bytes into the text', place => {
    const head = encoded('内'.repeat(200_000), 'gb18030').subarray(0, place - (place % 2));
    const bytes = Uint8Array.from([...head, ...encoded(',', 'utf-8'), 0xff, 0x41, 0x0a]);
    expect(badByte(bytes)).toBe(`not UTF-8, GB18030 text: byte ${head.length + 2} (0xFF) starts no character`);
  });
});
