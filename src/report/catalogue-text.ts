/** A catalogue in words: its counts, and what is irregular in its tables. */
import type { CatalogueCounts, Irregularity, IrregularityKind } from '../../grouper/index.ts';
import { bilingual, type Language } from '../language.ts';
import { count } from './format.ts';
import { textTable } from './text-table.ts';

export type CatalogueView = {
  readonly id: string;
  readonly title: string;
  readonly counts: CatalogueCounts;
  readonly irregularities: readonly Irregularity[];
};

export function catalogueText({ id, title, counts, irregularities }: CatalogueView, language: Language): string {
  const { kinds, ...plain } = counts;
  const figures = [
    ...Object.entries(plain).map(([name, n]) => [countWords[language][name as CountName], count(n)]),
    ...Object.entries(kinds).map(([kind, n]) => [
      `${countWords[language].adrg} · ${kindWords[language][kind as keyof CatalogueCounts['kinds']]}`,
      count(n),
    ]),
  ];
  const odd = irregularities.map(({ kind, where, codes }) => [
    oddWords[language][kind],
    where,
    count(codes.length),
    codes.slice(0, 3).join(' '),
  ]);
  return [
    `${id}  ${title}`,
    '',
    textTable({
      columns: [left(language === 'zh' ? '内容' : 'what'), right(language === 'zh' ? '数' : 'count')],
      rows: figures,
      footer: [],
    }),
    '',
    ...(odd.length === 0
      ? []
      : [
          textTable({
            columns:
              language === 'zh'
                ? [left('异常'), left('位置'), right('个数'), left('例')]
                : [left('irregular'), left('where'), right('count'), left('e.g.')],
            rows: odd,
            footer: [],
          }),
          '',
        ]),
  ].join('\n');
}

const left = (head: string) => ({ head, align: 'left' as const, widest: 60 });
const right = (head: string) => ({ head, align: 'right' as const });

type CountName = Exclude<keyof CatalogueCounts, 'kinds'>;
const countWords = bilingual<CountName>({
  zh: {
    mdc: '主要诊断大类 MDC',
    mdcDiagnoses: 'MDC 主诊表条目',
    adrgRows: '核心组规则行',
    adrg: '核心组 ADRG',
    activeAmbiguousRows: '启用的歧义组规则',
    adrgDiagnoses: '核心组诊断条目',
    adrgProcedures: '核心组手术操作条目',
    drg: '细分组 DRG',
    mcc: '严重并发症合并症 MCC',
    cc: '一般并发症合并症 CC',
    exclusionCodes: '排除表主诊编码',
    exclusionGroups: '排除表',
    validProcedures: '有效手术操作',
    notGroupedDiagnoses: '不作为分组规则的诊断',
    notGroupedProcedures: '不作为分组规则的手术操作',
  },
  en: {
    mdc: 'MDC',
    mdcDiagnoses: 'principal diagnoses of MDCs',
    adrgRows: 'ADRG rows',
    adrg: 'ADRG',
    activeAmbiguousRows: 'active ambiguous rows',
    adrgDiagnoses: 'diagnoses of ADRGs',
    adrgProcedures: 'procedures of ADRGs',
    drg: 'DRG',
    mcc: 'MCC',
    cc: 'CC',
    exclusionCodes: 'principal diagnoses of exclusion groups',
    exclusionGroups: 'exclusion groups',
    validProcedures: 'valid procedures',
    notGroupedDiagnoses: 'diagnoses not used for grouping',
    notGroupedProcedures: 'procedures not used for grouping',
  },
});

const kindWords = bilingual<keyof CatalogueCounts['kinds']>({
  zh: { surgery: '外科手术', procedure: '非手术室操作', medical: '内科诊断', ambiguous: '歧义' },
  en: { surgery: 'surgery', procedure: 'procedure', medical: 'medical', ambiguous: 'ambiguous' },
});

const oddWords = bilingual<IrregularityKind>({
  zh: {
    outside_own_mdc: '主诊不在本 MDC 主诊表',
    in_several_mdcs: '主诊在多个 MDC',
    not_valid_procedure: '规则用到、但不是有效手术操作',
    never_true: '条件永不成立',
    never_reached: '排在恒真之后',
    without_drg: '没有细分组',
    open_chain: '细分组可能都不成立',
    excludes_nothing: '排除表没有主诊',
  },
  en: {
    outside_own_mdc: 'principal diagnosis outside its own MDC',
    in_several_mdcs: 'principal diagnosis of several MDCs',
    not_valid_procedure: 'used by a rule, no valid procedure',
    never_true: 'never true',
    never_reached: 'behind one that is always true',
    without_drg: 'no DRG',
    open_chain: 'chain may end without a DRG',
    excludes_nothing: 'exclusion group without principal diagnosis',
  },
});
