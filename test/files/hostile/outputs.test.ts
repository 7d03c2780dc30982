/** What a hostile file may do to whoever opens our outputs: formulas in a spreadsheet, escape sequences and turned letters on a terminal. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { ran, workplace } from '../../privacy/running.ts';

/** Cells of a CSV file, quotes taken off. */
const cellsOf = (text: string): readonly string[] =>
  [...text.replace(/^\ufeff/, '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r\n|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );

const formulas = ['=1+1', '+1+cmd', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1', ' =1+1', '＝1+1', '=HYPERLINK("http://x.invalid";"a")'];
/** A spreadsheet reads these as a formula; figures are negative, not formulas. */
const isFormula = (cell: string): boolean => /^[\s]*[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?%?$/.test(cell);

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const lines = (rows: readonly (readonly string[])[]): string => rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('');

describe('a formula', () => {
  const stays = lines([
    ['stay_id', 'dx', 'department', 'insurance', 'doctor', 'hospital', 'discharge_way', 'total', 'fund', '=cmd|x', '@列'],
    ...formulas.map((word, i) => [`${word}${i}`, 'I10.x00', `${word}科`, word, word, word, word, '5.00', '-5.00', word, word]),
    // refused: the amount is none
    ...formulas.map((word, i) => [`R${i}`, word, word, word, word, word, word, `${word}x`, '5.00', word, word]),
  ]);
  const items = lines([
    ['setl_id', '项目名称', '项目编码', '费用类别', 'cnt', 'pric', 'det_item_fee_sumamt'],
    ...formulas.map((word, i) => [`${word}${i}`, word, word, word, '1', '5', '5']),
  ]);
  const { input, output } = workplace();
  const path = input('=1+1.csv', stays);
  const out = (name: string) => join(output, name);

  it('stands in no cell of a file that a spreadsheet opens', async () => {
    const lineFile = input('@items.csv', items);
    const w = out('W.casemix');
    const codes = [
      await ran(['load', path, lineFile, '--keep-staff-names', '--rejects', out('r.csv'), '--findings', out('f.csv'), '--save', w]),
      await ran(['view', 'stays', '--data', path, '--keep-staff-names', '--format', 'csv', '-o', out('stays.csv')]),
      await ran(['group', path, '-o', out('group.csv')]),
      await ran(['settle', path, '--policy', 'data/policies/wuhan-2024-illustrative.yaml', '-o', out('settle.csv')]),
      await ran(['sql', w, 'SELECT * FROM v_stay', '--format', 'csv', '-o', out('sql.csv')]),
      await ran(['sql', w, 'SELECT * FROM v_charge', '--format', 'csv', '-o', out('charge.csv')]),
    ].map(({ status, err }) => (status === 0 ? 0 : err));
    expect(codes).toEqual(codes.map(() => 0));
    const files = readdirSync(output).filter(name => name.endsWith('.csv'));
    const found = files.flatMap(name =>
      cellsOf(readFileSync(out(name), 'utf8'))
        .filter(isFormula)
        .map(cell => `${name}: ${cell}`),
    );
    expect([files.length, found]).toEqual([7, []]);
    // and figures stay figures: the fund took back 5.00 of each of nine stays
    expect(cellsOf(readFileSync(out('sql.csv'), 'utf8')).filter(cell => cell === '-500')).toHaveLength(9);
  });

  it('and what is searched would be found', () => {
    expect(cellsOf(stays).filter(isFormula).length).toBeGreaterThan(50);
  });
});

describe('escape sequences and marks that turn letters', () => {
  const marks = ['\u001b[2J', '\u001b]0;x\u0007', '\u009b31m', '\u202e', '\u2066', '\u200f', '\u0008', '\u007f'];
  const controls = /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
  const rows = (mark: string, i: number): readonly string[] => [
    ...[
      `A${i}${mark}`,
      `I10${mark}.x00`,
      `内${mark}科`,
      `3${mark}10`,
      `${mark}丙`,
      `测试${mark}医院`,
      `${mark}1`,
      `5${mark}.00`,
      `x${mark}`,
    ],
  ];
  const table = (mark: string): readonly (readonly string[])[] => [
    ['stay_id', 'dx', 'department', 'insurance', 'doctor', 'hospital', 'sex', 'total', `备${mark}注`],
    ...marks.map(rows),
    ['B1', 'I10.x00', '内科', '310', '丙', '测试', '1', '5.00', ''],
  ];

  it('reach neither a stream nor a file, from cells, headers, names of files and of sheets', async () => {
    const { input, output } = workplace();
    const csvFile = input('三\u001b[31m月\u202e.csv', lines(table('\u001b[31m')));
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(table('\u202e').map(row => [...row])), '一\u202e月');
    const xlsx = input('book.xlsx', new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' })));
    const said = [];
    for (const [i, path] of [csvFile, xlsx].entries()) {
      const out = (name: string) => join(output, `${i}${name}`);
      said.push(
        await ran(['load', path, '--mapping', '--rejects', out('r.csv'), '--findings', out('f.csv')]),
        await ran(['load', path, '--format', 'json']),
        await ran(['load', path, '--format', 'csv']),
        await ran(['profile', 'try', path]),
        await ran(['group', path]),
        await ran(['view', 'stays', '--data', path, '--keep-staff-names']),
      );
    }
    said.push(await ran(['load', csvFile, '--profile', 'no\u001b[2Jne']), await ran(['load', `${csvFile}\u001b[2J`]));
    expect(said.map(({ status }) => status)).toEqual([...said.slice(2).map(() => 0), 2, 3]);
    const texts = [
      ...said.flatMap(({ out, err }) => [out, err]),
      ...readdirSync(output).map(name => readFileSync(join(output, name), 'utf8')),
    ];
    expect(texts.flatMap(text => text.split('\n').filter(line => controls.test(line)))).toEqual([]);
  });
});

describe('places that are not what they seem', () => {
  it('an output that is a link is followed only where the file may be replaced; a folder is no input and no output', async () => {
    const { input, output } = workplace();
    const path = input('a.csv', 'stay_id,dx,total\nA1,I10.x00,5.00\n');
    const victim = join(output, 'victim');
    const link = join(output, 'link.csv');
    writeFileSync(victim, 'mine');
    symlinkSync(victim, link);
    symlinkSync(path, join(output, 'back.csv'));
    mkdirSync(join(output, 'd'));
    const codes = [
      await ran(['group', path, '-o', link]),
      await ran(['load', path, '--findings', link]),
      await ran(['load', path, '--save', link]),
      // a link to what is being read, even with --force
      await ran(['group', path, '-o', join(output, 'back.csv'), '--force']),
      await ran(['load', join(output, 'd')]),
      await ran(['load', path, '--into', join(output, 'd')]),
      await ran(['load', path, '--save', join(output, 'd')]),
      await ran(['sql', join(output, 'd'), 'SELECT 1']),
      await ran(['verify', join(output, 'd')]),
      await ran(['view', 'stays', '--data', join(output, 'd')]),
    ].map(({ status, err }) => `${status} ${/\[([A-Z_]+)\]\n$/.exec(err)?.[1]}`);
    expect(codes).toEqual([
      ...['2 OUTPUT_EXISTS', '2 OUTPUT_EXISTS', '2 OUTPUT_EXISTS', '2 OUTPUT_IS_INPUT', '3 FILE_UNREADABLE', '3 FILE_UNREADABLE'],
      ...['1 OUTPUT_FAILED', '3 FILE_UNREADABLE', '3 FILE_UNREADABLE', '3 FILE_UNREADABLE'],
    ]);
    expect([readFileSync(victim, 'utf8'), readdirSync(output).sort()]).toEqual(['mine', ['back.csv', 'd', 'link.csv', 'victim']]);
  });
});
