/** Where numbers come from, as a policy or a scenario declares it under `sources`: what kind of document, its title, its date. */
import type { ErrorCode } from '../errors.ts';
import type { Source, SourceType } from './leaf.ts';
import { both, mistake } from './mistakes.ts';
import { requiredText } from './required-text.ts';
import type { Entries, Written } from './written.ts';

const types: readonly SourceType[] = ['official', 'local_doc', 'restated', 'assumption'];
const keys = ['type', 'title', 'date'];

/** What a file lists under `sources`. */
export function sourcesOf({ of, at }: Entries, code: ErrorCode): ReadonlyMap<string, Source> {
  const sources = of.get('sources');
  if (sources?.kind === 'entries') return new Map([...sources.of].map(([id, written]) => [id, sourceOf(id, written, code)]));
  const example = 'sources: {name: {type: restated, title: "..."}}';
  throw mistake(code, sources?.at ?? at, both('缺少 sources', 'sources are missing'), both(`写成 ${example}。`, `Write ${example}.`));
}

/** `code` is that of the file: POLICY_INVALID, SCENARIO_INVALID. */
export function sourceOf(id: string, written: Written, code: ErrorCode): Source {
  const { at } = written;
  const said = written.kind === 'entries' ? written.of : new Map<string, Written>();
  const odd = [...said].find(([key]) => !keys.includes(key));
  if (odd) {
    const text = both(`来源“${id}”里没有“${odd[0]}”这一项`, `"${odd[0]}" is not part of the source "${id}"`);
    throw mistake(code, odd[1].at, text, both('来源由 type、title、date 组成。', 'A source has type, title and date.'));
  }
  const type = types.find(known => known === requiredText(said.get('type'), `sources.${id}.type`, { above: at, code }));
  if (!type) {
    const hint = both(`可用：${types.join('、')}。`, `Known: ${types.join(', ')}.`);
    throw mistake(code, said.get('type')!.at, both(`来源“${id}”的类型未知`, `source "${id}" has an unknown type`), hint);
  }
  const title = requiredText(said.get('title'), `sources.${id}.title`, { above: at, code });
  const date = said.get('date');
  return { id, type, title, ...(date ? { date: requiredText(date, `sources.${id}.date`, { above: at, code }) } : {}) };
}
