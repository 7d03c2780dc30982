/**
 * What a chain of scenarios says about the policy: dotted path to values by date. A child replaces what a parent says about the same
 * path, whole; `null` takes the parent's word back, so that the policy's own value holds again. Source: scenario format, rules 1 to 3.
 */
import { dateText } from '../policy/day.ts';
import type { Leaf, LeafValue, Place, Source } from '../policy/leaf.ts';
import { both, mistake } from '../policy/mistakes.ts';
import { type Entries, isNull, plain, type Written } from '../policy/written.ts';
import { entriesOf, knownKeys, placeOf, requiredDay, textOf } from './fields.ts';
import { invalid } from './invalid.ts';
import type { ScenarioFile } from './read-scenario.ts';
import type { Dated } from './scenario.ts';

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

/** One value for all days (or from its `from`), or a list of values each with its `from`, in rising order. */
function datedOf(value: Written, sources: Sources): readonly Dated[] {
  if (value.kind === 'entries')
    return [{ from: value.of.has('from') ? requiredDay(value, 'from') : undefined, leaf: leafOf(value, sources) }];
  if (value.kind === 'word') throw bare(value.at);
  const dated = value.items.map(entry => {
    if (entry.kind !== 'entries') throw bare(entry.at);
    return { from: requiredDay(entry, 'from'), leaf: leafOf(entry, sources) };
  });
  const late = dated.findIndex(({ from }, i) => i > 0 && from <= dated[i - 1]!.from);
  if (late > 0) {
    const day = dateText(dated[late]!.from);
    throw invalid(
      dated[late]!.leaf.at,
      both(`from 应逐个推后：${day}`, `every \`from\` must be later than the one before: ${day}`),
      inOrder,
    );
  }
  if (dated.length === 0) throw bare(value.at);
  return dated;
}

function leafOf(entry: Entries, sources: Sources): Leaf {
  knownKeys(entry, ['value', 'unit', 'source', 'from'], both('参数', 'a parameter'));
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
  return { value, unit: unit === 'rule' ? undefined : unit, source: sourceOf(source, sources, placeOf(entry, 'source')), at };
}

/** The id of a declared source, the word `assumption`, or the document written out. */
function sourceOf(text: string, sources: Sources, at: Place): Source {
  const declared = sources.get(text);
  if (declared) return declared;
  if (text === 'assumption') return { id: text, type: 'assumption', title: text };
  // A single word is meant as an id; taking a slip for a document would hide it.
  if (/^[\w-]+$/.test(text)) {
    const ids = [...sources.keys()];
    throw mistake(
      'PARAMETER_INVALID',
      at,
      both(`没有名为“${text}”的来源`, `no source named "${text}"`),
      both(
        `在 sources 中声明，或写出文件名称。已有：${ids.join('、') || '无'}。`,
        `Declare it under sources, or write the document out. Declared: ${ids.join(', ') || 'none'}.`,
      ),
    );
  }
  return { id: '', type: 'local_doc', title: text };
}

const isNumber = (value: LeafValue): boolean =>
  Array.isArray(value) || typeof value === 'number' || (typeof value === 'string' && /^[+-]?[\d.]+$/.test(value));

const missing = (at: Place, what: 'value' | 'unit' | 'source') =>
  mistake('PARAMETER_INVALID', at, both(`参数缺少 ${what}`, `the parameter has no ${what}`), howToWrite);

const bare = (at: Place) =>
  mistake(
    'PARAMETER_INVALID',
    at,
    both('参数应写明数值、单位和来源', 'a parameter is written with its value, unit and source'),
    howToWrite,
  );

const howToWrite = both(
  '写作 {value: "0.30", unit: ratio, source: assumption}。',
  'Write {value: "0.30", unit: ratio, source: assumption}.',
);

const inOrder = both('按日期从早到晚排列。', 'Put the earliest day first.');

const nothingToRemove = (path: string, at: Place) =>
  invalid(
    at,
    both(`上级情景没有设置 ${path}，无可删除`, `no parent states ${path}, so there is nothing to remove`),
    both(
      '要停用政策中的规则，请写 {value: null, unit, source}。',
      'To switch a rule of the policy off, write {value: null, unit, source}.',
    ),
  );
