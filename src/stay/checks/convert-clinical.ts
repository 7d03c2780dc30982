/** Replaces codes of the 国临版 by those of the 医保版, by the published maps. Every stay that changes is noted with the code it had. */
import type { CodeLists } from '../../../grouper/cases.ts';
import type { NoteRow } from '../row-findings.ts';
import type { StayTable } from '../stay-table.ts';
import type { CodeEvidence } from './clinical-files.ts';
import { shownCode } from './shown-code.ts';

/** 国临版 code -> 医保版 code, of those that change. */
export type CodeMaps = { readonly dx: ReadonlyMap<string, string>; readonly px: ReadonlyMap<string, string> };

/** What was converted in a file. */
export type Converted = { readonly stays: number; readonly codes: number };

/** The same as a report tells it; without evidence the person asked for it. */
export type Conversion = Converted & { readonly file: string; readonly evidence?: Omit<CodeEvidence, 'isClinical'> };

export type Wanted = {
  readonly maps: CodeMaps;
  /** By file of the table: its codes are of the 国临版. */
  readonly files: readonly boolean[];
};

/** The table itself when nothing changes. `converted` has an entry for every file. */
export function convertClinical(
  table: StayTable,
  { maps, files }: Wanted,
  note: NoteRow,
): { readonly table: StayTable; readonly converted: readonly Converted[] } {
  const codes = new Uint32Array(files.length);
  const stays = new Uint32Array(files.length);
  const touched = new Uint8Array(table.count);
  const convert = (field: 'dx' | 'px'): CodeLists =>
    convertedList(table, { field, map: maps[field], files }, (row, changed, first) => {
      const file = table.sourceFile[row]!;
      codes[file]! += changed;
      if (touched[row] === 0) stays[file]!++;
      touched[row] = 1;
      note(row, field, 'code_converted', 'noted', shownCode(first));
    });
  const dx = convert('dx');
  const px = convert('px');
  const converted = files.map((_, file) => ({ stays: stays[file]!, codes: codes[file]! }));
  return { table: dx === table.dx && px === table.px ? table : { ...table, dx, px }, converted };
}

type List = { readonly field: 'dx' | 'px'; readonly map: ReadonlyMap<string, string>; readonly files: readonly boolean[] };

/** `changed` codes of a row were replaced, `first` was the first of them. */
function convertedList(
  { count, sourceFile, ...table }: StayTable,
  { field, map, files }: List,
  onRow: (row: number, changed: number, first: string) => void,
): CodeLists {
  const { offsets, words } = table[field];
  const { target, all } = targets(words, map);
  const codes = table[field].codes.slice();
  let any = false;
  for (let row = 0; row < count; row++) {
    if (!files[sourceFile[row]!]) continue;
    let changed = 0;
    let first = 0;
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const code = codes[i]!;
      if (target[code] === code) continue;
      if (changed++ === 0) first = code;
      codes[i] = target[code]!;
    }
    if (changed === 0) continue;
    any = true;
    onRow(row, changed, words[first]!);
  }
  return any ? { offsets, codes, words: all } : table[field];
}

/** Number of the word that stands for each word afterwards; the words the maps bring in come after those there are. */
function targets(words: readonly string[], map: ReadonlyMap<string, string>) {
  const all = [...words];
  const target = Uint32Array.from(words, (_, i) => i);
  if (!words.some(word => map.has(word))) return { target, all };
  const numbers = new Map(words.map((word, i) => [word, i]));
  words.forEach((word, i) => {
    const to = map.get(word);
    if (to === undefined) return;
    const known = numbers.get(to);
    target[i] = known ?? all.length;
    if (known !== undefined) return;
    numbers.set(to, all.length);
    all.push(to);
  });
  return { target, all };
}
