/**
 * Opens the files that a person names, whatever they are, as sheets of delimited text. Bytes decide, never the name: an export called .xls
 * may be a workbook, a web page or plain text. Archives are opened too, at most two inside each other; one load may hold many sheets.
 */
import { basename } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Format } from '../../stay/stay-table.ts';
import { notText } from '../not-text.ts';
import { withoutControls } from '../plain-text.ts';
import type { Sheet } from '../sheet.ts';
import { exportAgain, plainBytes, readBytes } from '../source.ts';
import { archiveFiles } from './archive/archive-files.ts';
import { gunzip } from './archive/unpack.ts';
import { type Entry, entryBytes, zipEntries } from './archive/zip-entries.ts';
import { type Budget, countEntries, MOST_DEPTH, newBudget, spend, tooLarge } from './limits.ts';
import type { NamedText } from './named-text.ts';
import { refuseOffice } from './other-office.ts';
import { sniff } from './sniff.ts';
import { partsOf } from './xlsx/parts.ts';
import { mainPart } from './xlsx/workbook.ts';

/** Every path (`-`: standard input) is read once. */
export async function openSheets(paths: readonly string[]): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (const path of paths) {
    const { bytes, sha256 } = readBytes(path);
    const name = path === '-' ? 'stdin' : basename(path);
    const found = await withinMemory({ name, at: path, bytes, sha256, depth: 0, budget: newBudget() });
    // names of files, of files in archives and of sheets are shown everywhere, by terminals that obey control characters
    sheets.push(...found.map(sheet => ({ ...sheet, name: withoutControls(sheet.name) })));
  }
  return sheets;
}

type File = {
  readonly name: string;
  /** The path as the person wrote it, and the places inside it: what messages name. */
  readonly at: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Archives around it. */
  readonly depth: number;
  readonly budget: Budget;
};

/** A text of more than half a gigabyte inside one cell is no string any more. */
async function withinMemory(file: File): Promise<Sheet[]> {
  try {
    return await opened(file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_STRING_TOO_LONG' && (cause as Error).message !== 'Invalid string length')
      throw cause;
    throw tooLarge(file.at, '一个单元格超过 512 MB', 'a cell is larger than 512 MB');
  }
}

async function opened(file: File): Promise<Sheet[]> {
  const { bytes, at, budget } = file;
  const kind = sniff(bytes);
  switch (kind) {
    case 'gzip':
      return opened({ ...file, ...inside(file), bytes: notEmpty(gunzip({ packed: bytes, at, budget }), at) });
    case 'zip':
      return zipSheets(file);
    case 'ole':
    case 'biff': {
      const { xlsSheets } = await import('./xls/xls-sheets.ts');
      return counted(file, sheetsOf(file, 'xls', xlsSheets(bytes, budget, at)));
    }
    case 'markup': {
      const { markupSheets } = await import('./markup/markup-sheets.ts');
      const { sheets, encoding, isXml } = markupSheets(bytes, budget, at);
      return counted(file, sheetsOf(file, isXml ? 'xls' : 'html', sheets)).map(sheet => ({ ...sheet, encoding }));
    }
    case 'dbf': {
      const { dbfSheet } = await import('./dbf/dbf-sheet.ts');
      const { bytes: text, encoding } = dbfSheet(bytes, at);
      spend(budget, text.length, at);
      return sheetsOf(file, 'dbf', [{ name: '', bytes: text }]).map(sheet => ({ ...sheet, encoding }));
    }
    case 'json': {
      const { jsonSheets } = await import('./json/json-sheets.ts');
      return jsonSheets(bytes, budget, at).flatMap(json =>
        sheetsOf(file, 'json', [json]).map(sheet => ({ ...sheet, encoding: json.encoding })),
      );
    }
    case 'text': {
      const wrong = notText(bytes);
      if (wrong) throw new UserError('FILE_NOT_TEXT', wrong.text, { at, hint: wrong.hint });
      return sheetsOf(file, 'text', [{ name: '', bytes: plainBytes(bytes) }]);
    }
    default:
      return kind satisfies never;
  }
}

/** A workbook is an archive as well: its main part tells. */
async function zipSheets(file: File): Promise<Sheet[]> {
  const { bytes, at, budget } = file;
  const entries = zipEntries(bytes, at);
  const parts = partsOf(bytes, entries, { at, budget });
  const main = mainPart(parts);
  refuseOffice(entries, { at, main });
  if (main === undefined) return archiveSheets(file, entries);
  const { xlsxSheets } = await import('./xlsx/xlsx-sheets.ts');
  return sheetsOf(file, 'xlsx', xlsxSheets(parts, main));
}

async function archiveSheets(file: File, entries: readonly Entry[]): Promise<Sheet[]> {
  const { bytes, at, budget, name } = file;
  const place = inside(file);
  const sheets: Sheet[] = [];
  let files = 0;
  for (const entry of archiveFiles(entries, { at, budget })) {
    const packedAt = `${at} › ${entry.name}`;
    const unpacked = entryBytes(bytes, entry, { at: packedAt, budget });
    if (unpacked.length === 0) continue;
    files++;
    sheets.push(...(await opened({ ...file, ...place, name: `${name} › ${entry.name}`, at: packedAt, bytes: unpacked })));
  }
  if (files > 0) return sheets;
  throw new UserError('FILE_EMPTY', { zh: '压缩包里没有文件', en: 'the archive holds no file' }, { at, hint: exportAgain });
}

/** One archive deeper. */
function inside({ depth, at }: File): { readonly depth: number } {
  if (depth < MOST_DEPTH) return { depth: depth + 1 };
  throw tooLarge(at, `压缩包套压缩包超过 ${MOST_DEPTH} 层`, `archives are packed in each other more than ${MOST_DEPTH} deep`);
}

function sheetsOf({ name, at, sha256 }: File, format: Format, texts: readonly NamedText[]): Sheet[] {
  if (texts.length === 0) {
    throw new UserError('FILE_EMPTY', { zh: '没有可见且有内容的工作表', en: 'no visible sheet holds anything' }, { at, hint: exportAgain });
  }
  return texts.map(text => ({ name: text.name === '' ? name : `${name} › ${text.name}`, sha256, format, bytes: text.bytes }));
}

/** An archive has counted the file already. */
function counted({ budget, depth, at }: File, sheets: Sheet[]): Sheet[] {
  countEntries(budget, depth === 0 ? sheets.length : sheets.length - 1, at);
  return sheets;
}

function notEmpty(bytes: Uint8Array, at: string): Uint8Array {
  if (bytes.length > 0) return bytes;
  throw new UserError('FILE_EMPTY', { zh: '压缩包里的文件是空的', en: 'the packed file is empty' }, { at, hint: exportAgain });
}
