/** One atom of a grouping condition in words: `pdx in D1` -> 主要诊断在 D1 表. Grammar: SUBJ in LIST, SUBJ valid, SUBJ starts P, FIELD OP N. */
import { bilingual, type Language } from '../language.ts';

const words = bilingual({
  zh: {
    pdx: '主要诊断',
    sdx: '其他诊断',
    dx: '任一诊断',
    px1: '主要手术',
    opx: '其他手术',
    px: '任一手术',
    in: '在 {list} 表',
    valid: '是有效手术',
    starts: '以 {list} 开头',
    sex: '性别',
    age: '年龄（岁）',
    age_days: '日龄（天）',
    weight: '出生体重（克）',
    sites: '损伤部位数',
    mcc: '有严重合并症（MCC）',
    cc: '有一般合并症（CC）',
    true: '无其他条件',
    not: '非：',
  },
  en: {
    pdx: 'principal diagnosis',
    sdx: 'another diagnosis',
    dx: 'any diagnosis',
    px1: 'main procedure',
    opx: 'another procedure',
    px: 'any procedure',
    in: ' in list {list}',
    valid: ' is a valid operation',
    starts: ' starts with {list}',
    sex: 'sex',
    age: 'age (years)',
    age_days: 'age (days)',
    weight: 'birth weight (g)',
    sites: 'injured body sites',
    mcc: 'has a major complication (MCC)',
    cc: 'has a complication (CC)',
    true: 'no further condition',
    not: 'not: ',
  },
});

const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥' };

/** What this grammar does not know is shown as the catalogue writes it. */
export function conditionPhrase(atom: string, language: Language): string {
  const say = words[language];
  const known = (word: string | undefined): word is keyof typeof say => word !== undefined && word in say;
  const [first, second, third = ''] = atom.split(' ');
  if (first === 'not') return say.not + conditionPhrase(atom.slice(4), language);
  if (!known(first)) return atom;
  if (second === undefined) return say[first];
  if (second === 'in' || second === 'starts' || second === 'valid') return say[first] + say[second].replace('{list}', third);
  return `${say[first]} ${signs[second] ?? second} ${third}`;
}
