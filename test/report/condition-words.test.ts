import { describe, expect, it } from 'vitest';
import { conditionWords } from '../../src/report/condition-words.ts';

// Every shape of atom the catalogues have, and how they are joined.
describe('a condition in words', () => {
  it.each([
    ['pdx in D1', '主要诊断在 IC2 的 D1 表中', 'principal diagnosis in list D1 of IC2'],
    ['sdx in D2', '某一其他诊断在 IC2 的 D2 表中', 'some other diagnosis in list D2 of IC2'],
    ['px1 valid', '主要手术操作是有效手术操作', 'main procedure is a valid operation'],
    ['not px1 valid', '不满足“主要手术操作是有效手术操作”', 'not "main procedure is a valid operation"'],
    ['dx starts P07.', '某一诊断编码以 P07. 开头', 'some diagnosis code begins with P07.'],
    ['sex = 1', '男性', 'male'],
    ['sex = 2', '女性', 'female'],
    ['age = 0', '年龄等于 0 岁', 'age = 0 years'],
    ['age_days <= 28', '日龄不超过 28 天', 'age at most 28 days'],
    ['age_days > 28', '日龄大于 28 天', 'age above 28 days'],
    ['weight < 1500', '体重小于 1500 克', 'weight below 1500 g'],
    ['sites >= 2', '受伤部位不少于 2 处', 'injured body sites at least 2'],
    ['mcc', '有严重合并症（MCC）且未被主要诊断排除', 'an MCC that the principal diagnosis does not exclude'],
    ['cc', '有一般合并症（CC）且未被主要诊断排除', 'a CC that the principal diagnosis does not exclude'],
    ['true', '无条件', 'no condition'],
    ['false', '从不成立', 'never'],
    [
      'px in P1 or px in P2 and px in P3',
      '某一手术操作在 IC2 的 P1 表中，或某一手术操作在 IC2 的 P2 表中，且某一手术操作在 IC2 的 P3 表中',
      'some procedure in list P1 of IC2 or some procedure in list P2 of IC2 and some procedure in list P3 of IC2',
    ],
    [
      '(pdx in D1 or opx in P2) and age = 0',
      '（主要诊断在 IC2 的 D1 表中，或某一其他手术操作在 IC2 的 P2 表中），且年龄等于 0 岁',
      '(principal diagnosis in list D1 of IC2 or some other procedure in list P2 of IC2) and age = 0 years',
    ],
    [
      'not (mcc or px valid)',
      '不满足（有严重合并症（MCC）且未被主要诊断排除，或某一手术操作是有效手术操作）',
      'not (an MCC that the principal diagnosis does not exclude or some procedure is a valid operation)',
    ],
  ])('%s', (condition, zh, en) => {
    expect([conditionWords(condition, 'IC2', 'zh'), conditionWords(condition, 'IC2', 'en')]).toEqual([zh, en]);
  });

  it('does not name the owner of a list the reader knows', () => {
    expect([conditionWords('pdx in D1', '', 'zh'), conditionWords('pdx in D1', '', 'en')]).toEqual([
      '主要诊断在 D1 表中',
      'principal diagnosis in list D1',
    ]);
  });

  it('leaves a word it does not know as it is written', () => {
    expect(conditionWords('vent > 96 and mcc', '', 'zh')).toBe('vent > 96 ，且有严重合并症（MCC）且未被主要诊断排除');
  });
});
