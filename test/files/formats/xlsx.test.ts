import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { inline, only, open, refusal, shown, textOf, workbook } from './opening.ts';

const sheetData = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const cell = (place: string, value: string | number, more = ''): string => `<c r="${place}"${more}><v>${value}</v></c>`;

/** Formats of cells: 0 nothing, 1 yyyy-mm-dd (built in), 2 a Chinese date, 3 percent, 4 hours. */
const styles =
  '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="[h]:mm"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="10"/><xf numFmtId="177"/></cellXfs>';

describe('a workbook that a library wrote', () => {
  it('is what a person sees: dates, amounts, switches, codes with their zeros, texts with commas', async () => {
    const rows = [
      ['病案号', '出院日期', '入院时间', '总费用', '日间手术', '备注'],
      ['029000', new Date(Date.UTC(2025, 0, 31)), new Date(Date.UTC(2025, 0, 1, 8, 30)), 1234.5, true, '甲,"乙"\n丙'],
      [null, null, null, null, null, null],
      ['0001', null, null, 0.1 + 0.2, false, ''],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: '明细', rows }] });
    const [sheet, ...others] = await open(bytes, '3月.csv');
    expect([sheet!.name, sheet!.format, sheet!.encoding, others]).toEqual(['3月.csv › 明细', 'xlsx', undefined, []]);
    expect(textOf(sheet!)).toBe(
      '病案号,出院日期,入院时间,总费用,日间手术,备注\n' +
        '029000,2025-01-31,2025-01-01 08:30:00,1234.5,1,"甲,""乙""\n丙"\n' +
        ',,,,,\n' +
        '0001,,,0.3,0,\n',
    );
  });

  it('counts days from 1904 when it says so', async () => {
    const day = new Date(Date.UTC(2025, 0, 31));
    expect(await only(await writeXlsx({ sheets: [{ name: 'a', rows: [['d'], [day]] }], dateSystem: '1904' }))).toBe('d\n2025-01-31\n');
  });

  it('has two levels of header in merged cells', async () => {
    const rows = [
      ['二〇二五年一月', null, null],
      ['病案号', '费用', null],
      [null, '西药费', '床位费'],
      ['1', 2, 3],
    ];
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
      { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
      { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows, merges }] });
    expect(await only(bytes)).toBe('二〇二五年一月,二〇二五年一月,二〇二五年一月\n病案号,费用,费用\n病案号,西药费,床位费\n1,2,3\n');
  });

  it('has several sheets; those hidden or without a cell are left out', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '一', rows: [['a']] },
        { name: '藏', rows: [['b']], hidden: true },
        { name: '空', rows: [] },
        { name: '__proto__', rows: [['__proto__', 'constructor']] },
      ],
    });
    expect(await shown(bytes)).toEqual([
      ['a.dat › 一', 'a\n'],
      ['a.dat › __proto__', '__proto__,constructor\n'],
    ]);
  });
});

