/** What `dip build` tells: how the history became groups, and what was assumed where the files could not tell. */
import { bilingual, type Language } from '../language.ts';
import type { DipAssumption, DipManifest } from './dip-manifest.ts';
import { count, percent } from './format.ts';

export function dipText(
  { id, years, stamp, mean, counts, parameters, assumptions, withoutColumns }: DipManifest,
  language: Language,
): string {
  const zh = language === 'zh';
  const words = assumptionWords[language];
  const missing = withoutColumns.join(zh ? '、' : ', ');
  const span = `${years[0]}-${years.at(-1)}`;
  const left = [
    ...(zh
      ? [
          [counts.beforeFirstYear, '早于所取年度'],
          [counts.withoutDate, '没有出院日期'],
          [counts.withoutCost, '没有费用'],
          [counts.withoutDiagnosis, '没有主要诊断'],
        ]
      : [
          [counts.beforeFirstYear, 'before the first year'],
          [counts.withoutDate, 'without a discharge date'],
          [counts.withoutCost, 'without a cost'],
          [counts.withoutDiagnosis, 'without a principal diagnosis'],
        ]),
  ].flatMap(([n, why]) => (n === 0 ? [] : [`${count(n as number)} ${why}`]));
  const lines = zh
    ? [
        ...(stamp === null ? [] : [stamp]),
        `${id}：${span} 共 ${count(counts.used)} 例，次均费用 ${mean} 元，年度权重 ${parameters.yearWeights.join(':')}`,
        ...(left.length > 0 ? [`未计入：${left.join('，')}`] : []),
        `核心病种 ${count(counts.core)} 个（≥ ${parameters.minCases} 例），${count(counts.coreStays)} 例，占 ${percent(counts.coreStays, counts.used)}`,
        `综合病种 ${count(counts.comprehensive)} 个，${count(counts.comprehensiveStays)} 例`,
        `基层病种 ${count(counts.grassroots)} 个；有辅助目录的病种 ${count(counts.withAuxiliary)} 个`,
        ...assumptions.map(one => `注意：${words[one]}${one === 'auxiliary_columns_missing' ? `：${missing}` : ''}`),
      ]
    : [
        ...(stamp === null ? [] : ['self-tested, not for settlement']),
        `${id}: ${count(counts.used)} stays of ${span}, mean cost ${mean} yuan, year weights ${parameters.yearWeights.join(':')}`,
        ...(left.length > 0 ? [`not counted: ${left.join(', ')}`] : []),
        `${count(counts.core)} core groups (${parameters.minCases} stays and more) hold ${count(counts.coreStays)} stays, ${percent(counts.coreStays, counts.used)}`,
        `${count(counts.comprehensive)} comprehensive groups hold ${count(counts.comprehensiveStays)} stays`,
        `${count(counts.grassroots)} grass-roots groups; ${count(counts.withAuxiliary)} groups with an auxiliary list`,
        ...assumptions.map(one => `note: ${words[one]}${one === 'auxiliary_columns_missing' ? `: ${missing}` : ''}`),
      ];
  return lines.map(line => `${line}\n`).join('');
}

const assumptionWords = bilingual<DipAssumption>({
  zh: {
    related_operations_all_count: '费用明细没有手术操作编码，不知道每项操作的费用，相关手术操作一律计入（规则为达到病例费用的 10% 才计）',
    procedure_types_by_chapter: '手术操作的类型按 ICD-9-CM-3 章节推定（data/dip/SOURCE.md）；有本地目录时用 --procedure-types',
    severity_signs_assumed: '疾病严重程度的体征编码为假设；有本地目录时用 --severity-signs',
    year_without_stays_left_out: '有的病种某一年没有病例：该年及其权重不参与平均',
    auxiliary_columns_missing: '文件没有所需的列，未建立辅助目录',
  },
  en: {
    related_operations_all_count:
      'item lines carry no operation codes, so what an operation cost is not known and every related operation counts (the rule: from 10 % of the cost of the stay)',
    procedure_types_by_chapter:
      'kinds of procedures follow the chapters of ICD-9-CM volume 3 (data/dip/SOURCE.md); give the local table with --procedure-types',
    severity_signs_assumed: 'the codes of the signs of severity are assumed; give the local table with --severity-signs',
    year_without_stays_left_out: 'some groups have no stay in one of the years: that year and its weight take no part in the mean',
    auxiliary_columns_missing: 'the files lack the columns of these auxiliary lists, which were not built',
  },
});
