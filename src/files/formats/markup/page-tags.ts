/** Walks over the tags of a web page the way a browser does: nothing is an error, comments, scripts and styles are passed over. */
export type PageTag = {
  /** Text before the tag. */
  readonly textStart: number;
  readonly start: number;
  readonly end: number;
  /** Lower case, `/td` for a closing one; '' behind the last. */
  readonly name: string;
};

export function nextPageTag(page: string, from: number): PageTag {
  let place = from;
  for (;;) {
    const start = page.indexOf('<', place);
    if (start < 0) return { textStart: from, start: page.length, end: page.length, name: '' };
    const name = nameAt(page, start + 1);
    if (name === '' && page[start + 1] !== '!' && page[start + 1] !== '?') {
      place = start + 1;
      continue;
    }
    return { textStart: from, start, end: endOf(page, start, name), name: name === '' ? '!' : name };
  }
}

function nameAt(page: string, start: number): string {
  let end = page[start] === '/' ? start + 1 : start;
  const first = end;
  while (end < page.length && isNameLetter(page.charCodeAt(end))) end++;
  return end === first ? '' : page.slice(start, end).toLowerCase();
}

const isNameLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58);

/** Behind the tag; for a comment, a script or a style behind all of it. */
function endOf(page: string, start: number, name: string): number {
  if (page.startsWith('<!--', start)) return behind(page, page.indexOf('-->', start + 4), 3);
  if (name === 'script' || name === 'style') {
    closing.lastIndex = start;
    return behind(page, page.indexOf('>', closing.exec(page)?.index ?? page.length), 1);
  }
  let quote = 0;
  for (let at = start + 1; at < page.length; at++) {
    const letter = page.charCodeAt(at);
    if (quote !== 0) {
      if (letter === quote) quote = 0;
    } else if (letter === MORE) {
      return at + 1;
    } else if ((letter === DOUBLE || letter === SINGLE) && page.charCodeAt(at - 1) === EQUALS) {
      quote = letter;
    }
  }
  return page.length;
}

const MORE = 62;
const DOUBLE = 34;
const SINGLE = 39;
const EQUALS = 61;

const closing = /<\/(?:script|style)\b/gi;

const behind = (page: string, found: number, length: number): number => (found < 0 ? page.length : found + length);

/** `colspan="2"` -> 2; 1 when it is not said, at most what browsers take. */
export function spanOf(tag: string, name: 'colspan' | 'rowspan'): number {
  if (tag.length <= '<td>'.length) return 1;
  const [, digits = '1'] = spans[name].exec(tag) ?? [];
  return Math.min(Math.max(1, Number(digits)), name === 'colspan' ? 1_000 : 65_534);
}

const spans = {
  colspan: /\scolspan\s*=\s*(?:["']\s*)?(\d{1,9})/i,
  rowspan: /\srowspan\s*=\s*(?:["']\s*)?(\d{1,9})/i,
} as const;
