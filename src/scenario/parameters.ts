/**
 * What a chain of scenarios says about the policy: dotted path to values by date. A child replaces what a parent says about the same
 * path, whole; `null` takes the parent's word back, so that the policy's own value holds again. Source: scenario format, rules 1 to 3.
 */
import { UserError } from '../errors.ts';
import { type Leaf, type LeafValue, type Place, placeText, type Source } from '../policy/leaf.ts';
import { dateText, dayOf, entriesOf, isNull, knownKeys, textOf } from './fields.ts';
import type { ScenarioFile } from './read-scenario.ts';
import type { Dated } from './scenario.ts';
import { type Entries, invalid, plain, type Written } from './written.ts';

/** Sources that a word may name: those of the policy and of the whole chain. */
export type Sources = ReadonlyMap<string, Source>;

export function statedParameters(files: readonly ScenarioFile[], sources: Sources): Map<string, readonly Dated[]> {
  const stated = new Map<string, readonly Dated[]>();
  for (const { written } of files) {
    for (const [path, value] of entriesOf(written, 'parameters')?.of ?? []) {
      if (!isNull(value)) stated.set(path, datedOf(value, sources));
      else if (!stated.delete(path)) throw nothingToRemove(path, value.at);
    }
  }
  return stated;
}

/** One value for all days, or a list of values each with its `from`, in rising order. */
function datedOf(value: Written, sources: Sources): readonly Dated[] {
  if (value.kind === 'entries') return [{ from: undefined, leaf: leafOf(value, sources) }];
  if (value.kind === 'word') throw bare(value.at);
  const dated = value.items.map(entry => {
    if (entry.kind !== 'entries') throw bare(entry.at);
    const from = textOf(entry, 'from');
    if (from === undefined) throw invalid(entry.at, { zh: '按日期的数值缺少 from', en: 'a dated value needs `from`' });
    return { from: dayOf(from, entry.of.get('from')!.at), leaf: leafOf(entry, sources) };
  });
  const late = dated.findIndex(({ from }, i) => i > 0 && from <= dated[i - 1]!.from);
  if (late > 0) {
    const day = dateText(dated[late]!.from);
    throw invalid(dated[late]!.leaf.at, { zh: `from 应逐个推后：${day}`, en: `every \`from\` must be later than the one before: ${day}` });
  }
  if (dated.length === 0) throw bare(value.at);
  return dated;
}

function leafOf(entry: Entries, sources: Sources): Leaf {
  knownKeys(entry, ['value', 'unit', 'source', 'from'], { zh: '参数', en: 'a parameter' });
  const { at } = entry;
  const written = entry.of.get('value');
  if (!written) throw missing(at, 'value');
  if (written.kind === 'entries') throw bare(written.at);
  const value = plain(written) as LeafValue;
  const source = textOf(entry, 'source');
  if (source === undefined) throw missing(at, 'source');
  const unit = textOf(entry, 'unit');
  if (unit === undefined && isNumber(value)) throw missing(at, 'unit');
  // `rule` stands in the unit of a word; the policy vocabulary knows units of numbers only.
  return { value, unit: unit === 'rule' ? undefined : unit, source: sourceOf(source, sources, entry.of.get('source')!.at), at };
}

/** The id of a declared source, the word `assumption`, or the document written out. */
function sourceOf(text: string, sources: Sources, at: Place): Source {
  const declared = sources.get(text);
  if (declared) return declared;
  if (text === 'assumption') return { id: text, type: 'assumption', title: text };
  // A single word is meant as an id; taking a slip for a document would hide it.
  if (/^[\w-]+$/.test(text)) {
    throw new UserError(
      'PARAMETER_INVALID',
      { zh: `没有名为“${text}”的来源`, en: `no source named "${text}"` },
      {
        at: placeText(at),
        hint: {
          zh: `在 sources 中声明，或写出文件名称。已有：${[...sources.keys()].join('、') || '无'}。`,
          en: `Declare it under sources, or write the document out. Declared: ${[...sources.keys()].join(', ') || 'none'}.`,
        },
      },
    );
  }
  return { id: '', type: 'local_doc', title: text };
}

const isNumber = (value: LeafValue): boolean =>
  Array.isArray(value) || typeof value === 'number' || (typeof value === 'string' && /^[+-]?[\d.]+$/.test(value));

const missing = (at: Place, what: 'value' | 'unit' | 'source') =>
  new UserError(
    'PARAMETER_INVALID',
    { zh: `参数缺少 ${what}`, en: `the parameter has no ${what}` },
    { at: placeText(at), hint: howToWrite },
  );

const bare = (at: Place) =>
  new UserError(
    'PARAMETER_INVALID',
    { zh: '参数应写明数值、单位和来源', en: 'a parameter is written with its value, unit and source' },
    { at: placeText(at), hint: howToWrite },
  );

const howToWrite = {
  zh: '写作 {value: "0.30", unit: ratio, source: assumption}。',
  en: 'Write {value: "0.30", unit: ratio, source: assumption}.',
};

const nothingToRemove = (path: string, at: Place) =>
  invalid(
    at,
    { zh: `上级情景没有设置 ${path}，无可删除`, en: `no parent states ${path}, so there is nothing to remove` },
    {
      zh: '要停用政策中的规则，请写 {value: null, unit, source}。',
      en: 'To switch a rule of the policy off, write {value: null, unit, source}.',
    },
  );
