/** Stays of a load written down as a test needs them; what is not written is as in a stay without faults. */
import type { NoteRow } from '../../../src/stay/row-findings.ts';
import { MISSING, NO_DATE, type Reading, type SourceFile, type StayTable } from '../../../src/stay/stay-table.ts';

export type Written = {
  readonly sex?: number;
  readonly age?: number;
  readonly ageDays?: number;
  readonly weight?: number;
  readonly dx?: readonly string[];
  readonly px?: readonly string[];
  readonly way?: string;
  readonly department?: string;
  readonly insurance?: string;
  readonly admitted?: number;
  readonly discharged?: number;
  readonly file?: number;
};

export function tableOf(stays: readonly Written[], more: Partial<StayTable> = {}): StayTable {
  const files = Math.max(0, ...stays.map(({ file = 0 }) => file)) + 1;
  return {
    count: stays.length,
    sex: Uint8Array.from(stays, ({ sex = 1 }) => sex),
    age: Int16Array.from(stays, ({ age = 40 }) => age),
    ageDays: Int16Array.from(stays, ({ ageDays = MISSING }) => ageDays),
    birthWeight: Int32Array.from(stays, ({ weight = MISSING }) => weight),
    dx: listsOf(stays.map(({ dx = ['I10.x00'] }) => dx)),
    px: listsOf(stays.map(({ px = [] }) => px)),
    words: {},
    days: new Int32Array(stays.length).fill(3),
    money: {},
    files: Array.from({ length: files }, (_, i) => fileOf(i)),
    sourceFile: Uint16Array.from(stays, ({ file = 0 }) => file),
    sourceRow: Uint32Array.from(stays, (_, i) => i + 2),
    ...more,
  };
}

export const fileOf = (number: number, reading?: Reading): SourceFile => ({
  name: `${number + 1}.csv`,
  sha256: String(number).repeat(64),
  encoding: 'utf-8',
  profile: 'own',
  read: 1,
  loaded: 1,
  refused: 0,
  ...(reading && { reading }),
});

/** How a file was understood that has these columns. */
export const readingOf = (...fields: readonly string[]): Reading => ({
  format: 'text',
  document: 'stay',
  score: 1,
  basis: 'official',
  headerRow: 1,
  separator: ',',
  columns: fields.map(field => ({ field, from: [field] })),
  dropped: [],
  unused: [],
  known: [],
});

export function listsOf(lists: readonly (readonly string[])[]): StayTable['dx'] {
  const words = ['', ...new Set(lists.flat().filter(word => word !== ''))];
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    offsets[i + 1] = offsets[i]! + list.length;
  });
  return { offsets, codes: Uint32Array.from(lists.flat(), word => words.indexOf(word)), words };
}

export function wordsOf(texts: readonly string[]) {
  const words = ['', ...new Set(texts.filter(text => text !== ''))];
  return { codes: Uint32Array.from(texts, text => words.indexOf(text)), words };
}

export const dates = (...days: readonly (number | undefined)[]) => Int32Array.from(days, day => day ?? NO_DATE);
export const fen = (...amounts: readonly (number | undefined)[]) => Float64Array.from(amounts, amount => amount ?? Number.NaN);

/** What a check notes, a line a note: `row field rule value`. All of them are noted, none refused. */
export function notesOf(check: (note: NoteRow) => void): readonly string[] {
  const notes: string[] = [];
  check((row, field, rule, effect, value = '') => {
    if (effect !== 'noted') throw new Error(`${rule} refuses a row`);
    notes.push([row, field, rule, ...(value === '' ? [] : [value])].join(' '));
  });
  return notes;
}
