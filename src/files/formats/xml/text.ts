/** Text between two tags or quotes of an XML text, as a person reads it: entities, CDATA and the escapes of spreadsheets undone. */

export function xmlText(bytes: Uint8Array, start: number, end: number): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(0, end - start)).toString('utf8');
  return raw.includes('<') ? raw.split(aside).map(piece).join('') : withoutEntities(raw);
}

/** Comments and CDATA stay whole, every other piece is text. */
const aside = /(<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>)/;

function piece(text: string): string {
  if (text.startsWith('<!--')) return '';
  return text.startsWith('<![CDATA[') ? text.slice(9, -3) : withoutEntities(text);
}

export const withoutEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi, letterOf) : text;

function letterOf(whole: string, hex: string | undefined, decimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) return named[name] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isLetter ? String.fromCodePoint(code) : whole;
}

/** Those of XML, and the one that web pages pad empty cells with. A name like `__proto__` has more than 8 letters or is none of these. */
const named: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
});

/** `_x000D_` is how workbooks write letters that XML cannot hold: a carriage return. */
export const withoutEscapes = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
