/** The visible sheets of an XML spreadsheet of 2003 (`urn:schemas-microsoft-com:office:spreadsheet`) that hold anything. */
import { withoutControls } from '../../plain-text.ts';
import { type DateKind, dateKind, dateText, isoDateText } from '../date-text.ts';
import { finishedSheet, type Making } from '../finished-sheet.ts';
import { MOST_COLUMNS, MOST_ROWS, MOST_TABLES, tooLarge } from '../limits.ts';
import { addMerge, type Merge } from '../merges.ts';
import type { NamedText } from '../named-text.ts';
import { numberText } from '../number-text.ts';
import { blankRows, endRow, newSheetText, putCell, type SheetText } from '../sheet-text.ts';
import { attributes, cutOff, isNamed, nextTag, type Tags, tagsOf } from '../xml/tags.ts';
import { xmlText } from '../xml/text.ts';

type Styles = { readonly dates: Map<string, DateKind | undefined>; from1904: boolean };

type Worksheet = { readonly name: string; readonly text: SheetText; readonly merges: Merge[]; isHidden: boolean };

export function xmlSpreadsheet(xml: Uint8Array, making: Making, at: string): NamedText[] {
  const tags = tagsOf(xml, at);
  const sheets: Worksheet[] = [];
  const styles: Styles = { dates: new Map(), from1904: false };
  let style = '';
  let isWhole = false;
  while (nextTag(tags)) {
    const sheet = sheets.at(-1);
    if (tags.closes) {
      if (isNamed(tags, 'Workbook')) isWhole = true;
    } else if (isNamed(tags, 'Worksheet')) {
      const name = withoutControls(attributes(tags).get('Name') ?? '');
      if (sheets.length === MOST_TABLES) throw tooLarge(at, '工作表过多', 'it holds too many sheets');
      sheets.push({ name, text: newSheetText(`${at} › ${name}`), merges: [], isHidden: false });
    } else if (isNamed(tags, 'Style')) {
      style = attributes(tags).get('ID') ?? '';
    } else if (isNamed(tags, 'Date1904')) {
      styles.from1904 = true;
    } else if (isNamed(tags, 'NumberFormat')) {
      styles.dates.set(style, formatKind(attributes(tags).get('Format') ?? ''));
    } else if (sheet && isNamed(tags, 'Table')) {
      if (!tags.isEmpty) readTable(tags, { ...sheet, styles });
    } else if (sheet && isNamed(tags, 'Visible')) {
      sheet.isHidden = true;
    }
  }
  if (!isWhole) throw cutOff(at);
  return sheets
    .filter(({ isHidden }) => !isHidden)
    .flatMap(({ name, text, merges }) => {
      const bytes = finishedSheet(text, merges, making);
      return bytes === undefined ? [] : [{ name, bytes }];
    });
}

/** Formats have names of their own here: `Short Date`. */
const formatKind = (format: string): DateKind | undefined =>
  /\bDate\b/.test(format) ? 'date' : /\bTime\b/.test(format) ? 'time' : dateKind(format);

type Reading = { readonly text: SheetText; readonly merges: Merge[]; readonly styles: Styles };

function readTable(tags: Tags, reading: Reading): void {
  while (nextTag(tags)) {
    if (tags.closes && isNamed(tags, 'Table')) return;
    if (tags.closes || !isNamed(tags, 'Row')) continue;
    const { text } = reading;
    const row = index(attributes(tags).get('Index'), text.rows);
    if (row < text.rows || row >= MOST_ROWS) throw cutOff(tags.at);
    blankRows(text, row - text.rows);
    if (!tags.isEmpty) readRow(tags, reading);
    endRow(text);
  }
  throw cutOff(tags.at);
}

/** They count from 1; what is left out goes on. */
const index = (says: string | undefined, next: number): number => (says === undefined ? next : Math.trunc(Number(says)) - 1);

function readRow(tags: Tags, reading: Reading): void {
  let next = 0;
  while (nextTag(tags)) {
    if (tags.closes && isNamed(tags, 'Row')) return;
    if (tags.closes || !isNamed(tags, 'Cell')) continue;
    const says = attributes(tags);
    const left = index(says.get('Index'), next);
    const right = left + span(says.get('MergeAcross'));
    const top = reading.text.rows;
    const bottom = top + span(says.get('MergeDown'));
    if (!(left >= next && right < MOST_COLUMNS)) throw cutOff(tags.at);
    if (right > left || bottom > top) addMerge(reading.merges, { top, left, bottom, right }, tags.at);
    next = right + 1;
    if (!tags.isEmpty) readCell(tags, reading, { column: left, style: says.get('StyleID') ?? '' });
  }
  throw cutOff(tags.at);
}

/** How many cells more. */
const span = (says: string | undefined): number => Math.min(MOST_ROWS, Math.max(0, Math.trunc(Number(says ?? 0)) || 0));

function readCell(tags: Tags, { text, styles }: Reading, { column, style }: { readonly column: number; readonly style: string }): void {
  while (nextTag(tags)) {
    if (tags.closes && isNamed(tags, 'Cell')) return;
    if (tags.closes || tags.isEmpty || !isNamed(tags, 'Data')) continue;
    const type = attributes(tags).get('Type') ?? 'String';
    if (text.cells > column) throw cutOff(tags.at);
    putCell(text, column, valueText(dataText(tags), { type, style }, styles));
  }
  throw cutOff(tags.at);
}

/** Rich text has tags of its own in between. */
function dataText(tags: Tags): string {
  let value = '';
  let from = tags.place;
  while (nextTag(tags)) {
    value += xmlText(tags.bytes, from, tags.start);
    from = tags.place;
    if (tags.closes && isNamed(tags, 'Data')) return value;
  }
  throw cutOff(tags.at);
}

function valueText(value: string, { type, style }: { readonly type: string; readonly style: string }, { dates, from1904 }: Styles): string {
  switch (type) {
    case 'Number': {
      const number = Number(value);
      if (value.trim() === '' || Number.isNaN(number)) return value;
      const kind = dates.get(style);
      return kind ? dateText(number, kind, { from1904 }) : numberText(number);
    }
    case 'DateTime':
      return isoDateText(value);
    case 'Error':
      return '';
    default:
      return value;
  }
}
