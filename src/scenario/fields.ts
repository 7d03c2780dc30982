/** The fields of a scenario or comparison file: the kind each must have, and the nearest name for one that does not exist. */
import type { Text } from '../errors.ts';
import { dayOf } from '../policy/day.ts';
import { both, didYouMean } from '../policy/mistakes.ts';
import { nearest } from '../policy/nearest.ts';
import { type Entries, isNull, type List, readWritten } from '../policy/written.ts';
import { invalid } from './invalid.ts';

/** The entries of a whole file. */
export function readEntries(text: string, file: string): Entries {
  const written = readWritten(text, file, 'SCENARIO_INVALID');
  if (written.kind === 'entries') return written;
  throw invalid(written.at, both('文件应由“键: 值”组成', 'the file must be a map of keys and values'));
}

/** Refuses any key that is none of `names`; `what` says where it stands (a scenario, a period ...). */
export function knownKeys(entries: Entries, names: readonly string[], what: Text): void {
  for (const [key, { at }] of entries.of) {
    if (names.includes(key)) continue;
    throw invalid(at, both(`${what.zh}没有名为“${key}”的键`, `no key named "${key}" in ${what.en}`), didYouMean(nearest(key, names)!));
  }
}

/** The text of a field; undefined when it is absent or null. */
export function textOf(entries: Entries, key: string): string | undefined {
  const value = entries.of.get(key);
  if (!value || isNull(value)) return undefined;
  if (value.kind === 'word' && typeof value.value === 'string') return value.value;
  throw invalid(value.at, both(`“${key}”应为文字`, `"${key}" must be text`), quoted);
}

export function requiredText(entries: Entries, key: string): string {
  const text = textOf(entries, key);
  if (text !== undefined && text !== '') return text;
  throw invalid(placeOf(entries, key), both(`缺少“${key}”`, `"${key}" is missing`));
}

/** Day number since 1970-01-01. */
export function requiredDay(entries: Entries, key: string): number {
  const text = requiredText(entries, key);
  const day = dayOf(text);
  if (day !== undefined) return day;
  throw invalid(
    placeOf(entries, key),
    both(`不是日期：${text}`, `not a date: ${text}`),
    both('写作 2025-01-31。', 'Write it as 2025-01-31.'),
  );
}

export function entriesOf(entries: Entries, key: string): Entries | undefined {
  const value = entries.of.get(key);
  if (!value || isNull(value)) return undefined;
  if (value.kind === 'entries') return value;
  throw invalid(value.at, both(`“${key}”应为“键: 值”`, `"${key}" must be a map of keys and values`));
}

export function listOf(entries: Entries, key: string): List | undefined {
  const value = entries.of.get(key);
  if (!value || isNull(value)) return undefined;
  if (value.kind === 'list') return value;
  throw invalid(value.at, both(`“${key}”应为列表`, `"${key}" must be a list`));
}

export function textsOf(entries: Entries, key: string): readonly string[] | undefined {
  return listOf(entries, key)?.items.map(value => {
    if (value.kind === 'word' && typeof value.value === 'string') return value.value;
    throw invalid(value.at, both(`“${key}”的每一项应为文字`, `every entry of "${key}" must be text`), quoted);
  });
}

export function entriesIn(list: List | undefined, key: string): readonly Entries[] {
  return (list?.items ?? []).map(value => {
    if (value.kind === 'entries') return value;
    throw invalid(value.at, both(`“${key}”的每一项应为“键: 值”`, `every entry of "${key}" must be a map of keys and values`));
  });
}

const quoted = both('写成文字；数字要加引号。', 'Write text; a number must be quoted.');

/** Where a field stands, or should. */
export const placeOf = (entries: Entries, key: string) => (entries.of.get(key) ?? entries).at;
