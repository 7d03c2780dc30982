/** The head of a policy: what it is called, from when it holds, and lines that were meant for it. */
import { expect, it } from 'vitest';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { header, refusal } from './short-policy.ts';

const refused = (part: string, instead: string) => {
  expect(header).toContain(part);
  return refusal(() => readPolicy(header.replace(part, instead) + 'payment_method: ffs\n', 'p.yaml'));
};

it('is accepted as it stands, and with letters of any script', () => {
  expect(refused('id: test', 'id: test')).toEqual(['accepted']);
  expect(refused('id: test', 'id: 武汉_2.0-甲')).toEqual(['accepted']);
});

it.each(['"a b"', '"a\\e[2Jb"', '"a/b"', '"a\\u202eb"', '"a\\nb"'])('an id is letters, digits, _ . and -: %s is none', id => {
  expect(refused('id: test', `id: ${id}`)).toEqual([
    'POLICY_INVALID',
    'p.yaml:2: the id has characters that are no letters, digits, _ . or -',
    'Write it like wuhan-2025.',
  ]);
});

it('an end of its time is refused, not ignored', () => {
  expect(refused('{from: 2025-01-01}', '{from: 2025-01-01, to: 2025-12-31}')).toEqual([
    'POLICY_INVALID',
    'p.yaml:6: "to" is no part of effective',
    'Write only from: a policy holds until the next one of its region.',
  ]);
});

it('a misspelt line of the header is told by its own name, a misspelt parameter by a parameter', () => {
  expect(refused('region: nowhere', 'regoin: nowhere')).toEqual([
    'PARAMETER_UNKNOWN',
    'p.yaml:4: "regoin" is no part of a policy',
    'Did you mean "region"?',
  ]);
  expect(refused('region: nowhere', 'region: nowhere\nbases: total_cost')).toEqual([
    'PARAMETER_UNKNOWN',
    'p.yaml:5: no parameter named "bases"',
    'Did you mean "basis"?',
  ]);
});

it('a rule of a mix without conditions is told by its id; a list of single diseases needs none', () => {
  const mix = (rule: string) => refusal(() => readPolicy(`${header}payment_method: ffs\nmix: [${rule}]\n`, 'p.yaml'));
  expect(mix('{id: beds, method: per_diem, source: notice}')).toEqual([
    'PARAMETER_INVALID',
    'p.yaml:10: mix has a rule beds without `when`',
    'Write when: {department: "..."}; only single_disease goes without.',
  ]);
  expect(mix('{id: listed, method: single_disease, source: notice}')).toEqual(['accepted']);
});
