/** Tells text from what only looks like a table: a workbook, a web page, a picture. A file is named by its first bytes, not by its ending. */
import type { Text } from '../errors.ts';

export type NotText = { readonly text: Text; readonly hint: Text };

/** What the file is when it is no text; undefined for text. Text in UTF-16 has zero bytes, so its mark is looked at first. */
export function notText(bytes: Uint8Array): NotText | undefined {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return undefined;
  const known = signatures.find(({ start }) => startsWith(bytes, start));
  if (known) return { text: known.text, hint: known.hint ?? saveAsCsv };
  if (isBinary(bytes)) return { text: { zh: '二进制文件，不是文本', en: 'a binary file, not text' }, hint: saveAsCsv };
  return undefined;
}

/** Zero bytes in the header or in more than 1 % of the beginning; one in a cell is a stray control character, which costs no file. */
function isBinary(bytes: Uint8Array): boolean {
  const begin = bytes.subarray(0, BEGINNING);
  let zeros = 0;
  for (const byte of begin) if (byte === 0) zeros++;
  if (zeros > Math.max(FEW_ZEROS, begin.length / 100)) return true;
  const header = begin.findIndex(byte => byte !== LF && byte !== CR);
  const end = begin.findIndex((byte, at) => at > header && (byte === LF || byte === CR));
  return begin.subarray(0, end < 0 ? begin.length : end).includes(0);
}

const BEGINNING = 4096;
/** In a file of a few rows one of them is more than 1 %. */
const FEW_ZEROS = 8;
const LF = 10;
const CR = 13;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);
const ascii = (text: string): readonly number[] => [...text].map(letter => letter.charCodeAt(0));

const saveAsCsv: Text = {
  zh: '请在 Excel 或 WPS 中打开，另存为“CSV UTF-8（逗号分隔）”。',
  en: 'Open it in Excel or WPS and save it as "CSV UTF-8 (comma delimited)".',
};

const packAsZip: Text = { zh: '请解压后给出里面的文件，或改用 ZIP 压缩。', en: 'Unpack it and give the files in it, or pack them as ZIP.' };

const signatures: readonly { readonly start: readonly number[]; readonly text: Text; readonly hint?: Text }[] = [
  { start: ascii('PK\x03\x04'), text: { zh: '这是 XLSX 工作簿或 ZIP 压缩包，不是 CSV', en: 'an XLSX workbook or a ZIP archive, not CSV' } },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    text: { zh: '这是旧版 XLS 或加密的 XLSX，不是 CSV', en: 'an old XLS or an encrypted XLSX workbook, not CSV' },
  },
  { start: ascii('%PDF'), text: { zh: '这是 PDF，不是 CSV', en: 'a PDF, not CSV' } },
  { start: [0x89, ...ascii('PNG')], text: { zh: '这是图片，不是 CSV', en: 'a picture, not CSV' } },
  { start: [0xff, 0xd8, 0xff], text: { zh: '这是图片，不是 CSV', en: 'a picture, not CSV' } },
  { start: [...ascii('Rar!'), 0x1a], text: { zh: '这是 RAR 压缩包', en: 'a RAR archive' }, hint: packAsZip },
  { start: [...ascii('7z'), 0xbc, 0xaf], text: { zh: '这是 7z 压缩包', en: 'a 7z archive' }, hint: packAsZip },
  { start: ascii('<html'), text: { zh: '这是网页，不是 CSV', en: 'a web page, not CSV' } },
  { start: ascii('<!DOCTYPE'), text: { zh: '这是网页，不是 CSV', en: 'a web page, not CSV' } },
  { start: ascii('<table'), text: { zh: '这是网页表格，不是 CSV', en: 'a table of a web page, not CSV' } },
];
