/**
 * Walks over the tags of an XML text in UTF-8 without copying any of it: positions only. Comments, declarations and CDATA are passed over;
 * a DOCTYPE is refused, because the only use it has in a spreadsheet is to make entities explode. Names are compared without their prefix.
 */
import { UserError } from '../../../errors.ts';
import { damaged } from '../limits.ts';
import { xmlText } from './text.ts';

export type Tags = {
  readonly bytes: Uint8Array;
  readonly at: string;
  /** Where the next tag is looked for: behind the last one. */
  place: number;
  /** Of the last tag: its `<`, its local name, and where its attributes end. */
  start: number;
  nameStart: number;
  nameEnd: number;
  attributesEnd: number;
  closes: boolean;
  isEmpty: boolean;
  /** Where the next attribute is looked for, and the last one: its local name and its value without quotes. */
  attributePlace: number;
  attributeStart: number;
  attributeEnd: number;
  valueStart: number;
  valueEnd: number;
};

export const tagsOf = (bytes: Uint8Array, at: string): Tags => ({
  bytes,
  at,
  place: 0,
  start: 0,
  nameStart: 0,
  nameEnd: 0,
  attributesEnd: 0,
  closes: false,
  isEmpty: false,
  attributePlace: 0,
  attributeStart: 0,
  attributeEnd: 0,
  valueStart: 0,
  valueEnd: 0,
});

const LESS = 60;
const MORE = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const EQUALS = 61;
const COLON = 58;
const DOUBLE = 34;
const SINGLE = 39;
const SPACE = 32;

/** False behind the last tag. */
export function nextTag(tags: Tags): boolean {
  const { bytes } = tags;
  const size = bytes.length;
  let at = tags.place;
  for (;;) {
    while (at < size && bytes[at] !== LESS) at++;
    if (at >= size) return false;
    const next = bytes[at + 1];
    if (next !== BANG && next !== QUESTION) break;
    at = behindAside(tags, at);
  }
  tags.start = at++;
  tags.closes = bytes[at] === SLASH;
  if (tags.closes) at++;
  tags.nameStart = at;
  while (at < size && bytes[at]! > SPACE && bytes[at] !== MORE && bytes[at] !== SLASH) {
    if (bytes[at] === COLON) tags.nameStart = at + 1;
    at++;
  }
  tags.nameEnd = at;
  tags.attributePlace = at;
  while (at < size && bytes[at] !== MORE) {
    const byte = bytes[at++];
    if (byte === DOUBLE || byte === SINGLE) {
      while (at < size && bytes[at] !== byte) at++;
      at++;
    }
  }
  if (at >= size) throw cutOff(tags.at);
  tags.isEmpty = bytes[at - 1] === SLASH && at > tags.nameEnd;
  tags.attributesEnd = tags.isEmpty ? at - 1 : at;
  tags.place = at + 1;
  return true;
}

/** False behind the last attribute of the tag. */
export function nextAttribute(tags: Tags): boolean {
  const { bytes, attributesEnd } = tags;
  let at = tags.attributePlace;
  while (at < attributesEnd && bytes[at]! <= SPACE) at++;
  tags.attributeStart = at;
  while (at < attributesEnd && bytes[at] !== EQUALS && bytes[at]! > SPACE) {
    if (bytes[at] === COLON) tags.attributeStart = at + 1;
    at++;
  }
  tags.attributeEnd = at;
  while (at < attributesEnd && bytes[at] !== DOUBLE && bytes[at] !== SINGLE) at++;
  if (at >= attributesEnd) return false;
  const quote = bytes[at++];
  tags.valueStart = at;
  while (at < attributesEnd && bytes[at] !== quote) at++;
  tags.valueEnd = at;
  tags.attributePlace = at + 1;
  return true;
}

/** The attributes of the tag by their names without prefix; few and short, so they are copied. */
export function attributes(tags: Tags): Map<string, string> {
  const found = new Map<string, string>();
  while (nextAttribute(tags)) {
    const { bytes, attributeStart, attributeEnd, valueStart, valueEnd } = tags;
    found.set(xmlText(bytes, attributeStart, attributeEnd), xmlText(bytes, valueStart, valueEnd));
  }
  return found;
}

/** Whether the tag is called so, opening or closing. */
export function isNamed({ bytes, nameStart, nameEnd }: Tags, name: string): boolean {
  return nameEnd - nameStart === name.length && isAt(bytes, nameStart, name);
}

function isAt(bytes: Uint8Array, start: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false;
  return true;
}

/** Passes over everything inside the element that was just opened. */
export function passOver(tags: Tags): void {
  if (tags.isEmpty) return;
  const name = tags.bytes.subarray(tags.nameStart, tags.nameEnd);
  const length = name.length;
  let depth = 1;
  while (depth > 0 && nextTag(tags)) {
    if (tags.nameEnd - tags.nameStart !== length || !sameBytes(tags.bytes, tags.nameStart, name)) continue;
    if (tags.closes) depth--;
    else if (!tags.isEmpty) depth++;
  }
  if (depth > 0) throw cutOff(tags.at);
}

function sameBytes(bytes: Uint8Array, start: number, other: Uint8Array): boolean {
  for (let i = 0; i < other.length; i++) if (bytes[start + i] !== other[i]) return false;
  return true;
}

/** Behind a comment, a declaration or CDATA that begins here. */
function behindAside({ bytes, at }: Tags, start: number): number {
  const [open, close] = asides.find(([begin]) => isAt(bytes, start, begin)) ?? [];
  if (open === undefined || close === undefined) throw unsafe(at);
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(close, start + open.length, 'latin1');
  if (end < 0) throw cutOff(at);
  return end + close.length;
}

const asides: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
];

export const cutOff = (at: string): UserError => damaged(at, '工作簿不完整或已损坏', 'the workbook is cut off or damaged');

const unsafe = (at: string): UserError =>
  new UserError(
    'FILE_UNSAFE',
    { zh: '工作簿的 XML 含有 DOCTYPE', en: 'the XML of the workbook has a DOCTYPE' },
    {
      at,
      hint: {
        zh: '表格软件不会这样写；请确认来源可信，在 Excel 或 WPS 中另存后重试。',
        en: 'No spreadsheet program writes that: make sure where it comes from, then save it anew in Excel or WPS.',
      },
    },
  );
