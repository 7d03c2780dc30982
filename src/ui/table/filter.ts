/**
 * Which rows the filters keep: a row must agree with each of them. Each dictionary word is looked at once, rows only look up its mark.
 */
import type { Slow } from '../work.ts';
import type { Sheet, Words } from './sheet.ts';
import type { Filter } from './spec.ts';

type Filtered = { readonly sheet: Sheet; readonly filters: readonly Filter[]; readonly marked: ReadonlySet<number> };

export function* filterRows(rows: Uint32Array, { sheet, filters }: Filtered): Slow<Uint32Array> {
  let kept = rows;
  for (const [done, filter] of filters.entries()) {
    yield done / filters.length;
    kept = rowsWith(kept, sheet, filter);
  }
  return kept;
}

function rowsWith(rows: Uint32Array, sheet: Sheet, { text, inverse }: Filter): Uint32Array {
  const terms = folded(text)
    .split(' ')
    .filter(term => term !== '');
  if (terms.length === 0) return rows;
  // A row that lacks any of the terms is marked.
  const lacking = new Uint8Array(rows.length);
  for (const term of terms) markLacking(lacking, rows, { sheet, term });
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    if ((lacking[i] === 0) !== inverse) kept[count++] = rows[i]!;
  }
  return kept.slice(0, count);
}

/** Full-width and half-width, upper and lower case are the same to a reader. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

function markLacking(lacking: Uint8Array, rows: Uint32Array, { sheet, term }: { readonly sheet: Sheet; readonly term: string }): void {
  const has = new Uint8Array(rows.length);
  const [first, last] = sheet.idBegins?.(term) ?? [1, 0];
  for (let i = 0; i < rows.length; i++) has[i] = rows[i]! >= first && rows[i]! <= last ? 1 : 0;
  for (const { words } of sheet.columns) {
    const found = words && wordsWith(words, term);
    if (!found) continue;
    const { codeOf } = words;
    for (let i = 0; i < rows.length; i++) has[i]! |= found[codeOf(rows[i]!)]!;
  }
  for (let i = 0; i < rows.length; i++) lacking[i]! |= has[i] === 0 ? 1 : 0;
}

/** A mark per dictionary word; undefined when no word has the term. */
function wordsWith(words: Words, term: string): Uint8Array | undefined {
  const found = new Uint8Array(words.count);
  let any = false;
  for (let code = 0; code < words.count; code++) {
    if (!folded(words.searched?.(code) ?? words.word(code)).includes(term)) continue;
    found[code] = 1;
    any = true;
  }
  return any ? found : undefined;
}
