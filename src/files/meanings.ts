/** What the distinct texts of a column mean: a word of the load, a key, a sex, a yes or no. Asked once a text, not once a cell. */
import { staffNumber } from '../stay/staff-numbers.ts';
import { CUT_OFF, HAD_CONTROLS } from './cell-readers.ts';
import { keptCode } from './kept-words.ts';
import { codeOf, halfWidth, hasControls, isCutOff, isMissing, numberOf, plainText } from './plain-text.ts';
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
    const word = isMissing(halfWidth(plain)) ? '' : rename(said(dictionary, plain) ?? plain);
    return list.numberOf(word) | (hasControls(text) ? HAD_CONTROLS : 0);
  };
}

/** The word of ours for a word of the layout; a cell that says `constructor` means nothing by it. */
export function said(dictionary: Dictionary, text: string): string | undefined {
  if (!dictionary) return undefined;
  const word = Object.hasOwn(dictionary, text) ? text : halfWidth(text);
  return Object.hasOwn(dictionary, word) ? dictionary[word] : undefined;
}

/** A number of a person, a visit or a settlement; `keep` makes of it what may be kept. */
export function keyMeaning({ decode, list, keep, parts }: KeySource): Meaning {
  return cell => {
    const text = decode(cell);
    // nearly every number is one of these, and a million of them may be met
    if (usualNumber.test(text) && !isMissing(text)) return list.numberOf(keep(text));
    const texts = parts > 1 ? text.split('\0') : [text];
    const numbers = texts.map(numberOf);
    const [first = ''] = numbers;
    if (isMissing(first)) return 0;
    const cut = numbers.some(isCutOff) ? CUT_OFF : 0;
    return list.numberOf(keep(joined(numbers))) | cut | (texts.some(hasControls) ? HAD_CONTROLS : 0);
  };
}

/** Digits, plain letters, hyphens: nothing that a spreadsheet has added or cut off, and one part alone. */
const usualNumber = /^[\w-]+$/;

/** The text that a number made of these parts is known by. */
export const keyText = (parts: readonly string[]): string => joined(parts.map(numberOf));

const joined = (numbers: readonly string[]): string => numbers.join('|');

export type KeySource = {
  readonly decode: Decode;
  readonly list: WordList;
  readonly keep: (number: string) => string;
  /** Of how many parts, a zero byte between them, the number is made. */
  readonly parts: number;
};

/** `isNone` knows texts that stand where a code should, and are none. */
export function codeMeaning({ decode, list, isNone }: CodeSource): Meaning {
  return cell => {
    const usual = usualCode(cell);
    if (usual !== undefined) return isNone(usual) ? 0 : list.numberOf(keptCode(usual));
    return codeNumber(decode(cell), { list, isNone });
  };
}

export type CodeSource = { readonly decode: Decode; readonly list: WordList; readonly isNone: (text: string) => boolean };

const codeNumber = (text: string, { list, isNone }: Pick<CodeSource, 'list' | 'isNone'>): number =>
  (isNone(text) ? 0 : list.numberOf(keptCode(codeOf(text)))) | (hasControls(text) ? HAD_CONTROLS : 0);

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
    const word = (said(dictionary, text) ?? text).toLowerCase();
    return (isMissing(word) ? 0 : (sexes.get(word) ?? SEX_UNREADABLE)) | controlMark(cell, decode);
  };
}

const sexes: ReadonlyMap<string, number> = new Map([
  ...['1', '1.0', 'm', 'male', '男', '男性'].map(word => [word, 1] as const),
  ...['2', '2.0', 'f', 'female', '女', '女性'].map(word => [word, 2] as const),
]);

export function flagMeaning(decode: Decode, dictionary: Dictionary): Meaning {
  return cell => {
    const text = halfWidth(plainText(decode(cell)));
    const word = (said(dictionary, text) ?? text).toLowerCase();
    return (isMissing(word) ? FLAG_UNKNOWN : (flags.get(word) ?? FLAG_UNREADABLE)) | controlMark(cell, decode);
  };
}

const flags: ReadonlyMap<string, number> = new Map([
  ...['1', '是', '有', 'y', 'yes', 'true'].map(word => [word, 1] as const),
  ...['0', '否', '无', 'n', 'no', 'false'].map(word => [word, 0] as const),
]);

const controlMark = (cell: Uint8Array, decode: Decode): number => (hasControls(decode(cell)) ? HAD_CONTROLS : 0);

/** D001, D002 ... in order of first appearance; columns never say who. */
export const staffNumbers = (): ((name: string) => string) => inOrder(staffNumber);

/** 1, 2 ... in order of first appearance: what stands for a number where there is no key to make a digest of it. */
export const orderNumbers = (): ((number: string) => string) => inOrder(String);

function inOrder(named: (count: number) => string): (text: string) => string {
  const names = new Map<string, string>();
  return text => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = named(names.size + 1);
    names.set(text, name);
    return name;
  };
}
