import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { newBlock, nextBlock, recordsAt, scanFrom } from '../../src/files/csv-block.ts';

import { type Separator, separators } from '../../src/files/separator.ts';

const encoded = (text: string) => new TextEncoder().encode(text);

/** All rows of a text as strings, and what did not fit. */
function rowsOf(text: string, columns: number, separator?: Separator) {
  const bytes = encoded(text);
  const block = newBlock(bytes, columns);
  const scan = scanFrom(bytes, 0, 0, separator);
  const rows: string[][] = [];
  const records: number[] = [];
  const misfits: [number, string, number][] = [];
  for (let more = true; more; ) {
    more = nextBlock(block, scan, (record, rule, cells) => misfits.push([record, rule, cells]));
    for (let row = 0; row < block.rows; row++) {
      records.push(block.records[row]!);
      rows.push(
        Array.from({ length: columns }, (_, column) => {
          const cell = row * columns + column;
          return new TextDecoder('utf-8', { ignoreBOM: true }).decode(block.bytes.subarray(block.starts[cell], block.ends[cell]));
        }),
      );
    }
  }
  return { rows, records, misfits, bytes };
}

describe('rows of a CSV text', () => {
  it.each([
    { title: 'LF', text: 'a,b\nc,d\n' },
    { title: 'CRLF', text: 'a,b\r\nc,d\r\n' },
    { title: 'CR', text: 'a,b\rc,d\r' },
    { title: 'no final line end', text: 'a,b\nc,d' },
    { title: 'quoted at the end, no final line end', text: 'a,b\nc,"d"' },
    { title: 'quoted before CRLF', text: 'a,"b"\r\n"c","d"\r\n' },
    { title: 'blank lines between', text: '\na,b\n\n\nc,d\n\n' },
  ])('$title', ({ text }) => {
    expect(rowsOf(text, 2).rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps commas, quotes and line ends inside quotes', () => {
    expect(rowsOf('"a,b","say ""x""","1\n2"\n', 3).rows).toEqual([['a,b', 'say "x"', '1\n2']]);
  });

  it('leaves the text it was given untouched when it undoes doubled quotes', () => {
    const text = '"a""b",c\n';
    const { rows, bytes } = rowsOf(text, 2);
    expect([rows, bytes]).toEqual([[['a"b', 'c']], encoded(text)]);
  });

  it('takes a quote inside a bare cell, or one with text behind it, as it stands', () => {
    expect(rowsOf('5" plate,x\n"a"b,y\n', 2).rows).toEqual([
      ['5" plate', 'x'],
      ['"a"b', 'y'],
    ]);
  });

  it('counts records, not lines, and names those of another width', () => {
    const { rows, records, misfits } = rowsOf('h,h\n"1\n2",x\nshort\n1,2,3\nlast,y', 2);
    expect([rows.length, records, misfits]).toEqual([
      3,
      [1, 2, 5],
      [
        [3, 'row_too_short', 1],
        [4, 'row_too_long', 3],
      ],
    ]);
  });

  it('gives up only the line of a quote that never closes', () => {
    const { rows, misfits } = rowsOf('a,b\nc,"d\ne,f\n', 2);
    expect([rows, misfits]).toEqual([
      [
        ['a', 'b'],
        ['e', 'f'],
      ],
      [[2, 'quote_open', 0]],
    ]);
  });

  // rows of four cells; worked by hand from the lines they stand on
  const rows = (text: string) => {
    const read = rowsOf(text, 4);
    return [read.rows.map(cells => cells.join('')), read.misfits];
  };
  it.each([
    ['it closes in the same cell, at its end', 'a,"b,1,1\nc,d,1,1\ne,f",1,1\ng,h,1,1\n', ['cd11', 'ef"11', 'gh11'], [[1, 'quote_open', 0]]],
    ['and at its beginning', 'a,"b,1,1\nc,d,1,1\ne,"f,1,1\ng,h,1,1\n', ['cd11', 'gh11'], [1, 3].map(record => [record, 'quote_open', 0])],
    ['in the next row', 'a,"b,1,1\nc,d",1,1\ng,h,1,1\n', ['cd"11', 'gh11'], [[1, 'quote_open', 0]]],
    ['in another cell', 'a,"b,1,1\nc,d,1,1\ne,f,1",1\n', ['cd11', 'ef1"1'], [[1, 'quote_open', 0]]],
    ['in the last cell', 'a,b,1,"1\nc,d,1,1\ne,f,1,1"\n', ['cd11', 'ef11"'], [[1, 'quote_open', 0]]],
    ['nowhere near the end of a cell', 'a,"b,1\nc,d"d,1,1\n', ['cd"d11'], [[1, 'row_too_short', 3]]],
  ])('a stray quote swallows no row: %s', (_, text, kept, misfits) => {
    expect(rows(text)).toEqual([kept, misfits]);
  });

  it('a note of several lines is one cell, with commas in it too', () => {
    const note = 'eins, zwei\ndrei, vier';
    expect(rowsOf(`a,"${note}",1,1\nc,d,1,"${note}"\n"${note}",e,1,1\n`, 4)).toMatchObject({
      rows: [
        ['a', note, '1', '1'],
        ['c', 'd', '1', note],
        [note, 'e', '1', '1'],
      ],
      misfits: [],
    });
  });

  it('passes over rows of nothing but commas', () => {
    expect(rowsOf('a,b\n,\nc,d', 2)).toMatchObject({
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      records: [1, 3],
      misfits: [],
    });
  });

  it('goes on over many blocks', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `${i},x${i}`);
    expect(rowsOf(lines.join('\n'), 2).rows).toEqual(lines.map(line => line.split(',')));
  });

  const cell = fc
    .array(fc.constantFrom('a', '1', ',', '"', '\n', '\r\n', ' ', '内', '科', '，', '|', "'"), { maxLength: 6 })
    .map(parts => parts.join(''));
  // a row of empty cells is passed over by design, so every row begins with a letter
  const tableOf = (least: number, most: number, cells: typeof cell) =>
    fc.integer({ min: least, max: most }).chain(width =>
      fc.array(
        fc.array(cells, { minLength: width - 1, maxLength: width - 1 }).map(rest => ['r', ...rest]),
        { minLength: 1, maxLength: 8 },
      ),
    );
  // in wider tables a text of several lines with commas may look like rows
  const table = fc.oneof(
    tableOf(2, 3, cell),
    tableOf(
      4,
      6,
      cell.filter(text => !(text.includes('\n') && text.includes(','))),
    ),
  );

  it('reads every written table as papaparse does', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, newline, quotes) => {
        const text = Papa.unparse(rows, { newline, quotes });
        expect(rowsOf(text, rows[0]!.length).rows).toEqual(Papa.parse<string[]>(text, { newline, delimiter: ',' }).data);
        expect(rowsOf(text, rows[0]!.length).rows).toEqual(rows);
      }),
      { numRuns: 1000 },
    );
  });

  it('passes over any text at all without losing the count of its records', () => {
    const part = fc.constantFrom('a', ',', '"', '\n', '\r', 'x,y\n', '""');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), parts => {
        const { rows, records, misfits } = rowsOf(parts.join(''), 2);
        const numbers = [...records, ...misfits.map(([record]) => record)].sort((a, b) => a - b);
        expect(new Set(numbers).size).toBe(rows.length + misfits.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('rows of a text with another separator', () => {
  const ascii = separators.filter(sign => sign.charCodeAt(0) < 0x80);
  const cell = fc
    .array(fc.constantFrom('a', '1', ',', '\t', ';', '|', '"', '\n', ' ', '内', '，'), { maxLength: 5 })
    .map(parts => parts.join(''));
  const table = fc.integer({ min: 2, max: 3 }).chain(width =>
    fc.array(
      fc.array(cell, { minLength: width - 1, maxLength: width - 1 }).map(cells => ['r', ...cells]),
      { minLength: 1, maxLength: 6 },
    ),
  );

  it('are read as papaparse reads them', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...ascii), fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, delimiter, newline, quotes) => {
        const text = Papa.unparse(rows, { newline, quotes, delimiter });
        expect(rowsOf(text, rows[0]!.length, delimiter).rows).toEqual(Papa.parse<string[]>(text, { newline, delimiter }).data);
        expect(rowsOf(text, rows[0]!.length, delimiter).rows).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('passes over rows of nothing but separators', () => {
    expect(rowsOf('a;b\n;\nc;d', 2, ';')).toMatchObject({ records: [1, 3], misfits: [] });
    expect(rowsOf('a\tb\n\t\nc\td', 2, '\t')).toMatchObject({ records: [1, 3], misfits: [] });
  });
});

describe('records that are wanted back', () => {
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const at = (text: string, wanted: readonly number[], { separator = ',', width = 2 }: { separator?: Separator; width?: number } = {}) =>
    recordsAt(encoded(text), { from: 0, record: 0, separator, width, wanted, decode });

  it('are read with all their cells, of any width, blank ones counted', () => {
    const text = 'h,h\n\nshort\n1,2,3\n"a ""b""","c\nd"\nlast,row';
    expect(at(text, [1, 3, 4, 5, 6])).toEqual([['h', 'h'], ['short'], ['1', '2', '3'], ['a "b"', 'c\nd'], ['last', 'row']]);
  });

  it('come as the pieces of their line when a quote in them never closes', () => {
    expect(at('a,b\nc,"d\ne,f\n', [2, 3])).toEqual([
      ['c', '"d'],
      ['e', 'f'],
    ]);
  });

  it('are numbered from where the rows begin, and none beyond the end', () => {
    const text = 'title\nh;h\n1;2\n3;4\n';
    const bytes = encoded(text);
    const wanted = { from: text.indexOf('1;2'), record: 2, separator: ';', width: 2, wanted: [4, 9], decode } as const;
    expect(recordsAt(bytes, wanted)).toEqual([['3', '4'], []]);
  });

  it('are the rows that a block has under the same number', () => {
    const part = fc.constantFrom('a', ',', '"', '\n', '\r\n', 'x,y\n', '""', 'a,"b,1,1\n', 'a,b,1",1\n');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.constantFrom(2, 4), (parts, width) => {
        const text = parts.join('');
        const { rows, records } = rowsOf(text, width);
        expect(at(text, records, { width })).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});
