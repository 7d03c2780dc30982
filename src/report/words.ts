/** Every word of the reports, in both languages; `{name}` stands for what is filled in. */
import { bilingual, type Language } from '../language.ts';

export const words = bilingual({
  zh: {
    // comparison
    answer: '改{reform}比{baseline}，医院差额 {margin} 万元（占总费用 {share}）；{groups}{patient}。',
    gainsLoses: '{gain} 个{dimension}增加，{lose} 个减少；',
    patientSame: '病人负担不变',
    patientMoves: '病人负担 {patient} 万元',
    patientUnknown: '病人负担未知（数据没有个人支付）',
    onlyBaseline: '{baseline}：医院差额 {margin} 万元（占总费用 {share}）。',
    scenario: '情景',
    method: '方法',
    catalogue: '分组方案',
    policy: '支付政策',
    fingerprint: '指纹',
    input: '输入',
    excluded: '排除',
    inScope: '纳入',
    inputSum: '输入 {input} = 排除 {excluded} + 纳入 {inScope}',
    data: '数据 {sha256}，{stays} 例，总费用 {cost} 万元',
    figure: '指标',
    unitWan: '金额单位：万元',
    changeMeans: '；差 = 情景 − {baseline}',
    stays: '例数',
    unpriced: '未定价',
    cost: '总费用',
    fund: '基金支付',
    patient: '个人负担',
    other: '其他',
    margin: '差额',
    cmi: 'CMI',
    high: '高倍率占比',
    low: '低倍率占比',
    marginOf: '差额 {scenario}',
    changeOf: '差 {reform}',
    folded: '其余 {n} 项',
    total: '合计',
    tail: '尾差',
    tailNote: '尾差：各项四舍五入到 0.01 万元后与合计之差；元、角、分的合计没有差。',
    noKey: '（空）',
    notes: '说明',
    by: '按{dimension}',
    hospital: '医院',
    department: '科室',
    group: '病组',
    insurance: '险种',
    month: '月份',
    method_ffs: '按项目',
    method_drg_rate: 'DRG 费率',
    method_drg_points: 'DRG 点数',
  },
  en: {
    answer: '{reform} against {baseline}: hospital margin {margin} x10k CNY ({share} of cost); {groups}{patient}.',
    gainsLoses: '{dimension}: {gain} gain, {lose} lose; ',
    patientSame: 'patient burden unchanged',
    patientMoves: 'patient burden {patient} x10k CNY',
    patientUnknown: "patient burden unknown (the data do not give the patient's part)",
    onlyBaseline: '{baseline}: hospital margin {margin} x10k CNY ({share} of cost).',
    scenario: 'scenario',
    method: 'method',
    catalogue: 'catalogue',
    policy: 'policy',
    fingerprint: 'hash',
    input: 'input',
    excluded: 'excluded',
    inScope: 'in scope',
    inputSum: 'input {input} = excluded {excluded} + in scope {inScope}',
    data: 'data {sha256}, {stays} stays, cost {cost} x10k CNY',
    figure: 'figure',
    unitWan: 'money in ten-thousands of yuan (x10k CNY)',
    changeMeans: '; change = scenario − {baseline}',
    stays: 'stays',
    unpriced: 'unpriced',
    cost: 'cost',
    fund: 'fund',
    patient: 'patient',
    other: 'other payers',
    margin: 'margin',
    cmi: 'CMI',
    high: 'high outliers',
    low: 'low outliers',
    marginOf: 'margin {scenario}',
    changeOf: 'change {reform}',
    folded: '{n} more',
    total: 'total',
    tail: 'rounding',
    tailNote: 'rounding: parts shown to 0.01 x10k CNY against the total shown; the totals in yuan and fen have no difference.',
    noKey: '(blank)',
    notes: 'notes',
    by: 'by {dimension}',
    hospital: 'hospital',
    department: 'department',
    group: 'group',
    insurance: 'insurance',
    month: 'month',
    method_ffs: 'fee for service',
    method_drg_rate: 'DRG rate',
    method_drg_points: 'DRG points',
  },
});

export type Word = keyof (typeof words)['zh'];
export type Fillings = Readonly<Record<string, string | number>>;

/** The words of one language: `say('folded', { n: 7 })` -> `其余 7 项`. A placeholder nobody fills is a bug, not a blank. */
export function speaker(language: Language) {
  const dictionary = words[language];
  return (word: Word, fillings: Fillings = {}): string =>
    dictionary[word].replace(/\{(\w+)\}/g, (_, name: string) => {
      const filling = fillings[name];
      if (filling === undefined) throw new Error(`no filling for {${name}} in "${word}"`);
      return String(filling);
    });
}
export type Say = ReturnType<typeof speaker>;
