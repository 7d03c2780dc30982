/**
 * 特例单议申请表: one page a case, in Markdown, to be printed, completed by hand and signed. It holds what the payment and its rule say of
 * the case and the codes it was grouped by: no name, number or date of the patient, no doctor.
 */
import { bilingual, type Language } from '../language.ts';
import { yuanText } from '../money.ts';
import { placeText } from '../policy/leaf.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { safe } from './markdown-table.ts';
import type { SpecialRow, SpecialWork } from './special-rows.ts';

/** Sheets of the cases to file: those within the quota. */
export const sheetRows = (rows: readonly SpecialRow[]): readonly SpecialRow[] => rows.filter(({ status }) => status === 'inside');

export const sheetName = ({ stay }: SpecialRow): string => `${stay}.md`;

export function specialSheet(row: SpecialRow, { policy, catalogue, stays }: SpecialWork, language: Language): string {
  const say = words[language];
  const { found, special } = row;
  const asked = special.uplift ? `${say.uplift} × ${special.uplift.value.toFixed()}` : say.actual_cost;
  const about: readonly (readonly [string, string])[] = [
    [say.stay, row.stay],
    [say.hospital, row.hospital],
    [say.department, row.department],
    [say.days, row.days],
    [say.group, [row.drg, row.name].filter(text => text !== '').join(' ')],
    [say.weight, row.weight],
    [say.diagnoses, codesOf(stays.dx, found.row)],
    [say.procedures, codesOf(stays.px, found.row)],
    [say.basis, [policy, catalogue].filter(text => text !== '').join(' · ')],
  ];
  const money: readonly (readonly [string, string])[] = [
    [say.cost, yuanText(found.cost + found.apart)],
    ...(found.apart === 0 ? [] : [[say.apart, yuanText(found.apart)] as const]),
    [say.standard, yuanText(found.standard)],
    [say.excess, row.excess],
    [say.ratio, row.ratio],
    [say.payment, yuanText(found.payment)],
    [`${say.asked}${say.colon}${asked}`, yuanText(found.approved)],
    [say.gain, row.gain],
    [say.place, `${found.rank} / ${found.quota} · ${say.discharges} ${found.discharges}`],
  ];
  const sources = [special.outcomeLeaf, special.quota.leaf, ...(special.uplift ? [special.uplift.leaf] : [])].map(({ at }) =>
    placeText(at),
  );
  return [
    `# ${say.title}`,
    table([say.item, say.content], about),
    `## ${say.amounts}`,
    table([say.item, say.yuan], money),
    `## ${say.reasons}`,
    row.reasons.map(({ title, met, at }) => `- [x] ${safe(title)}${say.colon}${safe(met)} \`${at}\``).join('\n'),
    `${say.rules}${say.colon}${sources.map(at => `\`${at}\``).join(' ')}`,
    `## ${say.byHand}`,
    table(
      [say.item, say.content],
      [say.record, say.story, say.departmentSays, say.officeSays, say.experts, say.signed].map(name => [name, '　']),
    ),
    `> ${say.note}`,
    '',
  ].join('\n\n');
}

const table = (head: readonly [string, string], rows: readonly (readonly [string, string])[]): string =>
  [
    `| ${head[0]} | ${head[1]} |`,
    '| --- | --- |',
    ...rows.map(([name, text]) => `| ${safe(name)} | ${text === '' ? '–' : safe(text)} |`),
  ].join('\n');

/** Codes in their order, the first is the main one. */
const codesOf = ({ offsets, codes, words: all }: StayTable['dx'], row: number): string =>
  Array.from(codes.subarray(offsets[row]!, offsets[row + 1]!), code => all[code]!)
    .filter(code => code !== '')
    .join(' ');

const words = bilingual({
  zh: {
    title: '特例单议申请表',
    item: '项目',
    content: '内容',
    stay: '病例编号（本次载入）',
    hospital: '医院',
    department: '出院科室',
    days: '住院天数',
    group: '病组',
    weight: '权重',
    diagnoses: '诊断编码（首位为主要诊断）',
    procedures: '手术操作编码（首位为主要手术）',
    basis: '政策与分组方案',
    amounts: '费用与支付',
    yuan: '金额（元）或数值',
    cost: '住院总费用 C',
    apart: '其中除外支付',
    standard: '支付标准 S',
    excess: 'C − S',
    ratio: '倍率 R',
    payment: '现行支付额',
    asked: '申请支付',
    colon: '：',
    actual_cost: '按项目付费（据实）',
    uplift: '提高支付标准',
    gain: '支付额增加',
    place: '本院排序 / 限额',
    discharges: '出院人次',
    reasons: '申请理由（符合的条件）',
    rules: '政策条款',
    byHand: '由医院填写',
    record: '病案号',
    story: '病情与诊疗经过、费用高的原因',
    departmentSays: '科室意见与签名',
    officeSays: '医保办意见与签章',
    experts: '专家评议意见（同意 / 不同意；支付方式）',
    signed: '日期',
    note: '本表由费用数据生成，不含患者姓名、证件号和医师；病例是否属特例由专家逐例评议。',
  },
  en: {
    title: '特例单议申请表 · Special case application',
    item: 'Item',
    content: 'Content',
    stay: 'Stay (of this load)',
    hospital: 'Hospital',
    department: 'Department of discharge',
    days: 'Days',
    group: 'Group',
    weight: 'Weight',
    diagnoses: 'Diagnosis codes (the first is the principal one)',
    procedures: 'Procedure codes (the first is the main one)',
    basis: 'Policy and catalogue',
    amounts: 'Cost and payment',
    yuan: 'Yuan, or number',
    cost: 'Total cost C',
    apart: 'of it exempt, paid apart',
    standard: 'Standard S',
    excess: 'C − S',
    ratio: 'Cost ratio R',
    payment: 'Paid as it stands',
    asked: 'Applied for',
    colon: ': ',
    actual_cost: 'by item, at cost',
    uplift: 'a raised standard',
    gain: 'Paid more',
    place: 'Place in the hospital / quota',
    discharges: 'discharges',
    reasons: 'Reasons (conditions that are met)',
    rules: 'Clauses of the policy',
    byHand: 'To be completed by the hospital',
    record: 'Record number',
    story: 'Course of illness and treatment, why the cost is high',
    departmentSays: 'Department, signature',
    officeSays: 'Insurance office, signature and seal',
    experts: 'Experts (agreed / not agreed; way of payment)',
    signed: 'Date',
    note: 'Made from cost data, without name or number of the patient and without doctors; experts decide case by case.',
  },
});
