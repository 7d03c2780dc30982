import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { UserError } from '../../../src/errors.ts';
import { gunzip, inflate } from '../../../src/files/formats/archive/unpack.ts';
import { mostFrom } from '../../../src/files/formats/limits.ts';
import { inline, oneEntry, only, open, refusal, shown, textOf, workbook, zipped } from './opening.ts';

const MIB = 2 ** 20;
describe('what unpacks to too much is refused before it does', () => {
  const budget = (bytes: number) => ({ bytes, entries: 10 });
  const packed = new Uint8Array(deflateRawSync(Buffer.alloc(5_000)));
  const failure = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return (error as UserError).code;
    }
    return undefined;
  };

  it('up to what is left for the file, whatever size it says of itself', () => {
    for (const size of [0, 100, 5_000, 0xffffffff]) {
      const left = budget(5_000);
      expect(inflate({ packed, at: 'a', budget: left, size }).length).toBe(5_000);
      expect(left.bytes).toBe(0);
      expect(failure(() => inflate({ packed, at: 'a', budget: budget(4_999), size }))).toBe('FILE_TOO_LARGE');
    }
    const gzipped = gzipSync(Buffer.alloc(5_000));
    expect(gunzip({ packed: gzipped, at: 'a', budget: budget(5_000) }).length).toBe(5_000);
    expect(failure(() => gunzip({ packed: gzipped, at: 'a', budget: budget(4_999) }))).toBe('FILE_TOO_LARGE');
  });

  it('up to 256 MiB, then 200 times its size, then 2 GiB less one', () => {
    // 200 x 2,000,000 bytes = 400 MB; 200 x 20,000,000 are more than a text may have
    expect([0, 1_000, 1_342_177, 2_000_000, 20_000_000].map(mostFrom)).toEqual([256 * MIB, 256 * MIB, 256 * MIB, 400_000_000, 2 ** 31 - 1]);
  });

  it('at most 1,000 files', async () => {
    const files = (count: number) => zipped(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.csv`, 'a\n'])));
    expect((await open(files(1000))).length).toBe(1000);
    expect(await refusal(files(1001))).toEqual({ code: 'FILE_TOO_LARGE', en: 'it holds more than 1000 files and sheets', at: 'a.dat' });
  });

  it('at most 1,000 sheets, though they are one part again and again', async () => {
    const names = Array.from({ length: 1001 }, (_, i) => `<sheet name="${i}" sheetId="${i}" r:id="rId1"/>`).join('');
    const xml = (sheets: string) =>
      workbook({ sheets: { a: '<sheetData/>' }, more: { 'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>` } });
    expect(await refusal(xml(names))).toEqual({ code: 'FILE_TOO_LARGE', en: 'it holds more than 1000 files and sheets', at: 'a.dat' });
  });
});

describe('an archive that was made to do harm', () => {
  it.each(['../a.csv', 'a/../../b.csv', '/etc/a.csv', 'C:/a.csv', 'c:a.csv', '..\\a.csv', 'a\\b.csv'])('%s leads out of it', async name => {
    const packed = new Uint8Array(deflateRawSync('a\n'));
    expect(await refusal(oneEntry(name, packed, { size: 2 }), 'a.zip')).toEqual({
      code: 'FILE_UNSAFE',
      en: 'the archive holds a name that leads out of it',
      at: `a.zip › ${name}`,
    });
  });

  it('a name with control characters is shown without them', async () => {
    const packed = new Uint8Array(deflateRawSync('%PDF'));
    expect(await refusal(oneEntry('\x1b[31ma\u202e.csv', packed, { size: 4, crc: 0 }), 'a.zip')).toMatchObject({ at: 'a.zip › [31ma.csv' });
  });

  it('a file that is not what its sum says, is locked, or packed in a rare way', async () => {
    const packed = new Uint8Array(deflateRawSync('a\n'));
    const refused = async (says: Parameters<typeof oneEntry>[2]) => (await refusal(oneEntry('a.csv', packed, says)))?.en;
    expect([await refused({ size: 2, crc: 1 }), await refused({ size: 2, flags: 0x801 }), await refused({ size: 2, method: 9 })]).toEqual([
      'the archive is cut off or damaged',
      'the archive has a password',
      'packed in a way that is not read here (method 9)',
    ]);
  });

  it('names of objects are names', async () => {
    const archive = zipped({ constructor: '__proto__,toString\n1,2\n' });
    expect(await shown(archive, '__proto__')).toEqual([['__proto__ › constructor', '__proto__,toString\n1,2\n']]);
  });
});

