/** Reading the fields of an entry: the kind each must have, and the nearest name for one that does not exist. */
import { UserError } from '../errors.ts';
import { type Place, placeText } from '../policy/leaf.ts';
import { nearest } from '../policy/nearest.ts';
import { type Entries, invalid, type List, type Written } from './written.ts';

/** Refuses any key that is none of `names`; `what` says where it stands (a scenario, a period ...). */
export function knownKeys(entries: Entries, names: readonly string[], what: { readonly zh: string; readonly en: string }): void {
  for (const [key, { at }] of entries.of) {
    if (names.includes(key)) continue;
    const near = nearest(key, names);
    throw new UserError(
      'SCENARIO_INVALID',
      { zh: `${what.zh}没有名为“${key}”的键`, en: `no key named "${key}" in ${what.en}` },
      {
        at: placeText(at),
        hint: near
          ? { zh: `是否想写 "${near}"？`, en: `Did you mean "${near}"?` }
          : { zh: `可用的键：${names.join('、')}。`, en: `Keys: ${names.join(', ')}.` },
      },
    );
  }
}

/** The text of a field; undefined when it is absent or null. */
export function textOf(entries: Entries, key: string): string | undefined {
  const value = entries.of.get(key);
  if (!value || isNull(value)) return undefined;
  if (value.kind === 'word' && typeof value.value === 'string') return value.value;
  throw invalid(value.at, { zh: `“${key}”应为文字`, en: `"${key}" must be text` });
}

export function requiredText(entries: Entries, key: string): string {
  const text = textOf(entries, key);
  if (text !== undefined && text !== '') return text;
  throw invalid(entries.of.get(key)?.at ?? entries.at, { zh: `缺少“${key}”`, en: `"${key}" is missing` });
}

export function entriesOf(entries: Entries, key: string): Entries | undefined {
  const value = entries.of.get(key);
  if (!value || isNull(value)) return undefined;
  if (value.kind === 'entries') return value;
  throw invalid(value.at, { zh: `“${key}”应为“键: 值”`, en: `"${key}" must be a map of keys and values` });
}

export function listOf(entries: Entries, key: string): List | undefined {
  const value = entries.of.get(key);
  if (!value || isNull(value)) return undefined;
  if (value.kind === 'list') return value;
  throw invalid(value.at, { zh: `“${key}”应为列表`, en: `"${key}" must be a list` });
}

export function textsOf(entries: Entries, key: string): readonly string[] | undefined {
  return listOf(entries, key)?.items.map(value => {
    if (value.kind === 'word' && typeof value.value === 'string') return value.value;
    throw invalid(value.at, { zh: `“${key}”的每一项应为文字`, en: `every entry of "${key}" must be text` });
  });
}

export function entriesIn(list: List | undefined, key: string): readonly Entries[] {
  return (list?.items ?? []).map(value => {
    if (value.kind === 'entries') return value;
    throw invalid(value.at, { zh: `“${key}”的每一项应为“键: 值”`, en: `every entry of "${key}" must be a map of keys and values` });
  });
}

/** Day number since 1970-01-01 of `2025-01-31`. */
export function dayOf(text: string, at: Place): number {
  const day = Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(day * 86_400_000).toISOString().startsWith(text)) return day;
  throw invalid(at, { zh: `不是日期：${text}`, en: `not a date: ${text}` }, { zh: '写作 2025-01-31。', en: 'Write it as 2025-01-31.' });
}

export const dateText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export const isNull = (value: Written): boolean => value.kind === 'word' && value.value === null;
