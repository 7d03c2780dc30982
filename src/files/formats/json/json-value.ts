/**
 * A JSON text as texts: a number keeps the digits it was written with, because a settlement number of twenty digits is no number a computer
 * can hold. Objects are maps, so that no key means anything; of a key that stands twice the last value counts; null is the empty text.
 */

export type Json = string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

/** Deeper than any layout; the depth of the call stack is bounded with it. */
export const MOST_LEVELS = 64;

/** Reads one text after the other; undefined when a text is not one JSON value. */
export function jsonReader(): (text: string) => Json | undefined {
  const keys = keyMemory();
  let text = '';
  let at = 0;

  return next => {
    text = next;
    at = 0;
    const value = valueHere(0, '');
    skipBlanks();
    return at === text.length ? value : undefined;
  };

  /** `owner`: the key that the value stands under. */
  function valueHere(level: number, owner: string): Json | undefined {
    skipBlanks();
    switch (text.charCodeAt(at)) {
      case QUOTE:
        return stringHere();
      case OPEN_OBJECT:
        return level < MOST_LEVELS ? objectHere(level, owner) : undefined;
      case OPEN_ARRAY:
        return level < MOST_LEVELS ? arrayHere(level, owner) : undefined;
      default:
        return wordHere();
    }
  }

  function objectHere(level: number, owner: string): JsonObject | undefined {
    const object = new Map<string, Json>();
    let memory = keys.firstIn;
    let before = owner;
    at++;
    skipBlanks();
    if (passed(CLOSE_OBJECT)) return object;
    for (;;) {
      skipBlanks();
      const key = text.charCodeAt(at) === QUOTE ? keyHere(memory, before) : undefined;
      skipBlanks();
      if (key === undefined || !passed(COLON)) return undefined;
      const member = valueHere(level + 1, key);
      if (member === undefined) return undefined;
      object.set(key, member);
      memory = keys.after;
      before = key;
      skipBlanks();
      if (passed(CLOSE_OBJECT)) return object;
      if (!passed(COMMA)) return undefined;
    }
  }

  /** Most often the key that stood there in the list before: then no text is made of it. */
  function keyHere(memory: Map<string, string>, before: string): string | undefined {
    const usual = memory.get(before);
    if (usual !== undefined && text.startsWith(usual, at + 1) && text.charCodeAt(at + 1 + usual.length) === QUOTE) {
      at += usual.length + 2;
      return usual;
    }
    const key = stringHere();
    if (key !== undefined && memory.size < MOST_KEYS && !key.includes('\\') && !key.includes('"')) memory.set(before, key);
    return key;
  }

  function arrayHere(level: number, owner: string): readonly Json[] | undefined {
    const array: Json[] = [];
    at++;
    skipBlanks();
    if (passed(CLOSE_ARRAY)) return array;
    for (;;) {
      const element = valueHere(level + 1, owner);
      if (element === undefined) return undefined;
      array.push(element);
      skipBlanks();
      if (passed(CLOSE_ARRAY)) return array;
      if (!passed(COMMA)) return undefined;
    }
  }

  function stringHere(): string | undefined {
    const start = at + 1;
    let end = text.indexOf('"', start);
    if (end < 0) return undefined;
    const usual = text.slice(start, end);
    if (!usual.includes('\\')) {
      at = end + 1;
      return usual;
    }
    end = start;
    while (end < text.length && text.charCodeAt(end) !== QUOTE) end += text.charCodeAt(end) === BACKSLASH ? 2 : 1;
    if (end >= text.length) return undefined;
    at = end + 1;
    return unescaped(text.slice(start, end));
  }

  function wordHere(): string | undefined {
    word.lastIndex = at;
    const [found] = word.exec(text) ?? [];
    if (found === undefined) return undefined;
    at += found.length;
    if (found === 'null') return '';
    return /[eE]/.test(found) && found !== 'true' && found !== 'false' ? withoutExponent(found) : found;
  }

  function skipBlanks(): void {
    for (;;) {
      const letter = text.charCodeAt(at);
      if (letter !== 32 && letter !== 9 && letter !== 10 && letter !== 13) return;
      at++;
    }
  }

  function passed(letter: number): boolean {
    if (text.charCodeAt(at) !== letter) return false;
    at++;
    return true;
  }
}

/** Which key comes first in the object under a key, and which one comes after a key. */
const keyMemory = () => ({ firstIn: new Map<string, string>(), after: new Map<string, string>() });
/** Keys that are record numbers are not worth remembering. */
const MOST_KEYS = 4096;

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const COLON = 58;
const COMMA = 44;

/** Leading zeros are no JSON, and no reason to lose a record. */
const word = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** undefined when a backslash stands before something it cannot. */
function unescaped(text: string): string | undefined {
  let wrong = false;
  const plain = text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]?))/g, (_, code: string | undefined, letter: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const meant = escapes[letter ?? ''];
    wrong ||= meant === undefined;
    return meant ?? '';
  });
  return wrong ? undefined : plain;
}

const escapes: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
});

/**
 * `1.23456789E7` -> `12345678.9`, as programs write amounts that are doubles. A number that needs more than fifteen digits has lost some of
 * them before: it stays as it is written, so that an id is refused for it.
 */
function withoutExponent(number: string): string {
  const [, minus, whole, decimals = '', power] = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/.exec(number) ?? [];
  if (whole === undefined || minus === undefined || number.length > MOST_WRITTEN) return number;
  const point = whole.length + Number(power);
  if (point > MOST_DIGITS || point < -MOST_DIGITS) return number;
  const digits = (whole + decimals).padEnd(point, '0').padStart(whole.length + decimals.length + Math.max(0, 1 - point), '0');
  const split = Math.max(1, point);
  const before = digits.slice(0, split).replace(/^0+(?=\d)/, '');
  const behind = digits.slice(split).replace(/0+$/, '');
  return minus + before + (behind === '' ? '' : `.${behind}`);
}

const MOST_DIGITS = 15;
/** No program writes a double with more. */
const MOST_WRITTEN = 40;
