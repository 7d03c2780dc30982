/**
 * A condition of a catalogue in words: `pdx in D1` -> 主要诊断在 IC2 的 D1 表中. Joined conditions keep their structure;
 * a word that is not known here stays as the catalogue writes it.
 */
import { bilingual, type Language } from '../language.ts';

const atom =
  /(?<subject>pdx|sdx|dx|px1|opx|px) (?:in (?<list>[^\s()]+)|(?<valid>valid)|starts (?<prefix>[^\s()]+))|(?<field>age_days|age|sex|weight|sites) (?<sign><=|>=|<|>|=) (?<bound>[\d.]+)|(?<word>mcc|cc|true|false)(?![^\s()])/y;

const words = bilingual({
  zh: {
    pdx: '主要诊断',
    sdx: '某一其他诊断',
    dx: '某一诊断',
    px1: '主要手术操作',
    opx: '某一其他手术操作',
    px: '某一手术操作',
    in: '{subject}在 {owner} 的 {list} 表中',
    inOwn: '{subject}在 {list} 表中',
    valid: '{subject}是有效手术操作',
    starts: '{subject}编码以 {prefix} 开头',
    age: '年龄{sign} {bound} 岁',
    age_days: '日龄{sign} {bound} 天',
    weight: '体重{sign} {bound} 克',
    sites: '受伤部位{sign} {bound} 处',
    male: '男性',
    female: '女性',
    '=': '等于',
    '<': '小于',
    '<=': '不超过',
    '>': '大于',
    '>=': '不少于',
    mcc: '有严重合并症（MCC）且未被主要诊断排除',
    cc: '有一般合并症（CC）且未被主要诊断排除',
    true: '无条件',
    false: '从不成立',
    and: '，且',
    or: '，或',
    not: '不满足“{part}”',
    notGroup: '不满足',
    open: '（',
    close: '）',
  },
  en: {
    pdx: 'principal diagnosis',
    sdx: 'some other diagnosis',
    dx: 'some diagnosis',
    px1: 'main procedure',
    opx: 'some other procedure',
    px: 'some procedure',
    in: '{subject} in list {list} of {owner}',
    inOwn: '{subject} in list {list}',
    valid: '{subject} is a valid operation',
    starts: '{subject} code begins with {prefix}',
    age: 'age {sign} {bound} years',
    age_days: 'age {sign} {bound} days',
    weight: 'weight {sign} {bound} g',
    sites: 'injured body sites {sign} {bound}',
    male: 'male',
    female: 'female',
    '=': '=',
    '<': 'below',
    '<=': 'at most',
    '>': 'above',
    '>=': 'at least',
    mcc: 'an MCC that the principal diagnosis does not exclude',
    cc: 'a CC that the principal diagnosis does not exclude',
    true: 'no condition',
    false: 'never',
    and: ' and ',
    or: ' or ',
    not: 'not "{part}"',
    notGroup: 'not ',
    open: '(',
    close: ')',
  },
});
type Words = (typeof words)[Language];

/** `owner` is the MDC or ADRG whose lists the condition names, '' when the reader knows. */
export function conditionWords(condition: string, owner: string, language: Language): string {
  const dictionary = words[language];
  let said = '';
  let negated = false;
  for (let at = 0; at < condition.length; ) {
    atom.lastIndex = at;
    const found = atom.exec(condition);
    if (found) {
      const part = atomWords(found.groups!, owner, dictionary);
      said += negated ? dictionary.not.replace('{part}', part) : part;
      negated = false;
      at = atom.lastIndex;
      continue;
    }
    const [other] = /^\s*(?:and(?=\s)|or(?=\s)|not(?=[\s(])|[^\s])\s*/.exec(condition.slice(at)) ?? [condition.slice(at)];
    const sign = other.trim();
    if (sign === 'not') negated = true;
    if (sign === '(' && negated) {
      said += dictionary.notGroup;
      negated = false;
    }
    said += signWords(sign, dictionary) ?? other;
    at += other.length;
  }
  return said;
}

function atomWords(
  { subject, list, valid, prefix, field, sign, bound, word }: Record<string, string | undefined>,
  owner: string,
  words: Words,
) {
  if (word) return words[word as 'mcc'];
  if (field === 'sex' && sign === '=') return bound === '1' ? words.male : words.female;
  if (field) {
    return words[field as 'age'].replace('{sign}', words[sign as '=']).replace('{bound}', bound!);
  }
  const form = list ? (owner ? words.in : words.inOwn) : valid ? words.valid : words.starts;
  return form
    .replace('{subject}', words[subject as 'pdx'])
    .replace('{owner}', owner)
    .replace('{list}', list ?? '')
    .replace('{prefix}', prefix ?? '');
}

/** Undefined for what is no sign. */
function signWords(sign: string, words: Words): string | undefined {
  switch (sign) {
    case 'and':
      return words.and;
    case 'or':
      return words.or;
    case 'not':
      return '';
    case '(':
      return words.open;
    case ')':
      return words.close;
    default:
      return undefined;
  }
}
