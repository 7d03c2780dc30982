/** SheetJS behind one door: an old workbook as plain cells, or what is wrong with it. Its own errors are about bytes, no person needs them. */
import { read, set_cptable as setCodePages, type WorkSheet } from '@e965/xlsx';
import type { Merge } from '../merges.ts';

export type XlsCell = { readonly value: string | number | boolean; readonly format: string };
export type XlsSheet = {
  readonly name: string;
  readonly rows: readonly (readonly (XlsCell | undefined)[] | undefined)[];
  readonly merges: readonly Merge[];
};
export type XlsBook = { readonly sheets: readonly XlsSheet[]; readonly from1904: boolean };

export function readXls(bytes: Uint8Array): XlsBook | 'locked' | 'damaged' {
  setOwnCodePages();
  try {
    const book = read(bytes, { type: 'array', dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false });
    const says = book.Workbook?.Sheets ?? [];
    const visible = book.SheetNames.filter((_, i) => !says[i]?.Hidden);
    return {
      sheets: visible.map(name => ({ name, ...cellsOf(book.Sheets[name]!) })),
      from1904: book.Workbook?.WBProps?.date1904 === true,
    };
  } catch (cause) {
    return /password|encrypt/i.test(String((cause as Error).message)) ? 'locked' : 'damaged';
  }
}

type Dense = WorkSheet & { readonly '!data'?: readonly (readonly (Raw | undefined)[] | undefined)[] };
type Raw = { readonly t: string; readonly v?: unknown; readonly z?: unknown };

function cellsOf(sheet: Dense): Omit<XlsSheet, 'name'> {
  return {
    rows: Array.from(sheet['!data'] ?? [], row => row && Array.from(row, cellOf)),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
  };
}

/** Errors and empty cells are nothing. */
function cellOf(cell: Raw | undefined): XlsCell | undefined {
  const value = cell?.v;
  if (cell === undefined || cell.t === 'e' || cell.t === 'z') return undefined;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return { value, format: typeof cell.z === 'string' ? cell.z : '' };
}

/** Workbooks before 1997 are in the code page of their machine; the tables that SheetJS would bring are half a megabyte, Node has them. */
function setOwnCodePages(): void {
  const decode = (page: number, text: Uint8Array | string) => {
    const bytes = typeof text === 'string' ? Uint8Array.from(text, letter => letter.charCodeAt(0)) : Uint8Array.from(text);
    return new TextDecoder(pages[page] ?? 'windows-1252').decode(bytes);
  };
  const none = () => {
    throw new Error('nothing is written with SheetJS');
  };
  setCodePages({ utils: { decode, encode: none, hascp: (page: number) => page in pages } });
}

const pages: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1200: 'utf-16le',
  1252: 'windows-1252',
  65001: 'utf-8',
};
