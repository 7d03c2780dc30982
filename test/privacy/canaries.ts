/**
 * Values that belong to a person, made to be found again: names of birds for letters, one row of digits in every number. Patients and staff
 * have other birds, so that a promise about the one is not kept by the other. What is searched is every way bytes can hold a text or a number.
 */
import iconv from 'iconv-lite';

/** In every value of a patient; `9008172` is also in the date of birth 1990-08-17 with what follows it. */
export const patientStems = ['金丝雀', 'CANARY', '9008172'] as const;
export const staffStems = ['黄鹂', 'ORIOLE'] as const;
export const stems: readonly string[] = [...patientStems, ...staffStems];

const numerals = '零壹贰叁肆伍陆柒捌玖';
const chinese = (n: number): string => [...String(n)].map(digit => numerals[Number(digit)]).join('');

/** The `n`th person, in every field a layout may have of one. */
export const person = (n: number) => {
  const tail = String(n).padStart(2, '0');
  return {
    name: `金丝雀${chinese(n)}`,
    latin: `CANARY${tail}`,
    // 420106 + 1990-08-17 + 2dd + check: the certificate of nobody
    certificate: `420106199008172${tail}X`,
    mobile: `1399008172${n % 10}`,
    landline: `027-9008172${n % 10}`,
    card: `C9008172${tail}`,
    record: `ZY9008172${tail}`,
    visit: `V9008172${tail}`,
    settlement: `42000000009008172${tail}`,
    insured: `4201009008172${tail}`,
    address: `CANARY${tail}路金丝雀小区${chinese(n)}号`,
    relative: `金丝雀亲属${chinese(n)}`,
    employer: `金丝雀机械厂CANARY${tail}`,
    mail: `CANARY${tail}@example.invalid`,
    doctor: `黄鹂${chinese(n)}`,
    doctorCode: `ORIOLE${tail}`,
    nurse: `黄鹂护士${chinese(n)}`,
  } as const;
};

export type Person = ReturnType<typeof person>;

/** Which of the stems stand in the bytes, in any encoding; every number is also looked for as SQLite and typed arrays write it. */
export function stemsIn(bytes: Uint8Array, wanted: readonly string[] = stems, numbers: readonly string[] = []): readonly string[] {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = wanted.filter(stem => writings(stem).some(writing => held.includes(writing)));
  return [...found, ...numbers.filter(number => asNumber(number).some(writing => held.includes(writing)))];
}

const writings = (text: string): readonly Buffer[] => [
  Buffer.from(text, 'utf8'),
  iconv.encode(text, 'gb18030'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'utf16le').swap16(),
  // a JSON text may be written in ASCII alone
  Buffer.from([...text].map(letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')),
  Buffer.from(Buffer.from(text, 'utf8').toString('hex')),
];

/** The number of eight bytes or as a floating one, both ways round. */
function asNumber(digits: string): readonly Buffer[] {
  const whole = Buffer.alloc(8);
  whole.writeBigInt64BE(BigInt.asIntN(64, BigInt(digits)));
  const real = Buffer.alloc(8);
  real.writeDoubleBE(Number(digits));
  return [whole, Buffer.from(whole).swap64(), real, Buffer.from(real).swap64()];
}
