/** Records that each bring their own columns as one CSV text: the header is the union of them, in order of first appearance. */
import { UserError } from '../../../errors.ts';

/** A front page has some 800 fields. Keys that are numbers of patients would make a column each. */
export const MOST_COLUMNS = 4096;
/** Characters of one text. */
const MOST_LETTERS = 0x1fffffe8;

export type CsvText = {
  put(name: string, value: string): void;
  /** Ends the record. */
  next(): void;
  /** A record that fits no header, so that the reader of rows refuses and counts it. */
  misfit(): void;
  text(): string;
};

export function csvText(at: string): CsvText {
  // by the name as it stands, and by what it is compared by
  const places = new Map<string, number>();
  const header: string[] = [];
  const records: string[] = [];
  const widths: number[] = [];
  let cells: string[] = [];
  let letters = 0;

  return {
    put(name, value) {
      cells[places.get(name) ?? newPlace(name)] = value;
    },
    next() {
      // a record of nothing would pass for a blank line
      if (cells.some(value => value !== undefined && value !== '')) keep(recordOf(cells, header.length), header.length);
      else keep('!', 0);
      cells = [];
    },
    misfit: () => keep('!', 0),
    text() {
      const width = header.length;
      const length = letters + widths.reduce((sum, own) => sum + (own === 0 ? 1 : width - own), 0);
      if (length > MOST_LETTERS) throw tooLong(at);
      const lines = records.map((record, i) => {
        const own = widths[i]!;
        if (own > 0) return record + ','.repeat(width - own);
        return width === 1 ? '!,!' : '!';
      });
      return `${[header.map(quoted).join(','), ...lines].join('\n')}\n`;
    },
  };

  function keep(record: string, width: number): void {
    records.push(record);
    widths.push(width);
    letters += record.length + 1;
    if (letters > MOST_LETTERS) throw tooLong(at);
  }

  function newPlace(name: string): number {
    const compared = name.toLowerCase();
    const known = places.get(compared);
    if (known !== undefined) {
      places.set(name, known);
      return known;
    }
    if (header.length === MOST_COLUMNS) throw tooManyColumns(at);
    header.push(name);
    places.set(compared, header.length - 1).set(name, header.length - 1);
    return header.length - 1;
  }
}

function recordOf(cells: readonly (string | undefined)[], width: number): string {
  let record = '';
  for (let cell = 0; cell < width; cell++) {
    const value = cells[cell];
    if (cell > 0) record += ',';
    if (value !== undefined && value !== '') record += quoted(value);
  }
  return record;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const tooManyColumns = (at: string): UserError =>
  new UserError(
    'FILE_UNREADABLE',
    {
      zh: `JSON 中的字段名超过 ${MOST_COLUMNS} 种，不是结算清单`,
      en: `more than ${MOST_COLUMNS} different field names are no settlement list`,
    },
    { at, hint: { zh: '请导出为每份清单一个对象的数组。', en: 'Export an array with one object for each list.' } },
  );

const tooLong = (at: string): UserError =>
  new UserError(
    'FILE_UNREADABLE',
    { zh: 'JSON 太大，无法一次读入', en: 'the JSON is too large to be read at once' },
    { at, hint: { zh: '请按月分成几个文件，一起载入。', en: 'Split it by month and load the files together.' } },
  );
