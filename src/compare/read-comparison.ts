/** A comparison file: the baseline, the reforms beside it, and the outputs asked for. Scenario files are named relative to it. */
import { both } from '../policy/mistakes.ts';
import { type Entries, isNull } from '../policy/written.ts';
import { entriesOf, knownKeys, placeOf, readEntries, requiredText, textOf, textsOf } from '../scenario/fields.ts';
import { invalid } from '../scenario/invalid.ts';
import { folderOf, insideProject, rootOf } from '../scenario/project-path.ts';
import { type Dimension, dimensions } from './comparison.ts';

export type ComparisonFile = {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | undefined;
  /** Paths like the one of the comparison itself. */
  readonly baseline: string;
  readonly reforms: readonly string[];
  readonly seed: number | undefined;
  /** Dimensions to print, in this order; all of them when the file does not say. */
  readonly by: readonly Dimension[];
};

export const comparisonKeys = ['schema', 'id', 'title', 'title_en', 'baseline', 'reforms', 'seed', 'outputs'] as const;
const laterOutputs = ['winners', 'movers', 'decomposition', 'bridge', 'tornado', 'break_even', 'bootstrap', 'stays'] as const;

export function readComparison(path: string, readText: (path: string) => string): ComparisonFile {
  const file = path.replaceAll('\\', '/').replace(/^\.\//, '');
  const written = readEntries(readText(file), file);
  knownKeys(written, comparisonKeys, both('比较文件', 'a comparison'));
  const schema = requiredText(written, 'schema');
  if (schema !== 'comparison/1') {
    throw invalid(placeOf(written, 'schema'), both(`不是比较文件：schema 为 ${schema}`, `not a comparison: the schema is ${schema}`));
  }
  const scenario = (named: string, key: 'baseline' | 'reforms'): string =>
    insideProject(named, folderOf(file), { root: rootOf(file), at: placeOf(written, key) });
  return {
    file,
    id: requiredText(written, 'id'),
    title: textOf(written, 'title') ?? requiredText(written, 'id'),
    titleEn: textOf(written, 'title_en'),
    baseline: scenario(requiredText(written, 'baseline'), 'baseline'),
    reforms: (textsOf(written, 'reforms') ?? []).map(named => scenario(named, 'reforms')),
    seed: seedOf(written),
    by: outputsOf(written),
  };
}

function seedOf(written: Entries): number | undefined {
  const seed = written.of.get('seed');
  if (!seed || isNull(seed)) return undefined;
  if (seed.kind === 'word' && typeof seed.value === 'number') return seed.value;
  throw invalid(seed.at, both('seed 应为整数', 'the seed must be a whole number'));
}

function outputsOf(written: Entries): readonly Dimension[] {
  const outputs = entriesOf(written, 'outputs');
  if (!outputs) return dimensions;
  for (const key of laterOutputs) {
    const asked = outputs.of.get(key);
    if (!asked) continue;
    throw invalid(
      asked.at,
      both(`输出 ${key} 尚未实现`, `the output ${key} is not built yet`),
      both('目前可用：totals。', 'Built: totals.'),
    );
  }
  knownKeys(outputs, ['totals', ...laterOutputs], both('输出（outputs）', 'the outputs'));
  const totals = entriesOf(outputs, 'totals');
  if (!totals) return dimensions;
  knownKeys(totals, ['by'], both('汇总（totals）', 'the totals'));
  return (textsOf(totals, 'by') ?? dimensions).map(name => {
    const dimension = dimensions.find(known => known === name);
    if (dimension) return dimension;
    throw invalid(
      placeOf(totals, 'by'),
      both(`没有名为“${name}”的维度`, `no dimension named "${name}"`),
      both(`可用：${dimensions.join('、')}。`, `Choose from ${dimensions.join(', ')}.`),
    );
  });
}
