import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { policyFrom } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';

const jinhua = readFileSync('data/policies/jinhua-illustrative.yaml', 'utf8');
const oddities = [
  ...[
    'null',
    '~',
    '{',
    '}',
    '[',
    ']',
    ':',
    ' - ',
    '0.3',
    '"',
    '\n',
    '\t',
    '? ',
    '&a ',
    '*a',
    '!!int ',
    '!!set {a}',
    '!!binary aa',
    '<<: {a: 1}',
  ],
  ...['2001-01-01', '0x1F', '.nan', '1_000', '|', '>', '---\n', '...\n', '%YAML 1.1\n', '\u0000', '\uFEFF', '[1, 2]: 3'],
];

/** Part of a good policy replaced by something else. */
const spoilt = fc
  .record({ at: fc.nat(jinhua.length - 1), cut: fc.nat(40), put: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(...oddities)) })
  .map(({ at, cut, put }) => jinhua.slice(0, at) + put + jinhua.slice(at + cut));

it('whatever stands in the file, it is read or refused with a place and a hint in both languages', () => {
  fc.assert(
    fc.property(spoilt, text => {
      try {
        const file = readPolicy(text, 'p.yaml');
        policyFrom(file, file.leaves);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        expect(error.at).toMatch(/^p\.yaml(:\d+)?$/);
        expect([error.text.zh, error.text.en, error.hint.zh, error.hint.en].filter(said => said === '')).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});
