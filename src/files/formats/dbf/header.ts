/**
 * The header of a dBase III/IV or FoxPro table: when its parts agree with each other it is one. Its first byte alone says little: a Visual
 * FoxPro table begins with the digit 0.
 * Source: the dBASE and Visual FoxPro table file structures (32 bytes of header, 32 bytes a field, 0D).
 */
export type Field = { readonly name: Uint8Array; readonly type: string; readonly start: number; readonly length: number };

export type Dbf = {
  /** As the header says. */
  readonly records: number;
  readonly headerLength: number;
  readonly recordLength: number;
  readonly fields: readonly Field[];
  /** Language driver: 0 when the writer says nothing. */
  readonly language: number;
};

export function dbfHeader(bytes: Uint8Array): Dbf | undefined {
  if (bytes.length < 65 || !versions.has(bytes[0]!) || !isDate(bytes)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  const fields = fieldsOf(bytes, headerLength);
  const length = fields.reduce((sum, field) => sum + field.length, 1);
  if (fields.length === 0 || length !== recordLength) return undefined;
  return { records: view.getUint32(4, true), headerLength, recordLength, fields, language: bytes[29]! };
}

/** dBase II is another form; 3 to 5 without memo, 83, 8B, CB, E5 with, 30 to 32 Visual FoxPro, F5 and FB FoxPro, 43, 63 dBase IV SQL. */
const versions: ReadonlySet<number> = new Set([0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0xcb, 0xe5, 0xf5, 0xfb]);

/** Year in the century, month, day; some writers leave them 0. */
const isDate = (bytes: Uint8Array): boolean => bytes[2]! <= 12 && bytes[3]! <= 31;

function fieldsOf(bytes: Uint8Array, headerLength: number): Field[] {
  const fields: Field[] = [];
  let start = 1;
  for (let at = 32; bytes[at] !== FIELDS_END; at += 32) {
    if (at + 32 > Math.min(headerLength, bytes.length)) return [];
    const type = String.fromCharCode(bytes[at + 11]!);
    if (!/[A-Z0+@]/.test(type)) return [];
    // a text longer than 255 bytes keeps the rest of its length where numbers have their decimals
    const length = bytes[at + 16]! + (type === 'C' ? bytes[at + 17]! * 256 : 0);
    const end = bytes.subarray(at, at + 11).indexOf(0);
    fields.push({ name: bytes.subarray(at, at + (end < 0 ? 11 : end)), type, start, length });
    start += length;
  }
  return fields;
}

const FIELDS_END = 0x0d;
