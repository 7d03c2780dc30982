import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { isSealed, seal, unseal } from '../../src/files/sealed.ts';

const contents = new TextEncoder().encode('住院病例 2025');
const passphrase = '口令 é 1';
const sealed = seal(contents, passphrase);
const opened = (bytes: Uint8Array, word = passphrase) => unseal(bytes, { passphrase: word, at: 'w.casemix' });
const refusal = (bytes: Uint8Array, word?: string) => {
  try {
    opened(bytes, word);
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return undefined;
};
const flipped = (at: number) => sealed.map((byte, i) => (i === at ? byte ^ 1 : byte));

describe('a sealed file', () => {
  it('gives back what was put in, and shows none of it', () => {
    const text = Buffer.from(sealed).toString('utf8');
    expect([opened(sealed), isSealed(sealed), isSealed(contents), text.includes('住院'), text.includes('口令')]).toEqual([
      contents,
      true,
      false,
      false,
      false,
    ]);
  });

  // magic 16 + version and cost 4 + salt 16 + nonce 12 + contents 17 + tag 16
  it('has a head of 48 bytes with its version and cost, and a tag of 16', () => {
    expect([sealed.length, [...sealed.subarray(16, 20)]]).toEqual([81, [1, 15, 8, 1]]);
  });

  it('is another one each time', () => {
    expect(seal(contents, passphrase)).not.toEqual(sealed);
  });

  it('of nothing opens', () => {
    expect(opened(seal(new Uint8Array(), passphrase))).toEqual(new Uint8Array());
  });

  it('opens under the same word typed in another way', () => {
    expect(opened(sealed, passphrase.normalize('NFD'))).toEqual(contents);
  });

  it.each(['', '口令 é 2', `${passphrase} `])('does not open under %j', word => {
    expect(refusal(sealed, word)).toBe('PASSPHRASE_WRONG');
  });

  // one byte of: cost, salt, nonce, contents, tag
  it.each([17, 18, 19, 20, 35, 36, 47, 48, 64, 65, 80])('with byte %i changed does not open', at => {
    expect(refusal(flipped(at))).toBe('PASSPHRASE_WRONG');
  });

  it.each([63, 80, 79])('cut to %i bytes does not open', length => {
    expect(refusal(sealed.slice(0, length))).toBe('PASSPHRASE_WRONG');
  });

  it('of a later version says so', () => {
    expect(refusal(sealed.map((byte, i) => (i === 16 ? 2 : byte)))).toBe('FILE_UNREADABLE');
  });

  // 2^31 x 255 x 128 bytes
  it('that asks for more memory than there is is refused before any is taken', () => {
    expect(refusal(sealed.map((byte, i) => (i === 17 ? 31 : i === 18 ? 255 : byte)))).toBe('PASSPHRASE_WRONG');
  });
});