describe('a workbook that was made to do harm', () => {
  const unsafe = { code: 'FILE_UNSAFE', en: 'the XML of the workbook has a DOCTYPE' };
  const laughs = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>';

  it('has entities that explode', async () => {
    const data = `<sheetData><row r="1">${inline('A1', '&lol2;')}</row></sheetData>`;
    const parts = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', '_rels/.rels'];
    for (const part of parts) {
      const bytes = workbook({ sheets: { a: data }, strings: '', styles: '', more: { [part]: `${laughs}<worksheet>${data}</worksheet>` } });
      expect(await refusal(bytes)).toMatchObject(unsafe);
    }
    const xml = `${laughs}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>`;
    expect(await refusal(xml)).toMatchObject(unsafe);
  });

  it('lies about its size: a million cells without text and two corners cost nothing', async () => {
    const empty = Array.from({ length: 1000 }, (_, row) => `<row r="${row + 4}">${'<c s="1"/>'.repeat(1000)}</row>`).join('');
    const rows = [1, 2, 3].map(row => `<row r="${row}">${inline(`A${row}`, 'x')}<c r="XFD${row}" s="1"/></row>`).join('');
    const bytes = workbook({
      sheets: {
        a: `<dimension ref="A1:XFD1048576"/><sheetData>${rows}${empty}<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>`,
      },
    });
    expect(await only(bytes)).toBe('x\nx\nx\n');
  });

  it('has text in two far corners', async () => {
    const rows = `<row r="1">${inline('A1', 'x')}</row><row r="1048576">${inline('XFD1048576', 'y')}</row>`;
    expect(await refusal(workbook({ sheets: { a: `<sheetData>${rows}</sheetData>` } }))).toEqual({
      code: 'FILE_TOO_LARGE',
      en: 'the sheet has 1048576 rows x 16384 columns',
      at: 'a.dat › a',
    });
  });

  it('merges all there is, with one long text', async () => {
    const merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const rows = [1, 2].map(row => `<row r="${row}">${inline(`A${row}`, 'x')}${inline(`C${row}`, 'y')}</row>`).join('');
    expect(await only(workbook({ sheets: { a: `<sheetData>${rows}</sheetData>${merges}` } }))).toBe('x,x,x\nx,x,x\n');
  });

  it('merges a million rows of a column that the cells of another make wide', async () => {
    const rows = `<row r="1">${inline('A1', 'x')}</row><row r="1048576">${inline('XFD1048576', 'y')}</row>`;
    const merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect(await refusal(workbook({ sheets: { a: `<sheetData>${rows}</sheetData>${merges}` } }))).toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('holds more tables or sheets than anyone would', async () => {
    const en = ['the page holds too many tables', 'it holds too many sheets'];
    const sheets = '<Worksheet ss:Name="a"/>'.repeat(10_001);
    const xml = `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">${sheets}</Workbook>`;
    expect([(await refusal('<table></table>'.repeat(10_001)))?.en, (await refusal(xml))?.en]).toEqual(en);
  });

  it('calls columns and sheets like parts of objects', async () => {
    const data = `<sheetData><row r="1">${inline('A1', '__proto__')}${inline('B1', 'constructor')}</row></sheetData>`;
    const [sheet] = await open(workbook({ sheets: { ['__proto__']: data } }));
    expect([sheet!.name, textOf(sheet!)]).toEqual(['a.dat › __proto__', '__proto__,constructor\n']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('has a format for dates that never ends', async () => {
    const data = `<sheetData><row r="1"><c r="A1" s="0"><v>2</v></c></row></sheetData>`;
    const shownIn = async (format: string) => {
      const styles = `<numFmts><numFmt numFmtId="200" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`;
      return only(workbook({ sheets: { a: data }, styles }));
    };
    // as long as a format may be it is one: day 2 is 1900-01-02
    expect(await shownIn(`${'.'.repeat(251)}yyyy`)).toBe('1900-01-02\n');
    expect([await shownIn('['.repeat(200_000)), await shownIn('&quot;'.repeat(200_001)), await shownIn(`${'.'.repeat(255)}yyyy`)]).toEqual([
      '2\n',
      '2\n',
      '2\n',
    ]);
  });

  it('has a cell whose width is nothing but blanks', async () => {
    const blanks = ' '.repeat(200_000);
    expect(await only(`<table><tr><td colspan=${blanks}x>a</td><td rowspan="${blanks}">b</td></tr></table>`)).toBe('a,b\n');
  });

  it('hides control characters in the name of a sheet', async () => {
    const data = `<sheetData><row r="1">${inline('A1', 'x')}</row></sheetData>`;
    const [sheet] = await open(workbook({ sheets: { 'a&#x202e;b': data } }));
    expect(sheet!.name).toBe('a.dat › ab');
  });
});
