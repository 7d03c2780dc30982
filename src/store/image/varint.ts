/** Whole numbers as SQLite writes them: seven bits a byte, highest first, the top bit says that more follow (file format, section 1.6). */

/** Largest number a variable-length integer is needed for here: rows and lengths stay below 2^42. */
const MOST_BYTES = 6;

export function varintLength(value: number): number {
  let bytes = 1;
  for (let left = value; left >= 128; left = Math.floor(left / 128)) bytes++;
  if (bytes > MOST_BYTES) throw new Error(`${value} is no row number or length`);
  return bytes;
}

/** Writes at `at` and returns the place behind it. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
  if (value < 128) {
    bytes[at] = value;
    return at + 1;
  }
  const end = at + varintLength(value);
  let left = value;
  for (let place = end - 1; place >= at; place--) {
    bytes[place] = (left % 128) | (place === end - 1 ? 0 : 128);
    left = Math.floor(left / 128);
  }
  return end;
}
