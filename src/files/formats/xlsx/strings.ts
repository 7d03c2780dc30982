/** The texts that the cells of a workbook share, each written once as a cell of delimited text. Readings above Chinese letters are left out. */
import { MOST_STRINGS, tooLarge } from '../limits.ts';
import { cellBytes, mustQuote, type Written } from '../sheet-text.ts';
import { cutOff, isNamed, nextTag, passOver, type Tags, tagsOf } from '../xml/tags.ts';
import { withoutEscapes, xmlText } from '../xml/text.ts';

export function sharedStrings(xml: Uint8Array, at: string): readonly Written[] {
  const tags = tagsOf(xml, at);
  const strings: Written[] = [];
  while (nextTag(tags)) {
    if (!isNamed(tags, 'si') || tags.closes) continue;
    if (strings.length === MOST_STRINGS) throw tooLarge(at, '工作簿的文本过多', 'the workbook shares too many texts');
    strings.push(tags.isEmpty ? nothing : richText(tags, 'si'));
  }
  return strings;
}

const nothing: Written = { bytes: new Uint8Array(0), start: 0, end: 0 };

/** The texts of an element that was just opened, up to where it closes. One plain text, as nearly all are, stays where it is. */
export function richText(tags: Tags, element: string): Written {
  const { bytes } = tags;
  let only: Written | undefined;
  let text: string | undefined;
  while (nextTag(tags)) {
    if (tags.closes && isNamed(tags, element)) return only ?? (text === undefined ? nothing : whole(text));
    if (tags.closes || tags.isEmpty) continue;
    if (isNamed(tags, 'rPh')) {
      passOver(tags);
    } else if (isNamed(tags, 't')) {
      const start = tags.place;
      closeOf(tags, 't');
      const end = tags.start;
      if (only === undefined && text === undefined && isPlain(bytes, start, end)) {
        only = { bytes, start, end };
      } else {
        text = (text ?? (only ? xmlText(bytes, only.start, only.end) : '')) + withoutEscapes(xmlText(bytes, start, end));
        only = undefined;
      }
    }
  }
  throw cutOff(tags.at);
}

/** Goes on to the tag that closes the element. */
export function closeOf(tags: Tags, element: string): void {
  while (nextTag(tags)) if (tags.closes && isNamed(tags, element)) return;
  throw cutOff(tags.at);
}

function whole(text: string): Written {
  const bytes = cellBytes(text);
  return { bytes, start: 0, end: bytes.length };
}

const AND = 38;
const LESS = 60;
const UNDERSCORE = 95;

/** Nothing to undo and nothing to quote. */
export function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === AND || byte === LESS || byte === UNDERSCORE) return false;
  }
  return !mustQuote(bytes, start, end);
}
