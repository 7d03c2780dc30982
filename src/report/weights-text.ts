/** The quality of a calibration in words: one sentence first, then what to beware of, how it was made, and the groups that spread most. */
import { bilingual, type Language } from '../language.ts';
import { Decimal } from '../money.ts';
import type { BudgetRate } from '../payment/history/budget-rate.ts';
import type { CalibratedGroup, Calibration } from '../payment/history/calibrate.ts';
import { type LeftOut, leftOut } from '../payment/history/history.ts';
import type { Caution, Quality } from '../payment/history/quality.ts';
import { writtenCmi, writtenWeight } from '../payment/history/written.ts';
import { count, percent } from './format.ts';
import { textTable } from './text-table.ts';

export type WeightsReport = {
  readonly catalogue: string;
  readonly calibration: Calibration;
  readonly quality: Quality;
  readonly rate: BudgetRate | undefined;
  readonly hospitals: number;
  readonly digits: number;
  readonly trim: string;
};

export function weightsText(report: WeightsReport, language: Language): string {
  const say = words[language];
  const { calibration, quality, rate } = report;
  return [
    sentence(report, language),
    ...quality.cautions.map(caution => `  ! ${fill(say[caution], cautionFigures(report))}`),
    '',
    ...figures(report, language),
    ...(byPlace.has(report.trim) ? [say.quantile] : []),
    ...(rate ? ['', ...rateLines(rate, language)] : []),
    ...widest(calibration.groups, report.digits, language),
    '',
  ].join('\n');
}

/** Ways to trim that ask for the cost at a place among the others. */
const byPlace = new Set(['iqr', 'iqr-low', 'quantile', 'winsorise']);

export function sentence({ calibration, quality, hospitals }: WeightsReport, language: Language): string {
  const { kept, years, riv } = calibration;
  const borrowed = quality.sources.borrowed + quality.sources.reference;
  return fill(words[language].sentence, {
    ...{ stays: count(kept), hospitals: count(hospitals), weighted: count(quality.weighted), listed: count(quality.listed) },
    ...{ stable: count(quality.stable), borrowed: count(borrowed), riv: shown(riv) },
    years: years ? `${years.years[0]}–${years.years.at(-1)}` : words[language].allYears,
  });
}

function cautionFigures({ calibration: { scale, used }, quality, hospitals }: WeightsReport): Record<string, string> {
  return {
    ...{ hospitals: count(hospitals), trimmed: percent(quality.trimmed, used), missing: count(quality.listed - quality.weighted) },
    ...{ previous: shown(scale.previous), reference: shown(scale.reference) },
  };
}

function figures({ catalogue, calibration, quality, trim, digits }: WeightsReport, language: Language): readonly string[] {
  const say = words[language];
  const { read, used, kept, left, meanCost, years, riv, cmi, groups } = calibration;
  const lost = leftOut.filter(reason => left[reason] > 0).map((reason: LeftOut) => `${say[reason]} ${count(left[reason])}`);
  const { sources, lent } = quality;
  const rows = [
    [say.catalogue, catalogue],
    [
      say.stays,
      `${count(read)} = ${say.used} ${count(used)} + ${say.left} ${count(read - used)}${lost.length > 0 ? `（${lost.join('，')}）` : ''}`,
    ],
    [say.trim, `${trim}：${say.trimmed} ${count(quality.trimmed)}，${say.kept} ${count(kept)}`],
    [say.years, years ? years.years.map((year, i) => `${year} × ${years.shares[i]}`).join('，') : say.alike],
    [say.mean, meanCost.div(100).toFixed(2, Decimal.ROUND_HALF_UP)],
    [say.riv, shown(riv)],
    [say.cmi, `${shown(cmi, 6)}；${say.printed} ${shown(writtenCmi(groups, digits), 6)}`],
    [
      say.sources,
      `${say.computed} ${sources.computed}，${say.fromAdrg} ${lent.adrg}，${say.fromPrevious} ${lent.previous}，${say.fromReference} ${lent.reference}，${say.none} ${sources.none}`,
    ],
    [
      say.groups,
      `${say.withCases} ${quality.withCases} / ${quality.listed}，${say.isStable} ${quality.stable}，CV > 1：${quality.spreadWide}`,
    ],
  ];
  return rows.map(([head, body]) => `${head}: ${inLanguage(body!, language)}`);
}

function rateLines({ fund, share, total, weight, rate }: BudgetRate, language: Language): readonly string[] {
  const say = words[language];
  const yuan = (of: Decimal): string => of.toFixed(2, Decimal.ROUND_HALF_UP);
  const basis = share ? `${yuan(fund)} ÷ ${share.toFixed()} = ${yuan(total)}` : `${yuan(fund)} (${say.fundBasis})`;
  return [`${say.rate}: ${yuan(rate)} = ${yuan(total)} ÷ ${weight.toFixed(4, Decimal.ROUND_HALF_UP)}`, `  ${say.budget}: ${basis}`];
}

const WIDEST = 10;

function widest(groups: readonly CalibratedGroup[], digits: number, language: Language): readonly string[] {
  const say = words[language];
  const spread = groups
    .filter(({ kept, cv }) => kept > 1 && cv !== undefined)
    .sort((a, b) => b.cv!.comparedTo(a.cv!) || (a.drg < b.drg ? -1 : 1))
    .slice(0, WIDEST);
  if (spread.length === 0) return [];
  const columns = [say.drg, say.name, say.cases, 'CV', say.weight, say.source].map((head, i) => ({
    head,
    align: i === 2 || i === 3 || i === 4 ? ('right' as const) : ('left' as const),
    widest: 40,
  }));
  const rows = spread.map(({ drg, name, kept, cv, weight, source, from }) => [
    ...[drg, name, count(kept), shown(cv), weight ? writtenWeight(weight, digits) : '–'],
    from ? inLanguage(`${say[source]}（${say[from]}）`, language) : say[source],
  ]);
  return ['', say.widest, textTable({ columns, rows, footer: [] })];
}

