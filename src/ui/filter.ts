/**
 * Which rows a filter text keeps: every blank-separated word of it must stand in some word column (or begin the row's id);
 * `!` before the text keeps the others. Each dictionary word is looked at once, rows only look up its mark.
 */
import type { Sheet } from './sheet.ts';

export function filterRows(rows: Uint32Array, sheet: Sheet, text: string): Uint32Array {
  const inverted = /^[!！]/.test(text);
  const terms = folded(inverted ? text.slice(1) : text)
    .split(' ')
    .filter(term => term !== '');
  if (terms.length === 0) return rows;
  const tests = terms.map(term => testOf(sheet, term));
  return rows.filter(row => tests.every(test => test(row)) !== inverted);
}

/** Full-width and half-width, upper and lower case are the same to a reader. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

function testOf(sheet: Sheet, term: string): (row: number) => boolean {
  const marked = sheet.columns.flatMap(({ words }) => {
    if (!words) return [];
    const marks = new Uint8Array(words.count);
    let any = false;
    for (let code = 0; code < words.count; code++) {
      if (!folded(words.searched?.(code) ?? words.word(code)).includes(term)) continue;
      marks[code] = 1;
      any = true;
    }
    return any ? [{ marks, codeOf: words.codeOf }] : [];
  });
  const [first, last] = sheet.idBegins?.(term) ?? [1, 0];
  return row => (row >= first && row <= last) || marked.some(({ marks, codeOf }) => marks[codeOf(row)] === 1);
}
