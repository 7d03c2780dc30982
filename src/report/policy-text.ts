/** Payment policies in words: the list, one policy with the source and line of every value, and its known answers. */
import { bilingual, type Language } from '../language.ts';
import type { Answer } from '../payment/answer.ts';
import { SELF_TESTED } from '../payment/history/stamp.ts';
import type { PolicyCheck } from '../payment/verify-policy.ts';
import { defaultsTaken } from '../policy/defaults-taken.ts';
import { placeText } from '../policy/leaf.ts';
import type { PolicyFile } from '../policy/read-policy.ts';
import { countText, differencesText } from './answers-text.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';

export type PolicyView = { readonly file: PolicyFile; readonly check: PolicyCheck };

export function policyListText(policies: readonly PolicyView[], language: Language): string {
  const say = words[language];
  const rows = policies.map(({ file, check }) => [
    file.id,
    file.region,
    String(file.leaves.get('payment_method')?.value ?? ''),
    file.effective.from,
    verifiedText(check, language),
    standingText(check, language),
  ]);
  const columns = [say.id, say.region, say.method, say.from, say.verified, say.standing].map(left);
  return `${textTable({ columns, rows, footer: [] })}\n`;
}

function standingText({ selfTested, illustrative }: PolicyCheck, language: Language): string {
  const say = words[language];
  if (selfTested.length > 0) return say.selfTested;
  return illustrative.length > 0 ? say.illustrative : say.official;
}

const selfTestedLines = ({ selfTested }: PolicyCheck, language: Language): readonly string[] =>
  selfTested.map(file => words[language].selfTestedTable.replace('{file}', file));

/** A policy without a known answer is verified by nobody. */
function verifiedText({ answers }: PolicyCheck, language: Language): string {
  const equal = answers.filter(answer => answer.equal).length;
  return answers.length === 0 ? words[language].unverified : `${equal}/${answers.length}`;
}

export function policyText({ file, check }: PolicyView, language: Language): string {
  const say = words[language];
  const rows = [...file.leaves].map(([path, { value, unit, source, at }]) => [
    path,
    typeof value === 'string' ? value : JSON.stringify(value),
    unit ?? '',
    source ? `${source.type} ${printable(source.title)}` : '',
    placeText(at),
  ]);
  return [
    `${file.id}  ${printable(file.title)}`,
    ...(check.illustrative.length > 0 ? [say.notChecked.replace('{n}', String(check.illustrative.length))] : []),
    ...selfTestedLines(check, language),
    ...check.payToCost.map(({ insurance, share }) => say.payToCost.replace('{insurance}', insurance).replace('{share}', share)),
    '',
    textTable({ columns: [say.path, say.value, say.unit, say.source, say.place].map(left), rows, footer: [] }),
    '',
    ...takenLines(file, language),
  ].join('\n');
}

/** What the file leaves out and what it is paid as instead. */
function takenLines({ leaves }: PolicyFile, language: Language): readonly string[] {
  const say = words[language];
  const rows = defaultsTaken(leaves).map(({ path, value, clause }) => [path, value, clause[language]]);
  if (rows.length === 0) return [];
  return [say.taken, textTable({ columns: [say.path, say.value, say.clause].map(left), rows, footer: [] }), ''];
}

/** A line for every policy that has answers, then how many have none. */
export function policyChecksText(policies: readonly PolicyView[], language: Language): string {
  const say = words[language];
  const lines = policies.flatMap(({ file, check }) => {
    const { answers, weights, selfTested } = check;
    if (answers.length === 0 && selfTested.length === 0 && policies.length > 1) return [];
    const table = weights
      ? `  ${say.weighted.replace('{weighted}', String(weights.weighted)).replace('{listed}', String(weights.listed))}`
      : '';
    return [
      `${file.id}  ${answers.length === 0 ? say.unverified : countText(answers, language)}${table}`,
      ...selfTestedLines(check, language).map(line => `  ${line}`),
      ...differencesText(answers, language),
    ];
  });
  const none = policies.filter(({ check }) => check.answers.length === 0);
  const answers = policies.flatMap(({ check }) => check.answers);
  const total = say.total
    .replace('{policies}', String(policies.length))
    .replace('{answers}', countText(answers, language))
    .replace('{none}', String(none.length));
  return `${[...lines, ...(policies.length > 1 ? ['', total, ...none.map(({ file }) => `  ${file.id}`)] : [])].join('\n')}\n`;
}

/** A file of cases of a person's own. */
export function casesText(file: string, answers: readonly Answer[], language: Language): string {
  return `${[`${file}  ${countText(answers, language)}`, ...differencesText(answers, language)].join('\n')}\n`;
}

const left = (head: string) => ({ head, align: 'left' as const, widest: 48 });

const words = bilingual({
  zh: {
    id: '编号',
    region: '统筹区',
    method: '方法',
    from: '生效',
    standing: '性质',
    illustrative: '示例，未核对',
    official: '官方文本',
    selfTested: '自测',
    selfTestedTable: `${SELF_TESTED}：{file} 由它要结算的病例测算`,
    taken: '未写明、按缺省：',
    clause: '含义',
    path: '参数',
    value: '值',
    unit: '单位',
    source: '出处',
    place: '位置',
    notChecked: '示例：{n} 个数值为转述或假设，未与统筹区原文核对，不可用于正式结算。',
    payToCost: '{insurance}：点值 × 每权重点数 ÷ 次均费用 = {share}（1 表示平均费用刚好补足）',
    verified: '验证',
    unverified: '未验证',
    total: '{policies} 个政策，{answers}；未验证（没有已知答案）{none} 个：',
    weighted: '权重表 {weighted} / {listed} 组有权重',
  },
  en: {
    id: 'id',
    region: 'region',
    method: 'method',
    from: 'from',
    standing: 'standing',
    illustrative: 'illustrative',
    official: 'official text',
    selfTested: 'self-tested',
    selfTestedTable: 'self-tested, not for settlement: {file} was made from the stays it is to settle',
    taken: 'not written, taken as:',
    clause: 'meaning',
    path: 'parameter',
    value: 'value',
    unit: 'unit',
    source: 'source',
    place: 'place',
    notChecked: "Illustrative: {n} numbers are restated or assumed, not read in the region's own text; not for settlement.",
    payToCost: '{insurance}: point value × points per weight ÷ mean cost = {share} (1 pays the mean cost)',
    verified: 'verified',
    unverified: 'unverified',
    total: '{policies} policies, {answers}; {none} unverified, without known answers:',
    weighted: 'weight table: {weighted} of {listed} groups have a weight',
  },
});
