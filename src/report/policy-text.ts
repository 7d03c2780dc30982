/** Payment policies in words: the list, one policy with the source and line of every value, and its known answers. */
import { bilingual, type Language } from '../language.ts';
import { yuanText } from '../money.ts';
import type { PolicyCheck } from '../payment/verify-policy.ts';
import { placeText } from '../policy/leaf.ts';
import type { PolicyFile } from '../policy/read-policy.ts';
import { textTable } from './text-table.ts';

export type PolicyView = { readonly file: PolicyFile; readonly check: PolicyCheck };

export function policyListText(policies: readonly PolicyView[], language: Language): string {
  const say = words[language];
  const rows = policies.map(({ file, check }) => [
    file.id,
    file.region,
    String(file.leaves.get('payment_method')?.value ?? ''),
    file.catalogue,
    file.effective.from,
    check.illustrative.length > 0 ? say.illustrative : say.official,
  ]);
  const columns = [say.id, say.region, say.method, say.catalogue, say.from, say.standing].map(left);
  return `${textTable({ columns, rows, footer: [] })}\n`;
}

export function policyText({ file, check }: PolicyView, language: Language): string {
  const say = words[language];
  const rows = [...file.leaves].map(([path, { value, unit, source, at }]) => [
    path,
    typeof value === 'string' ? value : JSON.stringify(value),
    unit ?? '',
    source ? `${source.type} ${source.title}` : '',
    placeText(at),
  ]);
  return [
    `${file.id}  ${file.title}`,
    ...(check.illustrative.length > 0 ? [say.notChecked.replace('{n}', String(check.illustrative.length))] : []),
    ...check.payToCost.map(({ insurance, share }) => say.payToCost.replace('{insurance}', insurance).replace('{share}', share)),
    '',
    textTable({ columns: [say.path, say.value, say.unit, say.source, say.place].map(left), rows, footer: [] }),
    '',
  ].join('\n');
}

export function policyChecksText(policies: readonly PolicyView[], language: Language): string {
  const say = words[language];
  const lines = policies.flatMap(({ file, check: { answers, weights } }) => [
    `${file.id}  ${say.answers.replace('{n}', String(answers.length)).replace('{equal}', String(answers.filter(answer => answer.equal).length))}${
      weights ? `  ${say.weighted.replace('{weighted}', String(weights.weighted)).replace('{listed}', String(weights.listed))}` : ''
    }`,
    ...answers
      .filter(answer => !answer.equal)
      .map(
        ({ expected, actual }) => `  ${say.expected} ${yuanText(expected)}  ${say.got} ${actual === undefined ? '–' : yuanText(actual)}`,
      ),
  ]);
  return `${lines.join('\n')}\n`;
}

const left = (head: string) => ({ head, align: 'left' as const, widest: 48 });

const words = bilingual({
  zh: {
    id: '编号',
    region: '统筹区',
    method: '方法',
    catalogue: '分组方案',
    from: '生效',
    standing: '性质',
    illustrative: '示例，未核对',
    official: '官方文本',
    path: '参数',
    value: '值',
    unit: '单位',
    source: '出处',
    place: '位置',
    notChecked: '示例：{n} 个数值为转述或假设，未与统筹区原文核对，不可用于正式结算。',
    payToCost: '{insurance}：点值 × 每权重点数 ÷ 次均费用 = {share}（1 表示平均费用刚好补足）',
    answers: '已知答案 {n} 条，一致 {equal} 条',
    weighted: '权重表 {weighted} / {listed} 组有权重',
    expected: '应为',
    got: '得到',
  },
  en: {
    id: 'id',
    region: 'region',
    method: 'method',
    catalogue: 'catalogue',
    from: 'from',
    standing: 'standing',
    illustrative: 'illustrative',
    official: 'official text',
    path: 'parameter',
    value: 'value',
    unit: 'unit',
    source: 'source',
    place: 'place',
    notChecked: "Illustrative: {n} numbers are restated or assumed, not read in the region's own text; not for settlement.",
    payToCost: '{insurance}: point value × points per weight ÷ mean cost = {share} (1 pays the mean cost)',
    answers: '{n} known answers, {equal} agree',
    weighted: 'weight table: {weighted} of {listed} groups have a weight',
    expected: 'expected',
    got: 'got',
  },
});
