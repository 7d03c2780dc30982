import { describe, expect, it } from 'vitest';
import { policy, refusal } from '../../policy/short-policy.ts';
import { hospitalOf, type WrittenStay } from '../written-stays.ts';
import { levels, paid, settledBy, unexplained, why } from './paid.ts';

const body = `${levels}payment_method: quota
quota:
  source: notice
  unit: CNY/stay
  amounts:
    tertiary: {employee: "8000", resident: "7000.005"}
    secondary: {employee: "5000"}
  departments:
    透析室: {tertiary: {employee: "400", resident: "380"}, secondary: {employee: "350"}}
`;
const stay = (more: WrittenStay = {}): WrittenStay => ({ insurance: '310', total: '500', cash: '0', department: '内科', ...more });

describe('a quota for every admission', () => {
  const settled = settledBy(
    body,
    hospitalOf([
      stay(),
      stay({ insurance: '390' }),
      stay({ level: '二级' }),
      stay({ level: '二级', insurance: '390' }),
      stay({ department: '透析室' }),
      stay({ department: '透析室', insurance: '390' }),
      stay({ department: '透析室', level: '二级' }),
      stay({ level: '一级' }),
      stay({ insurance: '340' }),
      stay({ department: '', days: 40, total: '90000' }),
    ]),
  );

  it('whatever the stay cost', () => {
    expect(paid(settled)).toEqual([
      'quota 8000.00',
      'quota 7000.01', // half a fen away from zero
      'quota 5000.00',
      'unpriced insurance_unmapped 500.00',
      'quota 400.00',
      'quota 380.00',
      'quota 350.00',
      'unpriced level_unmapped 500.00',
      'unpriced insurance_unmapped 500.00',
      'quota 8000.00',
    ]);
  });

  it('says why', () => {
    expect(why(settled, 1)).toEqual(['quota | 7000.01 | 7000.005 | p.yaml:16 | quota.amounts.tertiary.resident']);
    expect(why(settled, 4)).toEqual(['quota | 400.00 | 400 | p.yaml:19 | quota.departments.透析室.tertiary.employee']);
    expect(unexplained(settled)).toEqual([]);
  });

  it('a file without departments has the general amounts', () => {
    const { department: _, ...words } = hospitalOf([stay()]).words;
    expect(paid(settledBy(body, { ...hospitalOf([stay()]), words }))).toEqual(['quota 8000.00']);
  });
});

describe('quotas that cannot be meant', () => {
  it.each([
    [
      'a listed department without an amount that the others have',
      body.replace(', secondary: {employee: "350"}', ''),
      'POLICY_INVALID',
      'p.yaml: test does not say quota.departments.透析室.secondary.employee',
    ],
    ['nothing', `${levels}payment_method: quota\n`, 'POLICY_INVALID', 'p.yaml: test does not say quota.amounts.<level>.<insurance>'],
    ['no source', body.replace('  source: notice\n', ''), 'PARAMETER_INVALID', 'p.yaml:15: quota.amounts.tertiary.employee has no source'],
    [
      'an unquoted amount',
      body.replace('"8000"', '8000'),
      'PARAMETER_INVALID',
      'p.yaml:16: quota.amounts.tertiary.employee is the unquoted number 8000',
    ],
    ['no amount', body.replace('"8000"', '"0"'), 'PARAMETER_INVALID', 'p.yaml:16: quota.amounts.tertiary.employee is 0'],
    [
      'a level that nobody has',
      body.replace('secondary: {employee: "5000"}', 'secundary: {employee: "5000"}'),
      'PARAMETER_UNKNOWN',
      'p.yaml:17: quota.amounts.secundary.employee: the policy has no level of hospital "secundary"',
    ],
    [
      'an insurance that nobody has',
      body.replace('resident: "380"', 'residents: "380"'),
      'PARAMETER_UNKNOWN',
      'p.yaml:19: no parameter named "quota.departments.透析室.tertiary.residents": the policy does not know "residents"',
    ],
  ])('%s', (_, body, code, message) => expect(refusal(() => policy(body)).slice(0, 2)).toEqual([code, message]));
});
