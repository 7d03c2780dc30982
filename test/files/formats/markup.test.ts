import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { only, open, refusal, shown, textOf } from './opening.ts';

const gbk = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'gbk'));

describe('a web page saved as .xls', () => {
  it('is its table: text as it stands, entities, line breaks, spans', async () => {
    const page = `<html><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"} </td> </style><title>x</title></head>
      <body><!-- <table><tr><td>no --><TABLE border=1><THEAD>
      <tr><th rowspan="2">病案号</th><th colspan=2>费用</th></tr><tr><th>西药<br>(元)</th><th>床位</th></tr></THEAD>
      <tr><td>029000</td><td style='a>b'>1,234.50</td><td>&nbsp;</td></tr>
      <tr><td>a &lt; b &amp; c &#20013; &unknown;</td><td>  run
      together  </td><td>3</td></tr></TABLE></body></html>`;
    const [sheet, ...others] = await open(page, '3月.xls');
    expect([sheet!.name, sheet!.format, sheet!.encoding, others]).toEqual(['3月.xls', 'html', 'utf-8', []]);
    expect(textOf(sheet!)).toBe('病案号,费用,费用\n病案号,"西药\n(元)",床位\n029000,"1,234.50",\na < b & c 中 &unknown;,run together,3\n');
  });

  it('may forget to close cells and rows, not the table', async () => {
    expect(await only('<table><tr><td>a<td>b<tr><td>c<td>d</table>')).toBe('a,b\nc,d\n');
    expect(await refusal('<html><table><tr><td>a</td></tr>')).toEqual({
      code: 'FILE_DAMAGED',
      en: 'the table of the page never ends: the file is cut off',
      at: 'a.dat',
    });
  });

  it('in GBK is read in GB18030', async () => {
    const [sheet] = await open(gbk('<table><tr><td>病案号</td></tr></table>'));
    expect([textOf(sheet!), sheet!.encoding]).toEqual(['病案号\n', 'gb18030']);
  });

  it('in UTF-16 too', async () => {
    const [sheet] = await open(new Uint8Array(Buffer.from('\ufeff<table><tr><td>甲</td></tr></table>', 'utf16le')));
    expect([textOf(sheet!), sheet!.encoding]).toEqual(['甲\n', 'utf-16le']);
  });

  it('has several tables, some inside others', async () => {
    const page =
      '<div><table><tr><td><table><tr><td>in</td></tr></table></td></tr></table><table><tr><td></td></tr></table><table><td>b</td></table></div>';
    expect(await shown(page)).toEqual([
      ['a.dat › 1', 'in\n'],
      ['a.dat › 2', 'b\n'],
    ]);
  });

  it('rows that are spanned move cells to the right', async () => {
    const page = '<table><tr><td rowspan=3>a</td><td>b</td></tr><tr><td rowspan=2>c</td><td>d</td></tr><tr><td>e</td></tr></table>';
    expect(await only(page)).toBe('a,b,\na,c,d\na,c,e\n');
  });

  it('without a table is said to be a page', async () => {
    const page = { code: 'FILE_NOT_TEXT', en: 'a web page without a table', at: 'a.dat' };
    expect(await refusal('<!DOCTYPE html><html><script>"<table>"</script>请登录</html>')).toEqual(page);
    expect(await refusal('<?xml version="1.0"?><a/>')).toEqual(page);
  });

  it('that spans everything is not filled', async () => {
    expect(await only('<table><tr><td rowspan=99999999 colspan=99999999>a</td></tr><tr><td>b</td></tr></table>')).toBeTypeOf('string');
    expect(await refusal(`<table><tr>${'<td colspan=1000>a</td>'.repeat(17)}</tr></table>`)).toEqual({
      code: 'FILE_TOO_LARGE',
      en: 'the table of the page is too large',
      at: 'a.dat',
    });
  });
});

describe('an XML spreadsheet of 2003', () => {
  const sheet = (name: string, rows: string, options = '') =>
    `<Worksheet ss:Name="${name}"><Table ss:ExpandedColumnCount="16384">${rows}</Table><WorksheetOptions xmlns="urn:x">${options}</WorksheetOptions></Worksheet>`;
  const book = (...sheets: string[]) =>
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` +
    `<Styles><Style ss:ID="s1"><NumberFormat ss:Format="yyyy\\-mm\\-dd"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Short Date"/></Style></Styles>${sheets.join('')}</Workbook>`;
  const cell = (type: string, value: string, more = '') => `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`;

  it('is what a person sees', async () => {
    const rows =
      `<Row>${cell('String', '病案号')}${cell('String', '费用', ' ss:MergeAcross="1"')}${cell('String', '日期')}</Row>` +
      `<Row ss:Index="3">${cell('String', '029000')}${cell('Number', '0.30000000000000004')}<Cell/>${cell('DateTime', '2025-01-31T00:00:00.000')}</Row>` +
      `<Row>${cell('Number', '20260115', ' ss:StyleID="s1"')}${cell('Number', '45658', ' ss:Index="4" ss:StyleID="s2"')}</Row>` +
      `<Row>${cell('Boolean', '1')}${cell('Error', '#N/A')}${cell('String', 'a<B>b</B>,')}</Row><Row/>`;
    const [read, ...others] = await open(
      book(sheet('明细', rows), sheet('藏', `<Row>${cell('String', 'x')}</Row>`, '<Visible>SheetHidden</Visible>')),
    );
    expect([read!.name, read!.format, read!.encoding, others]).toEqual(['a.dat › 明细', 'xls', 'utf-8', []]);
    expect(textOf(read!)).toBe('病案号,费用,费用,日期\n,,,\n029000,0.3,,2025-01-31\n2026-01-15,,,2025-01-01\n1,,"ab,",\n');
  });

  it('counts days from 1904 when it says so', async () => {
    const text = book(sheet('a', `<Row>${cell('Number', '44196', ' ss:StyleID="s1"')}</Row>`));
    expect(await only(text.replace('<Styles>', '<ExcelWorkbook xmlns="urn:e"><Date1904/></ExcelWorkbook><Styles>'))).toBe('2025-01-01\n');
  });

  it('in GBK too', async () => {
    const [read] = await open(gbk(book(sheet('甲', `<Row>${cell('String', '乙')}</Row>`))));
    expect([read!.name, textOf(read!), read!.encoding]).toEqual(['a.dat › 甲', '乙\n', 'gb18030']);
  });

  it.each([
    ['cut off', book(sheet('a', `<Row>${cell('String', 'x')}</Row>`)).slice(0, -30)],
    ['rows that go back', book(sheet('a', `<Row ss:Index="2">${cell('String', 'x')}</Row><Row ss:Index="1"/>`))],
    ['a row far beyond the last', book(sheet('a', `<Row ss:Index="1048577">${cell('String', 'x')}</Row>`))],
    ['cells that go back', book(sheet('a', `<Row>${cell('String', 'x', ' ss:Index="2"')}${cell('String', 'y', ' ss:Index="1"')}</Row>`))],
    ['an index that is no number', book(sheet('a', `<Row>${cell('String', 'x', ' ss:Index="x"')}</Row>`))],
  ])('%s is damaged', async (_, text) => {
    expect(await refusal(text)).toMatchObject({ code: 'FILE_DAMAGED', en: 'the workbook is cut off or damaged' });
  });
});
