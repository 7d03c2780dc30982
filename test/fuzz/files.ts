/** Valid files of every layout and format, and ways in which they go wrong on their way from the hospital's system. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { layoutNames } from '../../src/synth/layouts/layout.ts';
import { messySettlements } from '../../src/synth/layouts/messy-settlements.ts';
import { layoutLines } from '../../src/synth/layouts/write.ts';
import { type FactTexts, factFiles, synthesise } from '../../src/synth/synthesise.ts';
import {
  casemix,
  chineseFrontPage,
  csv,
  extract,
  frontPage,
  insurerResult,
  itemLines,
  openDrg,
  papers,
  upload,
} from '../privacy/papers.ts';

const facts = Object.fromEntries(Object.entries(factFiles).map(([name, path]) => [name, readFileSync(path, 'utf8')])) as FactTexts;
const hospital = synthesise({ stays: 12, seed: 5, year: 2025, facts });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Texts, by name; what is not text is in `binaries`. */
export const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(layoutNames.map(name => [name, [...layoutLines(hospital, name)].join('')])),
  messy: [...messySettlements(hospital).lines].join(''),
  ...Object.fromEntries(
    Object.entries({ casemix2: casemix, frontPage, chineseFrontPage, openDrg, extract, insurerResult, itemLines, upload }).map(
      ([name, table]) => [name, csv(table)],
    ),
  ),
};

export const binaries: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  papers.filter(({ file }) => /\.(?:dbf|xlsx|xls|zip)$/.test(file)).map(({ file, bytes }) => [file, bytes]),
);

const share = fc.double({ min: 0, max: 0.999999, noNaN: true });

/** Values that have broken programs. */
export const hostile = fc.constantFrom(
  ...[
    '',
    ' ',
    '-',
    '--',
    '0',
    '-0',
    '-1',
    '1e5',
    '1.10E+17',
    '99999999999999999999',
    '0.005',
    '1,234.50',
    '12.345',
    '１２．５',
    '¥5',
    '5元',
    '∞',
    'NaN',
  ],
  ...[
    'null',
    '\\N',
    '=1+1',
    '=cmd|/C',
    '@SUM(A1)',
    "'00123",
    '="00123"',
    '2025-02-30',
    '20251301',
    '45658',
    '2025/1/1 24:00',
    '1899-12-30',
    '9999-12-31',
  ],
  ...[
    '男',
    '3',
    '是',
    '合计',
    '小计：',
    '制表人：张三',
    '__proto__',
    'constructor',
    'toString',
    '\u0000',
    '\u0007x',
    '\u202eabc',
    '\u001b[31m',
    '\ufeff',
    '\ud800',
  ],
  ...[
    '|',
    '||',
    'I10.x00|',
    '|I10.x00',
    'i10.X00',
    'I10.x00|I10.x00',
    '🩺',
    '𠮷',
    'a"b',
    '"',
    '""',
    '"a',
    'a,b',
    'a\tb',
    'a\nb',
    'x'.repeat(3000),
  ],
);

type Change = (text: string) => string;

const at = (text: string, place: number): number => Math.floor(place * (text.length + 1));
const linesOf = (text: string): string[] => text.split('\n');
const onCells = (text: string, change: (cells: string[], line: number) => string[]): string =>
  linesOf(text)
    .map((line, i) => change(line.split(','), i).join(','))
    .join('\n');

const swapped = <T>(list: T[], a: number, b: number): T[] => {
  const other = [...list];
  [other[a], other[b]] = [list[b]!, list[a]!];
  return other;
};

