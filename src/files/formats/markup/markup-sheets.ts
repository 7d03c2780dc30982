/** Tables of a web page, or the sheets of an XML spreadsheet of 2003: both are what programs save as .xls without being able to. */
import { UserError } from '../../../errors.ts';
import { readEncoding } from '../../encoding.ts';
import { makingOf } from '../finished-sheet.ts';
import { type Budget, MOST_LETTERS, tooLarge } from '../limits.ts';
import type { NamedText } from '../named-text.ts';
import { pageTables } from './page-tables.ts';
import { xmlSpreadsheet } from './xml-spreadsheet.ts';

export type MarkupSheets = { readonly sheets: NamedText[]; readonly encoding: string; readonly isXml: boolean };

/** @throws UserError FILE_ENCODING, FILE_NOT_TEXT when there is no table */
export function markupSheets(bytes: Uint8Array, budget: Budget, at: string): MarkupSheets {
  if (bytes.length > MOST_LETTERS) throw tooLarge(at, '网页超过 512 MB', 'the page is larger than 512 MB');
  const { bytes: text, start, encoding, decode } = readEncoding({ bytes, name: at });
  const letters = text.subarray(start);
  const making = makingOf(bytes.length, budget);
  if (isXmlSpreadsheet(letters)) {
    const utf8 = encoding === 'gb18030' ? new TextEncoder().encode(decode(letters)) : letters;
    return { sheets: xmlSpreadsheet(utf8, making, at), encoding, isXml: true };
  }
  const sheets = pageTables(decode(letters), making, at);
  if (sheets !== undefined) return { sheets, encoding, isXml: false };
  throw new UserError(
    'FILE_NOT_TEXT',
    { zh: '这是网页，里面没有表格', en: 'a web page without a table' },
    {
      at,
      hint: {
        zh: '可能是登录超时等提示页；请重新导出。',
        en: 'It may be a page that asks to log in: export it again.',
      },
    },
  );
}

/** Its namespace stands at the beginning. */
const isXmlSpreadsheet = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536)).includes(
    'urn:schemas-microsoft-com:office:spreadsheet',
  ) && /<(\w+:)?Workbook[\s>]/.test(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536)).toString('latin1'));