describe('the cells of a workbook', () => {
  const value = async (xml: string, more: { strings?: string; properties?: string } = {}) =>
    only(workbook({ sheets: { a: sheetData(row(1, xml)) }, styles, ...more }));

  it.each([
    ['a day', cell('A1', 45658, ' s="1"'), '2025-01-01'],
    ['a Chinese date', cell('A1', 45658, ' s="2"'), '2025-01-01'],
    ['digits in a date cell', cell('A1', 20260115, ' s="1"'), '2026-01-15'],
    ['hours', cell('A1', 1.5, ' s="4"'), '36:00:00'],
    ['a share', cell('A1', 0.125, ' s="3"'), '0.125'],
    ['a whole number of another program', cell('A1', '100.0'), '100'],
    ['an amount with a nought', cell('A1', '12.50'), '12.5'],
    ['noise', cell('A1', '0.30000000000000004'), '0.3'],
    ['15 digits', cell('A1', '123456789012345'), '123456789012345'],
    ['an id that lost its last digits', cell('A1', '123456789012345680'), '1.23456789012346E+17'],
    ['the same in short', cell('A1', '1.2345678901234568E+17'), '1.23456789012346E+17'],
    ['a small number', cell('A1', '1E-3'), '0.001'],
    ['noughts in front', cell('A1', '007'), '7'],
    ['less than nothing', cell('A1', '-0.5'), '-0.5'],
    ['a long fraction', cell('A1', '0.123456789012345678'), '0.123456789012346'],
    ['true', cell('A1', 1, ' t="b"'), '1'],
    ['false', cell('A1', 0, ' t="b"'), '0'],
    ['a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['a text formula', '<c r="A1" t="str"><f>"a"</f><v>a_x000D_b &amp; c</v></c>', '"a\rb & c"'],
    ['rich text', '<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><rPr/><t xml:space="preserve"> 乙</t></r></is></c>', '甲 乙'],
    ['CDATA', '<c r="A1" t="str"><v>a<![CDATA[<b>]]></v></c>', 'a<b>'],
    ['a date in words of XML', cell('A1', '2025-01-15T08:30:00', ' t="d"'), '2025-01-15 08:30:00'],
    ['a date in words of XML at midnight', cell('A1', '2025-01-15T00:00:00.000Z', ' t="d"'), '2025-01-15'],
    ['no attribute at all', '<c><v>5</v></c>', '5'],
    ['attributes in single quotes, an angle in one', `<c x='>' r='A1' ><v>5</v></c>`, '5'],
  ])('%s', async (_, xml, text) => {
    expect(await value(xml)).toBe(`${text}\n`);
  });

  it('an error is nothing, and so is a format without a value', async () => {
    expect(
      await value(`${cell('A1', '#N/A', ' t="e"')}${cell('B1', 7)}<c r="C1" s="1"/><c r="D1"><v></v></c><c r="E1" t="inlineStr"/>`),
    ).toBe(',7\n');
  });

  it('share texts, plain or rich, without readings', async () => {
    const strings =
      '<si><t>a,b</t></si><si><r><t>甲</t></r><r><t>乙&lt;</t></r></si><si><t>山</t><rPh sb="0" eb="1"><t>yama</t></rPh></si><si><t/></si><si/><si><t>c</t></si>';
    const cells = [0, 1, 2, 3, 4, 5].map((index, i) => cell(`${'ABCDEF'[i]}1`, index, ' t="s"')).join('');
    expect(await value(cells, { strings })).toBe('"a,b",甲乙<,山,,,c\n');
  });

  it('in 1904', async () => {
    expect(await value(cell('A1', 44196, ' s="1"'), { properties: '<workbookPr date1904="true"/>' })).toBe('2025-01-01\n');
  });

  it('may be written with prefixes, as some programs do', async () => {
    const bytes = workbook({
      sheets: { a: '' },
      more: {
        'xl/worksheets/sheet1.xml':
          '<?xml version="1.0"?><!-- made by hand --><x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row></x:sheetData>' +
          '<x:mergeCells><x:mergeCell ref="A1:A1"/></x:mergeCells></x:worksheet>',
      },
    });
    expect(await only(bytes)).toBe('1,b\n');
  });

  it('may be written in UTF-16', async () => {
    const text = `\ufeff<worksheet>${sheetData(row(1, inline('A1', '甲')))}</worksheet>`;
    const bytes = workbook({ sheets: { a: '' }, more: { 'xl/worksheets/sheet1.xml': new Uint8Array(Buffer.from(text, 'utf16le')) } });
    expect(await only(bytes)).toBe('甲\n');
  });

  it('keep blank rows and gaps between them', async () => {
    const bytes = workbook({
      sheets: { a: sheetData(`${row(2, inline('B2', 'x'))}<row r="3"/>${row(5, inline('C5', 'y'))}${row(9, '<c r="Z9" s="1"/>')}`) },
    });
    expect(await only(bytes)).toBe(',,\n,x,\n,,\n,,\n,,y\n');
  });

  it('of a hidden sheet stay hidden, whatever kind of hidden', async () => {
    const bytes = workbook({
      sheets: { a: sheetData(row(1, inline('A1', 'a'))), b: sheetData(row(1, inline('A1', 'b'))), c: '<sheetData/>' },
      states: { a: 'veryHidden' },
    });
    expect(await shown(bytes)).toEqual([['a.dat › b', 'b\n']]);
  });
});

describe('a workbook is refused', () => {
  const broken = (xml: string) => refusal(workbook({ sheets: { a: xml } }), 'b.xlsx');
  const cut = { code: 'FILE_DAMAGED', en: 'the workbook is cut off or damaged', at: 'b.xlsx › a' };

  it.each([
    ['when its rows go back', sheetData(row(2, inline('A2', 'x')) + row(1, inline('A1', 'y')))],
    ['when a row comes twice', sheetData(row(1, inline('A1', 'x')) + row(1, inline('B1', 'y')))],
    ['when its cells go back', sheetData(row(1, inline('B1', 'x') + inline('A1', 'y')))],
    ['when a cell has two values', sheetData(row(1, '<c r="A1"><v>1</v><v>2</v></c>'))],
    ['beyond the last row', sheetData(row(1_048_577, inline('A1', 'x')))],
    ['beyond the last column', sheetData(row(1, inline('XFE1', 'x')))],
    ['when it ends inside a tag', '<sheetData><row r="1"><c r="A'],
    ['when it ends inside its rows', '<sheetData><row r="1"></row>'],
    ['when it has no cells at all', '<cols/>'],
  ])('%s', async (_, xml) => {
    expect(await broken(xml)).toEqual(cut);
  });

  it('the last row and column are taken', async () => {
    const last = workbook({ sheets: { a: sheetData(row(1, inline('XFD1', 'x'))), b: sheetData(row(1_048_576, inline('A1048576', 'y'))) } });
    expect((await open(last)).map(({ bytes }) => bytes.length)).toEqual([16_383 + 2, 1_048_575 + 2]);
  });

  it('when a text is not in it', async () => {
    expect(await broken(sheetData(row(1, cell('A1', 0, ' t="s"'))))).toEqual({
      ...cut,
      en: 'a cell has a text that the workbook lacks',
    });
  });

  it('when it lacks a sheet', async () => {
    const bytes = workbook({
      sheets: { a: '<sheetData/>' },
      more: { 'xl/_rels/workbook.xml.rels': '<a><Relationship Id="rId1" Type="x/worksheet" Target="/xl/none.xml"/></a>' },
    });
    expect(await refusal(bytes)).toEqual({ code: 'FILE_DAMAGED', en: 'the workbook lacks xl/none.xml', at: 'a.dat' });
  });

  it('when nothing visible is in it', async () => {
    expect(await broken('<sheetData/>')).toEqual({ code: 'FILE_EMPTY', en: 'no visible sheet holds anything', at: 'b.xlsx' });
  });
});
