/** Records that each bring their own columns as one CSV text in UTF-8: the header is the union of them, in order of first appearance. */
import { UserError } from '../../../errors.ts';
import { MOST_FIELDS, tooLarge } from '../limits.ts';
import { quoted } from '../sheet-text.ts';

export type CsvBytes = {
  put(name: string, value: string): void;
  /** Ends the record. False when nothing stands in it: a blank line would be passed over, so it is one that does not fit. */
  next(): boolean;
  /** A record that fits no header, so that the reader of rows refuses and counts it. */
  misfit(): void;
  bytes(): Uint8Array;
};

export function csvBytes(at: string, most: number): CsvBytes {
  const places = columnPlaces(at);
  let cells: string[] = [];
  let bytes: Buffer = Buffer.alloc(1 << 16);
  let size = 0;
  // of every record where it ends, and how many cells it has; 0 for one that does not fit
  const ends: number[] = [];
  const widths: number[] = [];

  return {
    put(name, value) {
      cells[places.of(name)] = value;
    },
    next() {
      const width = places.names.length;
      const given = cells.some(value => value !== '');
      keep(given ? recordOf(cells, width) : '', given ? width : 0);
      cells = [];
      return given;
    },
    misfit: () => keep('', 0),
    bytes: () => padded(recordOf(places.names, places.names.length)),
  };

  function keep(record: string, width: number): void {
    const most = size + record.length * 3;
    if (most > bytes.length) bytes = widened(bytes, size, most);
    size += bytes.write(record, size);
    ends.push(size);
    widths.push(width);
  }

  function widened(from: Buffer, used: number, least: number): Buffer {
    if (least > most) {
      const amount = `${Math.round(most / 2 ** 20)} MiB`;
      throw tooLarge(at, `清单的文本超过 ${amount}`, `the text of the lists is larger than ${amount}`);
    }
    const wider = Buffer.alloc(Math.min(most, Math.max(least, from.length * 2)));
    from.copy(wider, 0, 0, used);
    return wider;
  }

  /** Records from before a column appeared get the commas that they lack. */
  function padded(header: string): Uint8Array {
    const width = places.names.length;
    const misfit = width === 1 ? '!,!' : '!';
    const lacking = widths.reduce((sum, own) => sum + (own === 0 ? misfit.length : width - own) + 1, 0);
    const whole = widened(Buffer.from(`${header}\n`), 0, Buffer.byteLength(header) + 1 + size + lacking);
    let to = whole.write(`${header}\n`);
    let from = 0;
    widths.forEach((own, i) => {
      if (own === 0) {
        to += whole.write(misfit, to);
      } else {
        to += bytes.copy(whole, to, from, ends[i]!);
        whole.fill(COMMA, to, to + width - own);
        to += width - own;
      }
      whole[to++] = LF;
      from = ends[i]!;
    });
    return whole.subarray(0, to);
  }
}

const COMMA = 44;
const LF = 10;

/** Column numbers by name, but for letter case. */
function columnPlaces(at: string) {
  const names: string[] = [];
  const places = new Map<string, number>();
  return {
    names,
    of(name: string): number {
      const known = places.get(name) ?? places.get(name.toLowerCase());
      if (known !== undefined) return known;
      if (names.length === MOST_FIELDS) throw tooManyColumns(at);
      places.set(name, names.length).set(name.toLowerCase(), names.length);
      return names.push(name) - 1;
    },
  };
}

/** Of the signs that make quotes needful all but the comma, which stands between the cells. */
const mayNeedQuotes = /["\r\n\ufeff]/;

/** Nearly no record has a cell that needs quotes: that is asked of all cells at once. */
function recordOf(cells: readonly (string | undefined)[], width: number): string {
  const whole = Array.from({ length: width }, (_, cell) => cells[cell] ?? '');
  const bare = whole.join(',');
  const isBare = !mayNeedQuotes.test(bare) && bare.split(',').length === width;
  return isBare ? bare : whole.map(quoted).join(',');
}

const tooManyColumns = (at: string): UserError =>
  new UserError(
    'FILE_UNREADABLE',
    {
      zh: `JSON 中的字段名超过 ${MOST_FIELDS} 种，不是结算清单`,
      en: `more than ${MOST_FIELDS} different field names are no settlement list`,
    },
    { at, hint: { zh: '请导出为每份清单一个对象的数组。', en: 'Export an array with one object for each list.' } },
  );
