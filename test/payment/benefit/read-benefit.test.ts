import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UserError } from '../../../src/errors.ts';
import { readBenefit } from '../../../src/payment/benefit/read-benefit.ts';
import { mistakes } from '../../report/conforms.ts';
import { text } from './shangluo.ts';

/** The shipped file with one thing changed. */
function refusal(from: string, to: string): readonly string[] {
  expect(text.split(from)).toHaveLength(2);
  try {
    readBenefit(text.replace(from, to), 'b.yaml');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error.code, error.message.replace(/^b\.yaml:\d+: /, ''), error.hint.en];
  }
  throw new Error('read without an error');
}

describe('a benefit file', () => {
  it('is read with every word of its lists', () => {
    const benefit = readBenefit(text, 'b.yaml');
    expect([benefit.insurance.get('510'), benefit.levels.get('三甲'), benefit.levels.get('三级'), benefit.places.get('')]).toEqual([
      ...['employee', '三级', '三级', 'local'],
    ]);
    expect([...benefit.plans.get('resident')!.levels.keys()]).toEqual(['三级', '二级', '一级', '乡镇']);
    expect([...benefit.leaves.values()].filter(({ source }) => source?.type === 'official')).toEqual([]);
  });

  it('is as its schema says', () => {
    expect(mistakes(parse(text), 'benefit')).toEqual([]);
    expect(mistakes(parse(text.replace('cap: {', 'cup: {')), 'benefit')).not.toEqual([]);
  });

  it.each([
    ['schema: benefit/1', 'schema: policy/1', 'POLICY_INVALID', 'schema is not benefit/1', 'Begin with schema: benefit/1 and id.'],
    [
      'retired_bonus:',
      'retired_bonsu:',
      'PARAMETER_UNKNOWN',
      'no parameter named "retired_bonsu.employee"',
      'Did you mean "retired_bonus.employee"?',
    ],
    [
      '    三级: ["600", "460", "320"]',
      '    三及: ["600", "460", "320"]',
      'PARAMETER_UNKNOWN',
      'no parameter named "deductible.employee.三及": the file does not know "三及"',
      'Did you mean "deductible.employee.三级"?',
    ],
    [
      'employee: "280000"',
      'employe: "280000"',
      'PARAMETER_UNKNOWN',
      'no parameter named "cap.employe": the file does not know "employe"',
      'Did you mean "cap.employee"?',
    ],
    [
      'employee: "280000"',
      'employee: 280000',
      'PARAMETER_INVALID',
      'cap.employee is the unquoted number 280000',
      'Write "280000": decimals are quoted.',
    ],
    [
      'employee: "280000", ',
      '',
      'POLICY_INVALID',
      'shangluo-illustrative does not say cap.employee',
      'Add cap.employee to the benefit file.',
    ],
    [
      '    三级: ["600", "460", "320"]\n',
      '',
      'POLICY_INVALID',
      'shangluo-illustrative does not say deductible.employee.三级',
      'Add deductible.employee.三级 to the benefit file.',
    ],
    [
      '["600", "460", "320"]',
      '["600", 460, "320"]',
      'PARAMETER_INVALID',
      'deductible.employee.三级 is not a list of quoted amounts',
      'Write ["600", "460", "320"] for the 1st, 2nd, 3rd admission; the last one holds for all after it.',
    ],
    [
      'cap: {source: city, unit: CNY, ',
      'cap: {source: city, unit: ratio, ',
      'PARAMETER_INVALID',
      'cap.employee has the unit ratio',
      'Its unit is CNY.',
    ],
    [
      'cap: {source: city, unit: CNY, ',
      'cap: {unit: CNY, ',
      'PARAMETER_INVALID',
      'cap.employee has no source',
      'Write source:; a number nobody published has a source of type assumption.',
    ],
    [
      '{up_to: "100000", share: "0.70"}',
      '{up_to: "30000", share: "0.70"}',
      'PARAMETER_INVALID',
      'beyond.resident.segments overlaps: 30000 comes after 30000',
      'Write [{up_to: "10000", share: "0.85"}, {up_to: null, share: "0.9"}].',
    ],
    [
      '{up_to: null, share: "0.80"}], unit',
      '{up_to: "200000", share: "0.80"}], unit',
      'PARAMETER_INVALID',
      'beyond.resident.segments leaves amounts above 200000 without a share',
      'Write [{up_to: "10000", share: "0.85"}, {up_to: null, share: "0.9"}].',
    ],
    [
      '[{up_to: null, share: "0.92"}]',
      '[{up_to: null, share: "92"}]',
      'PARAMETER_INVALID',
      'pool.employee.三级 has a share of 92, more than 1',
      'Write [{up_to: "10000", share: "0.85"}, {up_to: null, share: "0.9"}].',
    ],
    [
      '低保: {share: {value: "0.70"',
      '低保: {share: {value: "70"',
      'PARAMETER_INVALID',
      'aid.低保.share is 70, more than 1',
      'Write 70 % as "0.70".',
    ],
    [
      'of: above_cap',
      'of: over_cap',
      'PARAMETER_INVALID',
      'beyond.employee.of cannot be "over_cap"',
      'Did you mean "above_cap"? It is one of out_of_pocket, above_cap.',
    ],
    [
      'resident: ["390"',
      'resident: ["310", "390"',
      'PARAMETER_INVALID',
      '"310" is in insurance_map.employee and in insurance_map.resident',
      'A word belongs to one of them.',
    ],
  ])('%s → %s', (from, to, code, message, hint) => {
    expect(refusal(from, to)).toEqual([code, message, hint]);
  });
});