const shown = (of: Decimal | undefined, digits = 4): string => of?.toFixed(digits, Decimal.ROUND_HALF_UP) ?? '–';

const fill = (text: string, figures: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => figures[name] ?? whole);

/** Marks between figures as the language has them. */
const inLanguage = (text: string, language: Language): string =>
  language === 'zh'
    ? text
    : text.replaceAll('（', ' (').replaceAll('）', ')').replaceAll('，', ', ').replaceAll('：', ': ').replaceAll('；', '; ');

const zhCautions: Record<Caution, string> = {
  self_tested: '自测，不可用于结算：权重来自将要结算的同一批文件',
  one_hospital: '历史只有 {hospitals} 家可识别的医院，不代表区域',
  trimmed_much: '裁剪 {trimmed}，超过 8%',
  riv_low: 'RIV 低于 0.70：病组之间的差别解释费用不足',
  previous_scale: '上年表的标尺与本表不同（本表 ÷ 上年表 = {previous}），可加 --to-scale 换算',
  reference_scale: '参考表的标尺与本表不同（本表 ÷ 参考表 = {reference}），可加 --to-scale 换算',
  groups_missing: '{missing} 个病组没有权重：不定价，不是零',
};
const enCautions: Record<Caution, string> = {
  self_tested: 'Self-tested, not for settlement: the weights come from the very files to be settled',
  one_hospital: 'the history has {hospitals} hospital(s) that can be told apart: not a region',
  trimmed_much: '{trimmed} trimmed, above 8%',
  riv_low: 'RIV below 0.70: differences between groups explain too little of the cost',
  previous_scale: "last year's table is on another scale (this ÷ that = {previous}); --to-scale converts",
  reference_scale: 'the reference table is on another scale (this ÷ that = {reference}); --to-scale converts',
  groups_missing: '{missing} groups have no weight: no price, not zero',
};

const words = bilingual({
  zh: {
    ...zhCautions,
    sentence:
      '{stays} 例（{years}，{hospitals} 家医院）得出 {listed} 个病组中 {weighted} 个的权重：RIV {riv}，{stable} 组稳定，{borrowed} 组借用。',
    allYears: '不分年度',
    catalogue: '分组方案',
    stays: '病例',
    used: '可用',
    left: '不计',
    ungrouped: '未入组或歧义',
    no_cost: '没有费用',
    zero_cost: '费用为 0',
    no_date: '没有出院日期',
    other_year: '其他年度',
    trim: '裁剪',
    trimmed: '裁剪',
    kept: '保留',
    years: '年度权重',
    alike: '各年相同',
    mean: '次均费用（元）',
    riv: 'RIV',
    cmi: 'Σ W·n ÷ n',
    printed: '按印出的位数',
    sources: '权重来源',
    computed: '测算',
    borrowed: '借用',
    reference: '参考表',
    none: '无',
    adrg: 'ADRG 均值',
    previous: '上年表',
    fromAdrg: 'ADRG 均值',
    fromPrevious: '上年表',
    fromReference: '参考表',
    groups: '病组',
    withCases: '有病例',
    isStable: '稳定',
    rate: '费率（元/权重）',
    budget: '预算总费用（元）',
    fundBasis: '基金口径',
    quantile: '分位数: n 个升序费用的第 (n−1)·p 位，相邻两例之间取直线（同 Excel PERCENTILE.INC）；界上的病例保留',
    widest: '费用最分散的病组（CV 按总体标准差）',
    drg: '病组',
    name: '名称',
    cases: '例数',
    weight: '权重',
    source: '来源',
  },
  en: {
    ...enCautions,
    sentence:
      '{stays} stays ({years}, {hospitals} hospitals) give weights to {weighted} of {listed} groups: RIV {riv}, {stable} stable, {borrowed} borrowed.',
    allYears: 'all years alike',
    catalogue: 'catalogue',
    stays: 'stays',
    used: 'used',
    left: 'left out',
    ungrouped: 'ungrouped or ambiguous',
    no_cost: 'no cost',
    zero_cost: 'cost 0',
    no_date: 'no date of discharge',
    other_year: 'other years',
    trim: 'trimming',
    trimmed: 'trimmed',
    kept: 'kept',
    years: 'year shares',
    alike: 'all alike',
    mean: 'mean cost (CNY)',
    riv: 'RIV',
    cmi: 'Σ W·n ÷ n',
    printed: 'with the printed digits',
    sources: 'weights from',
    computed: 'own cases',
    borrowed: 'borrowed',
    reference: 'reference table',
    none: 'none',
    adrg: 'ADRG mean',
    previous: "last year's table",
    fromAdrg: 'ADRG mean',
    fromPrevious: "last year's table",
    fromReference: 'reference table',
    groups: 'groups',
    withCases: 'with stays',
    isStable: 'stable',
    rate: 'rate (CNY per weight)',
    budget: 'budgeted total cost (CNY)',
    fundBasis: 'fund basis',
    quantile:
      'quantiles: place (n−1)·p among n sorted costs, straight between neighbours (as PERCENTILE.INC of Excel); a cost at a bound is kept',
    widest: 'groups that spread most (CV by the population deviation)',
    drg: 'group',
    name: 'name',
    cases: 'cases',
    weight: 'weight',
    source: 'from',
  },
});
