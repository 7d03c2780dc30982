/** What the distinct texts of a column mean: a word of the load, a sex, a yes or no. Asked once a text, not once a cell. */
import { HAD_CONTROLS } from './cell-readers.ts';
import { codeOf, halfWidth, hasControls, isMissing, plainText } from './plain-text.ts';
import type { WordList } from './word-list.ts';

export type Meaning = (cell: Uint8Array) => number;
type Decode = (bytes: Uint8Array) => string;
type Dictionary = Readonly<Record<string, string>> | undefined;

/** 1 male, 2 female, 0 missing; 3 is none of these. */
export const SEX_UNREADABLE = 3;
/** 1 yes, 0 no, 2 not known; 3 is none of these. */
export const FLAG_UNREADABLE = 3;
export const FLAG_UNKNOWN = 2;

type WordSource = {
  readonly decode: Decode;
  readonly dictionary: Dictionary;
  readonly list: WordList;
  readonly rename?: (word: string) => string;
};

/** `rename` replaces what may not be kept: a doctor's name, a patient's number. */
export function wordMeaning({ decode, dictionary, list, rename = word => word }: WordSource): Meaning {
  return cell => {
    const text = decode(cell);
    const plain = plainText(text);
    const word = isMissing(halfWidth(plain)) ? '' : rename(dictionary?.[plain] ?? plain);
    return list.numberOf(word) | (hasControls(text) ? HAD_CONTROLS : 0);
  };
}

/** `isNone` knows texts that stand where a code should, and are none. */
export function codeMeaning({ decode, list, isNone }: CodeSource): Meaning {
  return cell => {
    const usual = usualCode(cell);
    if (usual !== undefined) return isNone(usual) ? 0 : list.numberOf(usual);
    return codeNumber(decode(cell), { list, isNone });
  };
}

export type CodeSource = { readonly decode: Decode; readonly list: WordList; readonly isNone: (text: string) => boolean };

const codeNumber = (text: string, { list, isNone }: Pick<CodeSource, 'list' | 'isNone'>): number =>
  (isNone(text) ? 0 : list.numberOf(codeOf(text))) | (hasControls(text) ? HAD_CONTROLS : 0);

/** A code that stands as it should: a capital first, digits, points, `x`, `+` and `*`. Tens of thousands of them are met in a large load. */
function usualCode(cell: Uint8Array): string | undefined {
  let code = '';
  for (const byte of cell) {
    const digit = byte >= 48 && byte <= 57;
    const capital = byte >= 65 && byte <= 90 && (byte !== CAPITAL_X || code === '');
    if (!digit && !capital && byte !== 46 && byte !== 120 && byte !== 43 && byte !== 42) return undefined;
    code += String.fromCharCode(byte);
  }
  return code.startsWith('x') || isMissing(code) ? undefined : code;
}

const CAPITAL_X = 88;

const separators = /[|,，;；、]/;

/** The codes of a whole cell that holds wide letters or separators. */
export function wideCodes(source: CodeSource): (cell: Uint8Array) => readonly number[] {
  return cell =>
    halfWidth(source.decode(cell))
      .split(separators)
      .map(text => codeNumber(text, source));
}

export function sexMeaning(decode: Decode, dictionary: Dictionary): Meaning {
  return cell => {
    const text = halfWidth(plainText(decode(cell)));
    const word = (dictionary?.[text] ?? text).toLowerCase();
    return (isMissing(word) ? 0 : (sexes[word] ?? SEX_UNREADABLE)) | controlMark(cell, decode);
  };
}

const sexes: Readonly<Record<string, number>> = {
  '1': 1,
  '1.0': 1,
  m: 1,
  male: 1,
  男: 1,
  男性: 1,
  '2': 2,
  '2.0': 2,
  f: 2,
  female: 2,
  女: 2,
  女性: 2,
};

export function flagMeaning(decode: Decode, dictionary: Dictionary): Meaning {
  return cell => {
    const text = halfWidth(plainText(decode(cell)));
    const word = (dictionary?.[text] ?? text).toLowerCase();
    return (isMissing(word) ? FLAG_UNKNOWN : (flags[word] ?? FLAG_UNREADABLE)) | controlMark(cell, decode);
  };
}

const flags: Readonly<Record<string, number>> = { '1': 1, 是: 1, y: 1, yes: 1, true: 1, '0': 0, 否: 0, n: 0, no: 0, false: 0 };

const controlMark = (cell: Uint8Array, decode: Decode): number => (hasControls(decode(cell)) ? HAD_CONTROLS : 0);

/** D001, D002 ... in order of first appearance; columns never say who. */
export function staffNumbers(): (name: string) => string {
  const numbers = new Map<string, string>();
  return name => {
    const known = numbers.get(name);
    if (known) return known;
    const number = `D${String(numbers.size + 1).padStart(3, '0')}`;
    numbers.set(name, number);
    return number;
  };
}
