import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { entryBytes, zipEntries } from '../../../src/files/formats/archive/zip-entries.ts';
import { jsonSheets } from '../../../src/files/formats/json/json-sheets.ts';
import { markupSheets } from '../../../src/files/formats/markup/markup-sheets.ts';
import { fillMerges, type Merge } from '../../../src/files/formats/merges.ts';
import { endRow, newSheetText, putCell } from '../../../src/files/formats/sheet-text.ts';
import { oneEntry, open, refusal } from './opening.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const budgetOf = (bytes: number) => ({ bytes, entries: 10 });

/** What is left of so many bytes; or the code of the refusal. */
function left(bytes: number, act: (budget: ReturnType<typeof budgetOf>) => unknown): number | string {
  const budget = budgetOf(bytes);
  try {
    act(budget);
    return budget.bytes;
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

describe('what the sheets of a file become is charged to it', () => {
  // x,x,x, and x,x,x,y: 7 and 8 bytes with their line ends
  const table = '<table><tr><td colspan=3 rowspan=2>x</td></tr><tr><td>y</td></tr></table>';
  const sheet = (name: string) =>
    `<Worksheet ss:Name="${name}"><Table><Row><Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">x</Data></Cell></Row><Row><Cell ss:Index="4"><Data ss:Type="String">y</Data></Cell></Row></Table></Worksheet>`;
  const xml = `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">${sheet('a')}${sheet('b')}</Workbook>`;

  it.each([
    ['two tables of a page', table + table],
    ['a table in a table', `<table><tr><td colspan=3 rowspan=2>x${table}</td></tr><tr><td>y</td></tr></table>`],
    ['two sheets of an XML spreadsheet', xml],
  ])('%s', (_, page) => {
    const tried = (bytes: number) => left(bytes, budget => markupSheets(bytesOf(page), budget, 'a'));
    expect([tried(40), tried(30), tried(29), tried(14)]).toEqual([10, 0, 'FILE_TOO_LARGE', 'FILE_TOO_LARGE']);
  });

  it('a JSON document', () => {
    // a,b and 1, and ,2
    const tried = (bytes: number) => left(bytes, budget => jsonSheets(bytesOf('[{"a":1},{"b":2}]'), budget, 'a'));
    expect([tried(20), tried(10), tried(9)]).toEqual([10, 0, 'FILE_TOO_LARGE']);
  });

  it('an entry that an archive holds as it is', () => {
    const archive = oneEntry('a.csv', bytesOf('a\n1\n'), { size: 4, method: 0, crc: crc32('a\n1\n') });
    const [entry] = zipEntries(archive, 'a');
    const tried = (bytes: number) => left(bytes, budget => entryBytes(archive, entry!, { at: 'a', budget }));
    expect([tried(5), tried(4), tried(3)]).toEqual([1, 0, 'FILE_TOO_LARGE']);
  });
});

describe('few bytes do not become many', () => {
  it('where one record of a JSON document has all the names', async () => {
    // 70,000 records of 4,096 cells are 287 million commas; half a megabyte may become 256 MiB
    const names = Array.from({ length: 4096 }, (_, i) => `"n${i}":1`).join(',');
    expect(await refusal(`[${'{"n0":1},'.repeat(70_000)}{${names}}]`)).toEqual({
      code: 'FILE_TOO_LARGE',
      en: 'the text of the lists is larger than 256 MiB',
      at: 'a.dat',
    });
  });

  it('where a cell of a page is merged over all there is', async () => {
    // 600 letters over 1,000 columns and 600 rows are 360 MB
    const page = `<table><tr><td colspan=1000 rowspan=600>${'x'.repeat(600)}</td></tr>${'<tr></tr>'.repeat(598)}<tr><td>y</td></tr></table>`;
    expect(await refusal(page)).toEqual({
      code: 'FILE_TOO_LARGE',
      en: 'the text of the sheets is larger than 256 MiB',
      at: 'a.dat',
    });
  });

  it('nor more than 1,000 sheets', async () => {
    const page = (tables: number) => '<table><tr><td>x</td></tr></table>'.repeat(tables);
    expect((await open(page(1000))).length).toBe(1000);
    expect((await refusal(page(1001)))?.en).toBe('it holds more than 1000 files and sheets');
  });

  it('nor more than 1,048,576 merged areas', () => {
    const text = newSheetText('a');
    putCell(text, 0, 'x');
    endRow(text);
    const merge: Merge = { top: 1, left: 0, bottom: 1, right: 0 };
    expect(fillMerges(text, [merge])).toBe(text);
    expect(() => fillMerges(text, Array<Merge>(2 ** 20 + 1).fill(merge))).toThrow('too many merged cells');
  });
});
