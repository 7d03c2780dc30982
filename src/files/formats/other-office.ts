/** Office files that are zipped like a workbook and are none that is read here; each is named, with the way out. */

import type { Text } from '../../errors.ts';
import { UserError } from '../../errors.ts';
import type { Entry } from './archive/zip-entries.ts';

/** `main` is the part that a package of Office names as its main one. */
export function refuseOffice(entries: readonly Entry[], { at, main }: { readonly at: string; readonly main: string | undefined }): void {
  const found = others.find(({ path }) => (main === undefined ? entries.some(({ name }) => path.test(name)) : path.test(main)));
  if (found) throw new UserError('FILE_NOT_TEXT', found.text, { at, hint: saveAsXlsx });
}

const others: readonly { readonly path: RegExp; readonly text: Text }[] = [
  { path: /^xl\/workbook\.bin$/i, text: { zh: '这是二进制工作簿 XLSB，不是 XLSX', en: 'a binary workbook (XLSB), not XLSX' } },
  { path: /^word\//i, text: { zh: '这是 Word 文档，不是表格', en: 'a Word document, not a table' } },
  { path: /^ppt\//i, text: { zh: '这是演示文稿，不是表格', en: 'a presentation, not a table' } },
  { path: /^content\.xml$/i, text: { zh: '这是 ODS 文档，不是 XLSX', en: 'an OpenDocument file, not XLSX' } },
];

const saveAsXlsx: Text = {
  zh: '请在 Excel 或 WPS 中打开，另存为 XLSX 或“CSV UTF-8”。',
  en: 'Open it in Excel or WPS and save it as XLSX or "CSV UTF-8".',
};
