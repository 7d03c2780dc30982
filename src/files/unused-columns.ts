/** Columns that nothing reads are named, never passed over in silence: a misspelt one would look like a column the file does not have. */
import { comparable, plain, shownName } from './column-names.ts';

export type UnusedColumns = {
  /** Header names that no column of the profile is called by, as they may be shown. */
  readonly unused: readonly string[];
  /** Of those, the known name that one was most likely meant to be. */
  readonly nearest: Readonly<Record<string, string>>;
};

/** `lacking`: names by which the profile would read columns that the file seems not to have. */
export function unusedColumns(names: readonly string[], lacking: readonly string[]): UnusedColumns {
  const wanted = lacking.map(known => ({ known, written: comparable(known) }));
  const near = names.flatMap(name => {
    const known = nearestOf(plain(name), wanted);
    return known === undefined ? [] : [[shownName(name), known] as const];
  });
  return { unused: names.map(shownName), nearest: Object.fromEntries(near) };
}

type Name = { readonly known: string; readonly written: string };

/** At most two letters apart, one in a short name; of two as near the first. */
function nearestOf(name: string, lacking: readonly Name[]): string | undefined {
  const near = lacking
    .filter(({ written }) => Math.abs(written.length - name.length) <= 2)
    .map(({ known, written }) => ({ known, apart: lettersApart(name, written) }))
    .filter(({ known, apart }) => apart <= (known.length < SHORT ? 1 : 2) && apart * 2 < known.length);
  return near.sort((a, b) => a.apart - b.apart)[0]?.known;
}

const SHORT = 6;

/** All of the names, the nearest first; equally near ones in their order. */
export const nearestFirst = (name: string, names: readonly string[]): readonly string[] =>
  names
    .map(known => ({ known, apart: distance(plain(name), plain(known)) }))
    .sort((a, b) => a.apart - b.apart)
    .map(({ known }) => known);

/** A name that holds the other one, or is held by it, is nearer than any misspelling. */
function distance(name: string, known: string): number {
  const held = name !== '' && known !== '' && (known.includes(name) || name.includes(known));
  return (held ? 0 : 1000) + lettersApart(name, known);
}

/** Letters to insert, remove or replace. */
function lettersApart(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  [...a].forEach((letter, i) => {
    const row = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (letter === b[j - 1] ? 0 : 1)));
    }
    above = row;
  });
  return above[b.length]!;
}
