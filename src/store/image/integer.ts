/** Whole numbers inside a record: the smallest of six widths that holds the number, none at all for 0 and 1 (file format, section 2.1). */
export const NULL_TYPE = 0;
export const REAL_TYPE = 7;
const ZERO_TYPE = 8;
const ONE_TYPE = 9;

/** Bytes of the body by serial type 0 to 9. */
export const bodyLength = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

export function integerType(value: number): number {
  if (value === 0) return ZERO_TYPE;
  if (value === 1) return ONE_TYPE;
  const size = value < 0 ? -value - 1 : value;
  if (size < 0x80) return 1;
  if (size < 0x8000) return 2;
  if (size < 0x80_0000) return 3;
  if (size < 0x8000_0000) return 4;
  return size < 0x8000_0000_0000 ? 5 : 6;
}

/** Big-endian, two's complement. */
export function putInteger(bytes: Uint8Array, at: number, value: number, type: number): number {
  const length = bodyLength[type]!;
  if (length <= 4) {
    for (let i = 0, shift = 8 * (length - 1); i < length; i++, shift -= 8) bytes[at + i] = value >> shift;
    return at + length;
  }
  let left = value;
  for (let place = at + length - 1; place >= at; place--) {
    const byte = ((left % 256) + 256) % 256;
    bytes[place] = byte;
    left = (left - byte) / 256;
  }
  return at + length;
}
