/** Sorts the codes of a catalogue into classes: two codes that stand in the same lists are alike to every condition. */
import type { CodeKind, CodeList } from './catalogue.ts';
import type { CodeClasses } from './compiled.ts';
import { indexWords, placeOfWord } from './word-index.ts';

/** `others` are codes that stand in no list but matter otherwise (complications, exclusions). */
export function classifyCodes(kind: CodeKind, all: readonly CodeList[], others: Iterable<string>): { words: string[]; codes: CodeClasses } {
  const listsOf = new Map<string, number[]>();
  for (const code of others) if (!listsOf.has(code)) listsOf.set(code, []);
  for (const [number, list] of all.entries()) {
    if (list.kind !== kind) continue;
    for (const code of list.codes) {
      const known = listsOf.get(code);
      if (known) known.push(number);
      else listsOf.set(code, [number]);
    }
  }
  const prefixLists = all.flatMap((list, number) =>
    list.kind === kind && list.prefix !== undefined ? [{ prefix: list.prefix, number }] : [],
  );
  const startingWith = (code: string) => prefixLists.filter(({ prefix }) => code.startsWith(prefix)).map(({ number }) => number);

  const classes: number[][] = [];
  const numbers = new Map<string, number>();
  const classFor = (lists: number[]): number => {
    const key = lists.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, classes.length);
    return classes.push(lists) - 1;
  };

  const words = [...listsOf.keys()].sort();
  const classOf = Uint16Array.from(words, word => classFor([...listsOf.get(word)!, ...startingWith(word)]));
  // the prefixes that fit a word nest in each other, so the longest one tells all of them
  const prefixes = [...new Set(prefixLists.map(({ prefix }) => prefix))].sort((a, b) => b.length - a.length);
  const prefixClass = Uint16Array.from(prefixes, prefix => classFor(startingWith(prefix)));
  const unknown = classFor([]);
  return { words, codes: { index: indexWords(words), classOf, ...flattened(classes), prefixes, prefixClass, unknown } };
}

export function classOfWord(codes: CodeClasses, word: string): number {
  const place = placeOfWord(codes.index, word);
  if (place >= 0) return codes.classOf[place]!;
  for (let i = 0; i < codes.prefixes.length; i++) if (word.startsWith(codes.prefixes[i]!)) return codes.prefixClass[i]!;
  return codes.unknown;
}

export function classStandsIn(codes: CodeClasses, of: number, list: number): boolean {
  for (let i = codes.starts[of]!; i < codes.starts[of + 1]!; i++) if (codes.lists[i] === list) return true;
  return false;
}

function flattened(classes: readonly (readonly number[])[]): { starts: Uint32Array; lists: Uint16Array } {
  const starts = new Uint32Array(classes.length + 1);
  for (let c = 0; c < classes.length; c++) starts[c + 1] = starts[c]! + classes[c]!.length;
  return { starts, lists: Uint16Array.from(classes.flat()) };
}
