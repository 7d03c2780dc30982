import { utils, write } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { only, open, refusal, shown, textOf } from './opening.ts';

type Row = readonly unknown[];

/** An old workbook; `biff8` is that of Excel 97 to 2003, `biff2` that of very old programs. */
function oldWorkbook(
  sheets: Readonly<Record<string, readonly Row[]>>,
  more: { hidden?: readonly string[]; type?: 'biff8' | 'biff5' | 'biff2'; from1904?: boolean } = {},
) {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map(row => [...row])), name);
  book.Workbook = {
    Sheets: book.SheetNames.map(name => ({ Hidden: more.hidden?.includes(name) ? 1 : 0 })),
    WBProps: { date1904: more.from1904 === true },
  } as NonNullable<typeof book.Workbook>;
  return { book, bytes: () => new Uint8Array(write(book, { type: 'buffer', bookType: more.type ?? 'biff8' })) };
}

const date = (v: number, z = 'yyyy-mm-dd') => ({ t: 'n', v, z });

describe('an old workbook', () => {
  it('is what a person sees', async () => {
    const rows = [
      ['病案号', '出院日期', '入院时间', '总费用', '日间手术', '备注'],
      ['029000', date(45688), date(45658.3541666667, 'yyyy-mm-dd hh:mm'), 1234.5, true, '甲,"乙"'],
      [],
      ['0001', date(20260115), { t: 'e', v: 42 }, 0.1 + 0.2, false, 123456789012345680],
    ];
    const [sheet, ...others] = await open(oldWorkbook({ 明细: rows }).bytes(), '3月.txt');
    expect([sheet!.name, sheet!.format, others]).toEqual(['3月.txt › 明细', 'xls', []]);
    expect(textOf(sheet!)).toBe(
      '病案号,出院日期,入院时间,总费用,日间手术,备注\n' +
        '029000,2025-01-31,2025-01-01 08:30:00,1234.5,1,"甲,""乙"""\n' +
        ',,,,,\n' +
        '0001,2026-01-15,,0.3,0,1.23456789012346E+17\n',
    );
  });

  it('has merged cells, several sheets and hidden ones', async () => {
    const { book, bytes } = oldWorkbook(
      {
        一: [
          ['费用', ''],
          ['西药', '床位'],
        ],
        藏: [['x']],
        空: [],
        二: [['y']],
      },
      { hidden: ['藏'] },
    );
    book.Sheets.一!['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    expect(await shown(bytes())).toEqual([
      ['a.dat › 一', '费用,费用\n西药,床位\n'],
      ['a.dat › 二', 'y\n'],
    ]);
  });

  it('of the first Excel has no container around it', async () => {
    expect(
      await only(
        oldWorkbook(
          {
            Sheet1: [
              ['id', 'cost'],
              ['a', 2.5],
            ],
          },
          { type: 'biff2' },
        ).bytes(),
      ),
    ).toBe('id,cost\na,2.5\n');
  });

  it('counts days from 1904 when it says so', async () => {
    expect(await only(oldWorkbook({ a: [[date(44196)]] }, { from1904: true }).bytes())).toBe('2025-01-01\n');
  });

  it('of Excel 95 is in the code page of its machine: 936', async () => {
    const bytes = Buffer.from(oldWorkbook({ Sheet1: [['ABCDEF', 'x']] }, { type: 'biff5' }).bytes());
    // the record 42 holds the code page: 1252 becomes 936, and six letters three Chinese ones
    const page = bytes.indexOf(Uint8Array.of(0x42, 0, 2, 0));
    bytes.writeUInt16LE(936, page + 4);
    iconv.encode('病案号', 'gbk').copy(bytes, bytes.indexOf('ABCDEF'));
    expect(await only(new Uint8Array(bytes))).toBe('病案号,x\n');
  });

  it('calls a sheet like a part of objects', async () => {
    const bytes = Buffer.from(oldWorkbook({ ABCDEFGHI: [['x']] }).bytes());
    const wide = bytes.indexOf(Buffer.from('ABCDEFGHI', 'utf16le'));
    if (wide >= 0) Buffer.from('__proto__', 'utf16le').copy(bytes, wide);
    else bytes.write('__proto__', bytes.indexOf('ABCDEFGHI'), 'latin1');
    expect(await shown(new Uint8Array(bytes))).toEqual([['a.dat › __proto__', 'x\n']]);
  });

  it('cut off is damaged', async () => {
    const bytes = oldWorkbook({ a: [['x']] }).bytes();
    expect(await refusal(bytes.subarray(0, 700))).toMatchObject({ at: 'a.dat' });
    expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toEqual({
      code: 'FILE_NOT_TEXT',
      en: 'an Office document without a workbook',
      at: 'a.dat',
    });
  });

  it('with a password, old or new, asks to remove it', async () => {
    const locked = await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }], encryption: { password: '1', spinCount: 10 } });
    expect(await refusal(locked, 'locked.xlsx')).toEqual({
      code: 'FILE_ENCRYPTED',
      en: 'the workbook is locked with a password',
      at: 'locked.xlsx',
    });
  });
});
