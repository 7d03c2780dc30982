/** One small table with every disturbance, in the forms regions publish: each gives the same weights. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { importedWeights } from '../../src/app/import-weights.ts';
import { readWeights } from '../../src/payment/weights.ts';
import { importedTsv } from '../../src/report/weights-import-tsv.ts';
import { inProcess } from '../cli/in-process.ts';
import { mistakes } from '../report/conforms.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-published-'));
const at = (name: string): string => join(folder, name);
const any = { column: undefined, unit: undefined, levels: undefined, encoding: undefined };

const rows = [
  ['测试市2031年DRG病组权重表', '', '', '', ''],
  ['DRG编码', 'DRG名称', 'RW', '支付标准（三级）', '病组标识'],
  ['AA19', '测试移植，伴其他', '12.50', '123,456.78', '稳定'],
  ['ＡＢ１９', '测试手术甲', '1.2', '', ''],
  ['AC19', '测试手术乙', '据实', '——', '不稳定'],
  ['AD19', '测试手术丙', '', '', ''],
  ['BR11', '测试内科', '0.85', '8394.61', ''],
  ['BR11', '测试内科', '0.850', '8394.61', ''],
  ['BR13', '测试内科甲', '0.7', '', ''],
  ['BR13', '测试内科甲', '0.8', '', ''],
  ['注：测试数据', '', '', '', ''],
];
// 9 rows under the header: AA AB AC AD BR11 are taken; one BR11 again, two BR13, one note are not
const wanted = [
  'drg\tname\tweight\tflag\t支付标准（三级）',
  'AA19\t测试移植，伴其他\t12.5\t稳定\t123456.78',
  'AB19\t测试手术甲\t1.2\t\t',
  'AC19\t测试手术乙\t\t不稳定 据实\t',
  'AD19\t测试手术丙\t\t\t',
  'BR11\t测试内科\t0.85\t\t8394.61',
  '',
].join('\n');

const csv = rows.map(cells => cells.map(cell => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\r\n');
const html = `<html><body><table>${rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`;
const book = (type: 'xlsx' | 'biff8'): Uint8Array => {
  const made = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet([['填表说明'], ['测试']]), '说明');
  const numbers = rows.map((cells, i) =>
    i < 2 ? cells : cells.map((cell, j) => (j === 2 && /^[\d.]+$/.test(cell) ? Number(cell) : cell)),
  );
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(numbers), '权重');
  return XLSX.write(made, { type: 'buffer', bookType: type });
};

describe('a published table', () => {
  it.each([
    ['utf-8.csv', csv],
    ['gbk.csv', iconv.encode(csv, 'gbk')],
    ['tabs.txt', rows.map(cells => cells.join('\t')).join('\n')],
    ['page.xls', html],
    ['book.xlsx', book('xlsx')],
    ['book.xls', book('biff8')],
  ])('in %s', async (name, content) => {
    writeFileSync(at(name), content);
    const found = await importedWeights(at(name), any);
    expect(importedTsv(found)).toBe(wanted);
    expect([found.read, found.taken, found.refused]).toEqual([9, 5, 4]);
    const kept = found.findings.map(({ row, rule }) => `${row} ${rule}`).sort();
    expect(kept).toEqual(['10 duplicate_conflict', '11 note_row', '5 weight_words', '8 duplicate_same', '9 duplicate_conflict']);
    const table = readWeights(importedTsv(found), 'w.tsv');
    expect([table.listed, table.weighted, table.weightOf('AA19')?.toFixed()]).toEqual([5, 3, '12.5']);
  });

  it('takes rows = read - refused whatever stands in it, and writes a table the program reads', async () => {
    writeFileSync(at('points.csv'), '病组编码,病组名称,基准点数,系数-三级,系数-二级\nAA19,甲,1250,1.05,85%\n');
    const levels = [{ title: 'secondary', heading: '系数-二级' }];
    const found = await importedWeights(at('points.csv'), { ...any, levels });
    expect(importedTsv(found)).toBe('drg\tname\tpoint\tsecondary\nAA19\t甲\t1250\t0.85\n');
    expect(found.columns.unused).toEqual(['系数-三级']);
  });

  it('a header of two lines is one: levels under their coefficient', async () => {
    const lines = ['DRG编码,DRG名称,基准权重,等级系数,,', ',,,三级,二级,一级', 'AA19,甲,1.5,1.05,0.9,0.7', 'AB19,乙,0.8,1.1,,'];
    writeFileSync(at('levels.csv'), lines.join('\n'));
    const found = await importedWeights(at('levels.csv'), any);
    expect(importedTsv(found)).toBe(
      'drg\tname\tweight\t等级系数/三级\t等级系数/二级\t等级系数/一级\nAA19\t甲\t1.5\t1.05\t0.9\t0.7\nAB19\t乙\t0.8\t1.1\t\t\n',
    );
  });

  it.each([
    ['no header at all', 'AA19,1.2\nAB19,1.3\n', 'HEADER_UNKNOWN'],
    ['codes and names only', 'DRG编码,DRG名称\nAA19,甲\n', 'USAGE'],
    ['two weights', 'DRG编码,2030年权重,2031年权重\nAA19,1,2\n', 'USAGE'],
    ['no row that can be taken', 'DRG编码,权重\n,1\n', 'WEIGHTS_INVALID'],
  ])('%s', async (_, content, code) => {
    writeFileSync(at('bad.csv'), content);
    await expect(importedWeights(at('bad.csv'), any)).rejects.toMatchObject({ code });
  });

  it('by the command: the table to its file, the report to the screen; --strict ends with 3', async () => {
    const run = (...words: string[]) => inProcess(['policy', 'import-weights', at('gbk.csv'), ...words], { home: folder });
    const report = await run('-o', at('out.tsv'), '--lang', 'en');
    expect([report.status, readFileSync(at('out.tsv'), 'utf8'), report.out.split('\n')[0]]).toEqual([
      0,
      wanted,
      '9 rows read = 5 taken + 4 refused; 3 groups have a price, 2 are blank (no price, not zero).',
    ]);
    expect([(await run('-o', at('out.tsv'))).code, (await run('--strict')).status, (await run()).out]).toEqual([
      'OUTPUT_EXISTS',
      3,
      wanted,
    ]);
    const json = await run('-o', at('out.tsv'), '--force', '--report', 'json');
    expect(mistakes(JSON.parse(json.out), 'weights-import')).toEqual([]);
  });
});

it('a name that a spreadsheet would run is marked as text in the table, and is the same name when that is imported again', async () => {
  const name = '=HYPERLINK("x")';
  const first = at('formula.tsv');
  writeFileSync(first, `drg\tname\tweight\nAA19\t${name}\t12.5\n`);
  const found = await importedWeights(first, any);
  expect([found.groups[0]?.name, importedTsv(found)]).toEqual([name, `drg\tname\tweight\nAA19\t'${name}\t12.5\n`]);
  const again = at('again.tsv');
  writeFileSync(again, importedTsv(found));
  expect((await importedWeights(again, any)).groups[0]?.name).toBe(name);
});
