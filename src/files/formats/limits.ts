/**
 * How much one file may ask for before anything of it is kept: what a file says about its own size is never believed.
 * Past a limit the file is refused (FILE_TOO_LARGE), it is not cut.
 */
import { UserError } from '../../errors.ts';

/** Largest text of one file or sheet: positions in it are 32-bit numbers. */
export const MOST_BYTES = 0x7fffffff;
/**
 * Everything that one file unpacks to and its sheets become, with the files inside it: twice the largest text, and what a machine of 8 GB still
 * holds. What the sheets of a page, an old workbook or a JSON document become has the bound of what its bytes may unpack to besides.
 */
const MOST_UNPACKED = 4 * 2 ** 30;
/** Exports shrink 5 to 50 times, a bomb 1,000 times; a ratio says something only where the result hurts. */
const MOST_RATIO = 200;
const HARMLESS = 256 * 2 ** 20;
/** Files in an archive, sheets in workbooks: a year of daily files of two kinds is 730. */
const MOST_ENTRIES = 1_000;
/** A zip in a zip, a workbook in a zip, a workbook in a gzip file. */
export const MOST_DEPTH = 2;
/** What Excel allows a sheet. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Names in a JSON document: a front page has some 800 fields. Keys that are numbers of patients would make a column each. */
export const MOST_FIELDS = 4096;
/** Rows times columns of a sheet without its blank margins: a million rows of 256 columns. Two far corners are no table. */
export const MOST_CELLS = 2 ** 28;
/** Entries in the table of contents of one archive: what a ZIP without 64-bit fields can name. */
export const MOST_NAMED = 65_535;
/** Texts that a workbook shares: 8 for each row of a full sheet, 400 MB of places. */
export const MOST_STRINGS = 2 ** 23;
/** Merged areas of a sheet: one for each row of a full sheet. */
export const MOST_MERGES = 2 ** 20;
/** Bytes of a part that lists sheets, formats or relations. */
export const MOST_OF_A_LIST = 2 ** 26;
/** Tables of a web page, those that only lay it out too. */
export const MOST_TABLES = 10_000;
/** Letters of a text that is read whole, as a page is: the longest string of the engine is 2^29 - 24. */
export const MOST_LETTERS = 2 ** 29 - 24;

/** Most bytes that so many bytes may become, unpacked or as the text of their sheets. */
export const mostFrom = (packed: number): number => Math.min(MOST_BYTES, Math.max(HARMLESS, packed * MOST_RATIO));

/** What a file, with everything inside it, may still unpack and become. */
export type Budget = { bytes: number; entries: number };

export const newBudget = (): Budget => ({ bytes: MOST_UNPACKED, entries: MOST_ENTRIES });

/** @throws UserError FILE_TOO_LARGE */
export function spend(budget: Budget, bytes: number, at: string): void {
  budget.bytes -= bytes;
  if (budget.bytes < 0) throw tooLarge(at, '解压和转成文本后超过 4 GiB', 'it unpacks or becomes text of more than 4 GiB');
}

/** @throws UserError FILE_TOO_LARGE */
export function countEntries(budget: Budget, entries: number, at: string): void {
  budget.entries -= entries;
  if (budget.entries < 0) throw tooLarge(at, `文件和工作表超过 ${MOST_ENTRIES} 个`, `it holds more than ${MOST_ENTRIES} files and sheets`);
}

export const tooLarge = (at: string, zh: string, en: string): UserError =>
  new UserError(
    'FILE_TOO_LARGE',
    { zh, en },
    { at, hint: { zh: '请确认来源可信，或按月拆分后重新导出。', en: 'Make sure where it comes from, or export it again month by month.' } },
  );

export const damaged = (at: string, zh: string, en: string): UserError =>
  new UserError(
    'FILE_DAMAGED',
    { zh, en },
    {
      at,
      hint: {
        zh: '请重新复制或下载；或在 Excel、WPS 中打开并另存后重试。',
        en: 'Copy or download it again, or open it in Excel or WPS and save it anew.',
      },
    },
  );