/** One change of a text. */
export const textChange: fc.Arbitrary<Change> = fc.oneof(
  share.map(
    (place): Change =>
      text =>
        text.slice(0, at(text, place)),
  ),
  fc.tuple(share, fc.integer({ min: 0, max: 400 })).map(
    ([place, length]): Change =>
      text =>
        text.slice(0, at(text, place)) + text.slice(at(text, place) + length),
  ),
  fc.tuple(share, hostile).map(
    ([place, value]): Change =>
      text =>
        text.slice(0, at(text, place)) + value + text.slice(at(text, place)),
  ),
  fc.tuple(share, fc.integer({ min: 1, max: 400 })).map(
    ([place, length]): Change =>
      text => {
        const from = at(text, place);
        return text.slice(0, from) + text.slice(from, from + length) + text.slice(from);
      },
  ),
  fc.tuple(share, share).map(
    ([a, b]): Change =>
      text => {
        const lines = linesOf(text);
        return swapped(lines, Math.floor(a * lines.length), Math.floor(b * lines.length)).join('\n');
      },
  ),
  share.map(
    (place): Change =>
      text => {
        const lines = linesOf(text);
        const line = Math.floor(place * lines.length);
        return [...lines.slice(0, line + 1), ...lines.slice(line)].join('\n');
      },
  ),
  fc.constantFrom('\t', ';', '|', '，', '\u0001').map(
    (sign): Change =>
      text =>
        text.replaceAll(',', sign),
  ),
  fc.constantFrom('\n', '\r', '\r\n', '\n\n', '\r\r\n').map(
    (end): Change =>
      text =>
        text.replace(/\r?\n/g, end),
  ),
  // a column gone, doubled, renamed, moved
  share.map(
    (place): Change =>
      text =>
        onCells(text, cells => cells.filter((_, i) => i !== Math.floor(place * cells.length))),
  ),
  share.map(
    (place): Change =>
      text =>
        onCells(text, cells => cells.flatMap((cell, i) => (i === Math.floor(place * cells.length) ? [cell, cell] : [cell]))),
  ),
  fc.tuple(share, share).map(
    ([a, b]): Change =>
      text =>
        onCells(text, cells => swapped(cells, Math.floor(a * cells.length), Math.floor(b * cells.length))),
  ),
  fc.tuple(share, hostile).map(
    ([place, name]): Change =>
      text =>
        onCells(text, (cells, line) => cells.map((cell, i) => (line === 0 && i === Math.floor(place * cells.length) ? name : cell))),
  ),
  // a cell, and a whole column
  fc.tuple(share, share, hostile).map(
    ([row, column, value]): Change =>
      text => {
        const lines = linesOf(text);
        const line = 1 + Math.floor(row * Math.max(1, lines.length - 1));
        return onCells(text, (cells, i) =>
          i === line ? cells.map((cell, j) => (j === Math.floor(column * cells.length) ? value : cell)) : cells,
        );
      },
  ),
  fc.tuple(share, fc.array(hostile, { minLength: 1, maxLength: 4 })).map(
    ([column, values]): Change =>
      text =>
        onCells(text, (cells, i) =>
          i === 0 ? cells : cells.map((cell, j) => (j === Math.floor(column * cells.length) ? values[i % values.length]! : cell)),
        ),
  ),
  // a value of JSON
  fc.tuple(share, hostile).map(
    ([place, value]): Change =>
      text => {
        const values = [...text.matchAll(/"[^"]*"/g)];
        const found = values[Math.floor(place * values.length)];
        return found ? text.slice(0, found.index) + JSON.stringify(value) + text.slice(found.index + found[0].length) : text;
      },
  ),
  fc
    .array(fc.constantFrom('住院结算明细表', '单位：万元', ',,,', '制表：测试', '合计,,,1.00', '"', 'a,"b'), { minLength: 1, maxLength: 3 })
    .map(
      (titles): Change =>
        text =>
          `${titles.join('\n')}\n${text}`,
    ),
  fc.constantFrom('合计,,,100.00\n', '制表人：张三', '\n\n\n', ',\n', '"', '1,2,3\n').map(
    (foot): Change =>
      text =>
        text + foot,
  ),
);

export type Encoded = 'utf8' | 'utf8-bom' | 'gb18030' | 'utf16le' | 'utf16be' | 'latin1';
const encoding: fc.Arbitrary<Encoded> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Encoded>('utf8') },
  { weight: 3, arbitrary: fc.constant<Encoded>('gb18030') },
  { weight: 1, arbitrary: fc.constantFrom<Encoded>('utf8-bom', 'utf16le', 'utf16be', 'latin1') },
);

function encoded(text: string, to: Encoded): Uint8Array {
  if (to === 'utf8') return utf8(text);
  if (to === 'utf8-bom') return utf8(`\ufeff${text}`);
  return new Uint8Array(iconv.encode(text, to === 'utf16le' ? 'utf-16le' : to === 'utf16be' ? 'utf-16be' : to, { addBOM: true }));
}

const byteChange = fc.oneof(
  { weight: 5, arbitrary: fc.constant((bytes: Uint8Array): Uint8Array => bytes) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(share, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 })
      .map(list => (bytes: Uint8Array) => {
        const other = Uint8Array.from(bytes);
        for (const [place, byte] of list) other[Math.floor(place * other.length)] = byte;
        return other;
      }),
  },
  { weight: 1, arbitrary: share.map(place => (bytes: Uint8Array) => bytes.slice(0, Math.floor(place * bytes.length))) },
);

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const changedText: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.constantFrom(...Object.keys(texts)), fc.array(textChange, { maxLength: 4 }), encoding, byteChange)
  .map(([name, changes, to, bytes]) =>
    bytes(
      encoded(
        changes.reduce((text, change) => change(text), texts[name]!),
        to,
      ),
    ),
  );

const changedBinary: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.constantFrom(...Object.keys(binaries)), byteChange)
  .map(([name, change]) => change(binaries[name]!));

/** Small tables of the right names over any cells: what a person might have typed. */
const smallTable: fc.Arbitrary<Uint8Array> = fc
  .record({
    header: fc.uniqueArray(
      fc.constantFrom(
        'stay_id',
        'visit_id',
        'dx',
        'px',
        'total',
        'fund',
        'cash',
        'account',
        'sex',
        'age',
        'admitted',
        'discharged',
        'days',
        'department',
        'doctor',
        'refunded',
      ),
      { minLength: 2, maxLength: 10 },
    ),
    rows: fc.array(
      fc.array(
        fc.oneof(hostile, fc.constantFrom('1', '2', 'A1', 'A2', '100.00', '-100.00', '50', 'I10.x00', '2025-01-01', '2025-01-05', '1')),
        { maxLength: 10 },
      ),
      { maxLength: 12 },
    ),
  })
  .map(({ header, rows }) => utf8([[...new Set(['stay_id', 'dx', ...header])], ...rows].map(cells => cells.join(',')).join('\n')));

const file = fc.oneof(
  { weight: 10, arbitrary: changedText },
  { weight: 2, arbitrary: changedBinary },
  { weight: 3, arbitrary: smallTable },
  { weight: 1, arbitrary: fc.tuple(changedText, changedText).map(joined) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
);

/** What a person gives to one load. */
export const files: fc.Arbitrary<readonly Uint8Array[]> = fc.oneof(
  { weight: 3, arbitrary: file.map(one => [one]) },
  { weight: 1, arbitrary: fc.array(file, { minLength: 2, maxLength: 3 }) },
);
