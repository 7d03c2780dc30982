import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { open, refusal, textOf } from './opening.ts';

type Field = readonly [name: string, type: string, length: number, decimals?: number];

type Shape = {
  readonly version?: number;
  readonly language?: number;
  readonly encoding?: 'gbk' | 'utf-8';
  readonly fields: readonly Field[];
  /** Text is padded with blanks; a record with `*` in front is deleted. */
  readonly records: readonly (readonly (string | Uint8Array)[])[];
  readonly deleted?: readonly number[];
};

/** A table, byte by byte. */
function dbf({ version = 3, language = 0, encoding = 'gbk', fields, records, deleted = [] }: Shape): Uint8Array {
  const bytesOf = (value: string | Uint8Array): Uint8Array => (typeof value === 'string' ? iconv.encode(value, encoding) : value);
  const header = new Uint8Array(32 + fields.length * 32 + 1);
  const view = new DataView(header.buffer);
  const length = 1 + fields.reduce((sum, [, , size]) => sum + size, 0);
  header.set([version, 125, 3, 31], 0);
  view.setUint32(4, records.length, true);
  view.setUint16(8, header.length, true);
  view.setUint16(10, length, true);
  header[29] = language;
  fields.forEach(([name, type, size, decimals = 0], i) => {
    header.set(bytesOf(name).subarray(0, 11), 32 + i * 32);
    header.set([type.charCodeAt(0)], 32 + i * 32 + 11);
    header.set([size & 255, type === 'C' ? size >> 8 : decimals], 32 + i * 32 + 16);
  });
  header[header.length - 1] = 0x0d;
  const rows = records.map((record, at) => {
    const row = new Uint8Array(length).fill(0x20);
    if (deleted.includes(at)) row[0] = 0x2a;
    let start = 1;
    fields.forEach(([, type, size], i) => {
      const bytes = bytesOf(record[i] ?? '').subarray(0, size);
      row.set(bytes, type === 'N' || type === 'F' ? start + size - bytes.length : start);
      start += size;
    });
    return row;
  });
  return new Uint8Array(Buffer.concat([header, ...rows, Uint8Array.of(0x1a)]));
}

const frontPage = {
  fields: [
    ['BAH', 'C', 10],
    ['XM', 'C', 8],
    ['CYSJ', 'D', 8],
    ['ZFY', 'N', 10, 2],
    ['RJSS', 'L', 1],
    ['BZ', 'M', 10],
  ],
  records: [
    ['029000', '张三,甲', '20250131', '1234.50', 'T', '1'],
    ['1', '测试', '20250201', '99.00', 'F', ''],
    ['2', '测试二', '', '', '?', ''],
  ],
} as const satisfies Shape;

describe('a dBase table', () => {
  it('has a header of its field names, amounts as written, no padding and no deleted record', async () => {
    const [sheet, ...others] = await open(dbf({ ...frontPage, deleted: [1] }), 'N041.csv');
    expect([sheet!.name, sheet!.format, sheet!.encoding, others]).toEqual(['N041.csv', 'dbf', 'gb18030', []]);
    expect(textOf(sheet!)).toBe('BAH,XM,CYSJ,ZFY,RJSS,BZ\n029000,"张三,甲",20250131,1234.50,1,\n2,测试二,,,,\n');
  });

  it.each([
    ['of GBK by its language', { language: 0x4d }, 'gb18030'],
    ['of GBK by the language of FoxPro', { language: 0x7a }, 'gb18030'],
    ['in UTF-8', { encoding: 'utf-8' }, 'utf-8'],
    ['in UTF-8 with a wrong language', { encoding: 'utf-8', language: 0x03 }, 'utf-8'],
  ] as const)('%s', async (_, more, encoding) => {
    const [sheet] = await open(dbf({ fields: [['姓名', 'C', 9]], records: [['测试员'], ['张三']], ...more }));
    expect([textOf(sheet!), sheet!.encoding]).toEqual(['姓名\n测试员\n张三\n', encoding]);
  });

  it('a field that is too short cuts a character, no more', async () => {
    // five bytes hold two and a half characters
    const [sheet] = await open(dbf({ fields: [['X', 'C', 5]], records: [['测试员'], ['ab']] }));
    expect([textOf(sheet!), sheet!.encoding]).toEqual(['X\n测试\nab\n', 'gb18030']);
  });

  it('a text of more than 255 bytes', async () => {
    const [sheet] = await open(dbf({ fields: [['X', 'C', 300]], records: [['a'.repeat(300)]] }));
    expect(textOf(sheet!)).toBe(`X\n${'a'.repeat(300)}\n`);
  });

  it('of FoxPro holds numbers as bytes', async () => {
    const bytes = (make: (view: DataView) => void, size = 8) => {
      const view = new DataView(new ArrayBuffer(size));
      make(view);
      return new Uint8Array(view.buffer);
    };
    const record = [
      bytes(view => view.setInt32(0, -7, true), 4),
      bytes(view => view.setFloat64(0, 0.1 + 0.2, true)),
      // 1,234.5 in ten-thousandths
      bytes(view => view.setBigInt64(0, -12_345_000n, true)),
      // 2025-01-01 is the Julian day 2460677; half past eight is 30,600 seconds
      bytes(view => {
        view.setInt32(0, 2_460_677, true);
        view.setInt32(4, 30_600_000, true);
      }),
      new Uint8Array(8),
      Uint8Array.of(1),
    ];
    const fields: Field[] = [
      ['I', 'I', 4],
      ['B', 'B', 8],
      ['Y', 'Y', 8],
      ['T', 'T', 8],
      ['T2', 'T', 8],
      ['_NullFlags', '0', 1],
    ];
    const [sheet] = await open(dbf({ version: 0x30, fields, records: [record] }));
    expect(textOf(sheet!)).toBe('I,B,Y,T,T2\n-7,0.3,-1234.5,2025-01-01 08:30:00,\n');
  });

  it('cut off, or longer than it says, is damaged: rows would be lost in silence', async () => {
    const bytes = dbf(frontPage);
    const longer = Uint8Array.from(bytes);
    new DataView(longer.buffer).setUint32(4, 2, true);
    expect([await refusal(bytes.subarray(0, bytes.length - 10)), await refusal(longer)]).toEqual([
      { code: 'FILE_DAMAGED', en: 'the DBF header says 3 records, the file holds 2', at: 'a.dat' },
      { code: 'FILE_DAMAGED', en: 'the DBF header says 2 records, the file holds 3', at: 'a.dat' },
    ]);
  });

  it('in no encoding names the record', async () => {
    const wrong = Uint8Array.of(0x41, 0xff, 0x41);
    expect(await refusal(dbf({ fields: [['X', 'C', 4]], records: [['a'], [wrong]] }))).toEqual({
      code: 'FILE_ENCODING',
      en: 'record 2 is text neither in GB18030 nor in UTF-8',
      at: 'a.dat',
    });
  });

  it('without any record has its header', async () => {
    const [sheet] = await open(dbf({ ...frontPage, records: [] }));
    expect(textOf(sheet!)).toBe('BAH,XM,CYSJ,ZFY,RJSS,BZ\n');
  });

  it('is one only when its header agrees with itself: text may begin with the digit 0', async () => {
    const text = '0\x01\x02,b\n1,2\n'.padEnd(200, 'x');
    expect((await open(text))[0]!.format).toBe('text');
  });
});
