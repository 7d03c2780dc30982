/** A resolved scenario in words: what it asks, what it is built on, and every value with its place and source. */
import { bilingual, type Language } from '../language.ts';
import type { ShownScenario } from '../scenario/show.ts';
import { textTable } from './text-table.ts';
import { titleIn } from './titles.ts';

export type ScenarioView = { readonly language: Language; readonly changedOnly: boolean };

export function scenarioText(shown: ShownScenario, { language, changedOnly }: ScenarioView): string {
  const say = words[language];
  const values = shown.values.filter(({ changed }) => changed || !changedOnly);
  const rows = values.map(({ path, from, value, unit, at, changed, source, illustrative }) => [
    changed ? '*' : '',
    path,
    from,
    value,
    unit,
    at,
    `${illustrative ? `${say.illustrative} ` : ''}${source}`,
  ]);
  const heads = ['', say.path, say.from, say.value, say.unit, say.place, say.source];
  return [
    `${shown.id}  ${titleIn(shown, language)}`,
    ...(shown.question ? [shown.question] : []),
    `${say.hash} ${shown.hash}`,
    `${say.files} ${shown.files.join(' → ')}`,
    `${say.method} ${shown.method}   ${say.catalogue} ${shown.catalogue || '–'}   ${say.policy} ${shown.policyFile}   ${say.weights} ${shown.weights || '–'}`,
    ...(shown.period ? [`${say.period} ${shown.period}`] : []),
    ...(shown.rebasedOn ? [say.rebased.replace('{id}', shown.rebasedOn)] : []),
    ...shown.excluded.map(({ rule, when, at }) => `${say.excluded} ${rule}: ${when}  ${at}`),
    '',
    textTable({ columns: heads.map(head => ({ head, align: 'left', widest: 44 })), rows, footer: [] }),
    say.star,
    '',
  ].join('\n');
}

const words = bilingual({
  zh: {
    hash: '指纹',
    files: '文件',
    method: '方法',
    catalogue: '分组方案',
    policy: '政策',
    weights: '权重表',
    period: '期间',
    rebased: '费率按 {id} 的价格水平调平（price.rebase: neutral）',
    excluded: '排除',
    path: '参数',
    from: '起始日',
    value: '值',
    unit: '单位',
    place: '位置',
    source: '出处',
    illustrative: '[示例]',
    star: '* 情景改动的参数；[示例] 转述或假设，未与原文核对',
  },
  en: {
    hash: 'hash',
    files: 'files',
    method: 'method',
    catalogue: 'catalogue',
    policy: 'policy',
    weights: 'weights',
    period: 'period',
    rebased: 'rates keep the price level of {id} (price.rebase: neutral)',
    excluded: 'excluded',
    path: 'parameter',
    from: 'from',
    value: 'value',
    unit: 'unit',
    place: 'place',
    source: 'source',
    illustrative: '[illustrative]',
    star: "* stated by the scenario; [illustrative] restated or assumed, not the region's own text",
  },
});
