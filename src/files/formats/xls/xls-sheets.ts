/** The visible sheets of an old workbook (BIFF 2 to 8) that hold anything; the container is unpacked and its records are read by SheetJS. */
import { UserError } from '../../../errors.ts';
import { withoutControls } from '../../plain-text.ts';
import { dateKind, dateText } from '../date-text.ts';
import { finishedSheet, type Making, makingOf } from '../finished-sheet.ts';
import { type Budget, damaged } from '../limits.ts';
import type { NamedText } from '../named-text.ts';
import { numberText } from '../number-text.ts';
import { endRow, newSheetText, putCell } from '../sheet-text.ts';
import { readXls, type XlsCell, type XlsSheet } from './sheetjs.ts';

/** @throws UserError FILE_ENCRYPTED, FILE_NOT_TEXT, FILE_DAMAGED */
export function xlsSheets(bytes: Uint8Array, budget: Budget, at: string): NamedText[] {
  if (holdsStream(bytes, 'EncryptedPackage')) throw encrypted(at);
  const container = bytes[0] === 0xd0;
  if (container && !['Workbook', 'Book', 'WORKBOOK', 'BOOK'].some(name => holdsStream(bytes, name))) throw noWorkbook(at);
  const book = readXls(bytes);
  if (book === 'locked') throw encrypted(at);
  if (book === 'damaged') throw damaged(at, '旧版工作簿不完整或已损坏', 'the old workbook is cut off or damaged');
  const making = makingOf(bytes.length, budget);
  return book.sheets.flatMap(sheet => {
    const name = withoutControls(sheet.name);
    const text = sheetText(sheet, { at: `${at} › ${name}`, from1904: book.from1904, making });
    return text === undefined ? [] : [{ name, bytes: text }];
  });
}

function sheetText(
  { rows, merges }: XlsSheet,
  { at, from1904, making }: { readonly at: string; readonly from1904: boolean; readonly making: Making },
): Uint8Array | undefined {
  const text = newSheetText(at);
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row] ?? [];
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (cell) putCell(text, column, valueText(cell, from1904));
    }
    endRow(text);
  }
  return finishedSheet(text, merges, making);
}

function valueText({ value, format }: XlsCell, from1904: boolean): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  const kind = dateKind(format);
  return kind ? dateText(value, kind, { from1904 }) : numberText(value);
}

/** A name in the directory of the container: 64 bytes, UTF-16, its length behind it; records of 128 bytes behind a header of 512. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const letters = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = view.indexOf(letters); at >= 0; at = view.indexOf(letters, at + 1)) {
    if (at % 128 === 0 && view[at + 64] === letters.length) return true;
  }
  return false;
}

const encrypted = (at: string): UserError =>
  new UserError(
    'FILE_ENCRYPTED',
    { zh: '工作簿设有打开密码', en: 'the workbook is locked with a password' },
    {
      at,
      hint: {
        zh: '请在 Excel 或 WPS 中打开，取消密码（文件 › 信息 › 保护工作簿）后另存。',
        en: 'Open it in Excel or WPS, remove the password (File > Info > Protect Workbook) and save it.',
      },
    },
  );

const noWorkbook = (at: string): UserError =>
  new UserError(
    'FILE_NOT_TEXT',
    { zh: '这是 Office 文档，里面没有工作簿', en: 'an Office document without a workbook' },
    { at, hint: { zh: '请另存为 XLSX 或“CSV UTF-8”。', en: 'Save it as XLSX or "CSV UTF-8".' } },
  );
