/** Whether a filter may name a person: then logs leave it out. */
import { folded } from './folded.ts';
import type { Column, Sheet } from './sheet.ts';
import type { Filter } from './spec.ts';

/** It looks at a column whose values stand for people, or its text is part of the name or id of one. */
export function mayName({ is, column, text }: Filter, sheet: Sheet): boolean {
  if (is === 'marked') return false;
  if (column !== undefined) return sheet.columns.some(({ key, identifier }) => key === column && identifier);
  const identifiers = sheet.columns.filter(({ identifier }) => identifier);
  return folded(text)
    .split(' ')
    .filter(Boolean)
    .some(term => beginsId(sheet, term) || identifiers.some(one => names(one, term)));
}

function beginsId({ idBegins }: Sheet, term: string): boolean {
  const [first, last] = idBegins?.(term) ?? [1, 0];
  return first <= last;
}

function names({ words }: Column, term: string): boolean {
  if (!words) return false;
  for (let code = 0; code < words.count; code++) {
    if (folded(words.searched?.(code) ?? words.word(code)).includes(term)) return true;
  }
  return false;
}
