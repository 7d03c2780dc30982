/** The condition language: what binds tighter, and what is refused in which words. */
import { describe, expect, it } from 'vitest';
import { conjuncts, textOf } from '../../grouper/condition.ts';
import { type Lists, parseCondition } from '../../grouper/parse-condition.ts';

const lists: Lists = {
  named: (_, name) => (name === 'D1' || name === 'P1' ? 7 : undefined),
  valid: subject => (subject.startsWith('px') || subject === 'opx' ? 8 : undefined),
  prefix: () => 9,
};
const parse = (text: string) => parseCondition(text, lists);
/** Every join in its own parentheses. */
const shape = (text: string): string => bracket(parse(text));
function bracket(condition: ReturnType<typeof parse>): string {
  switch (condition.kind) {
    case 'not':
      return `!${bracket(condition.of)}`;
    case 'and':
    case 'or':
      return `(${condition.of.map(bracket).join(condition.kind === 'and' ? ' & ' : ' | ')})`;
    default:
      return textOf(condition);
  }
}

describe('reading', () => {
  it.each([
    ['mcc or cc and true', '(mcc | (cc & true))'],
    ['mcc and cc or true', '((mcc & cc) | true)'],
    ['(mcc or cc) and age >= 70', '((mcc | cc) & age >= 70)'],
    ['not mcc and cc', '(!mcc & cc)'],
    ['not not mcc', '!!mcc'],
    ['not(mcc or cc)', '!(mcc | cc)'],
    ['((mcc))', 'mcc'],
    ['pdx in D1 and dx starts P07. and px1 valid', '(pdx in D1 & dx starts P07. & px1 valid)'],
    ['  weight   >  0 ', 'weight > 0'],
    ['sites >= 2 or false', '(sites >= 2 | false)'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it('gives atoms their list, prefix and number', () => {
    expect(parse('sdx in D1')).toEqual({ kind: 'codes', subject: 'sdx', list: 7, text: 'sdx in D1' });
    expect(parse('px valid')).toEqual({ kind: 'codes', subject: 'px', list: 8, text: 'px valid' });
    expect(parse('age_days <= 28')).toEqual({ kind: 'number', field: 'age_days', comparison: '<=', bound: 28 });
  });

  it('writes a condition back with the parentheses it needs', () => {
    for (const text of ['pdx in D1 and (px in P1 or px in P1 and mcc)', 'not (mcc or cc) and age < 6', 'mcc or cc and true', 'not mcc']) {
      expect(textOf(parse(text))).toBe(text);
    }
  });

  it('parts a condition into what must hold, `not` carried inwards', () => {
    const parts = (text: string) => conjuncts(parse(text)).map(textOf);
    expect(parts('pdx in D1 and (mcc and (cc and age = 0))')).toEqual(['pdx in D1', 'mcc', 'cc', 'age = 0']);
    expect(parts('not (pdx in D1 or mcc)')).toEqual(['not pdx in D1', 'not mcc']);
    expect(parts('not (pdx in D1 and not mcc)')).toEqual(['not pdx in D1 or mcc']);
    expect(parts('not true')).toEqual(['false']);
  });
});

describe('refusing', () => {
  it.each([
    ['', 'the condition ends too early'],
    ['mcc and', 'the condition ends too early'],
    ['mcc cc', '"cc" where "and", "or" or the end was expected'],
    ['mcc )', '")" where "and", "or" or the end was expected'],
    ['(mcc', 'a parenthesis is not closed'],
    ['los > 3', 'unknown word "los"'],
    ['MCC', 'unknown word "MCC"'],
    ['pdx on D1', '"on" after "pdx" where "in", "valid" or "starts" was expected'],
    ['pdx in D9', '"pdx in D9": there is no such list'],
    ['pdx valid', '"pdx valid": there is no such list'],
    ['age != 3', '"!=" after "age" where a comparison was expected'],
    ['age < -1', '"-1" where a number from 0 to 999999 was expected'],
    ['age < ten', '"ten" where a number from 0 to 999999 was expected'],
    ['weight < 1000000', '"1000000" where a number from 0 to 999999 was expected'],
  ])('%s', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
