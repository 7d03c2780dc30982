import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encoded } from '../../src/files/encoded.ts';

const bytesOf = (pieces: Iterable<string | Uint8Array>): Buffer => Buffer.concat([...pieces].map(piece => Buffer.from(piece as string)));

describe('text in an encoding', () => {
  it('is GB18030 without a mark, in any number of pieces', () => {
    // 中 D6D0, 文 CEC4 in GB2312; 㐀 is outside of GBK and has four bytes, 81 39 EE 39
    const bytes = bytesOf(encoded(['\uFEFF中', '文', ',㐀\r\n'], 'gb18030'));
    expect(bytes.toString('hex')).toBe('d6d0cec42c8139ee390d0a');
    expect(iconv.decode(bytes, 'gb18030')).toBe('中文,㐀\r\n');
  });

  it('is as it stands in UTF-8, mark and all', () => {
    expect(bytesOf(encoded(['\uFEFF中'], 'utf-8')).toString('hex')).toBe('efbbbfe4b8ad');
  });

  it('can be walked through again', () => {
    const twice = encoded(['中', '文'], 'gb18030');
    expect(bytesOf(twice)).toEqual(bytesOf(twice));
  });
});
