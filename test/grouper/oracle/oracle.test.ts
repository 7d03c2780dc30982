/** The oracle itself, on a catalogue small enough to be read: expected answers worked out by hand. */
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../grouper/cases.ts';
import { agreementOf } from './agreement.ts';
import { parse } from './condition.ts';
import { oracleOf } from './oracle.ts';
import { readTables } from './tables.ts';

const table = (...rows: string[]) => `${rows.join('\n').replaceAll(' | ', '\t')}\n`;
const small = new Map([
  ['mdc.tsv', table('order | mdc | name | entry', '2 | MDCB | B | pdx in D1', '1 | MDCP | P | pdx in D1 and age = 0')],
  ['mdc_dx.tsv', table('mdc | list | site | code', 'MDCB | D1 |  | H1', 'MDCB | D1 |  | H2', 'MDCP | D1 |  | N1', 'MDCZ | S1 |  | H1')],
  [
    'adrg.tsv',
    table(
      'mdc | seq | adrg | branch | scope | active | kind | condition | name',
      'MDCP | 1 | PQY | 1 | outside | 1 | ambiguous | age = 0 and age_days <= 28 | outside',
      'MDCP | 2 | PU1 | 1 | inside | 1 | medical | pdx in D1 and not age_days > 28 | newborn',
      'MDCB | 1 | BJ1 | 1 | inside | 1 | surgery | px1 in P1 and opx in P1 or px1 in P2 | two operations, or one of another kind',
      'MDCB | 2 | BQY | 1 | inside | 0 | ambiguous | px1 valid | switched off',
      'MDCB | 3 | BR1 | 1 | inside | 1 | medical | pdx in D1 | head',
    ),
  ],
  ['adrg_dx.tsv', table('adrg | list | code', 'PU1 | D1 | N1', 'BR1 | D1 | H1')],
  ['adrg_px.tsv', table('adrg | list | code', 'BJ1 | P1 | 01.1', 'BJ1 | P2 | 02.2')],
  [
    'drg.tsv',
    table(
      'mdc | adrg | seq | drg | condition | name',
      'MDCB | BR1 | 3 | BR15 | true | without',
      'MDCB | BR1 | 1 | BR11 | mcc | with MCC',
      'MDCB | BR1 | 2 | BR13 | mcc or cc | with CC',
      'MDCB | BJ1 | 1 | BJ19 | true | operations',
      'MDCP | PU1 | 1 | PU19 | true | newborn',
    ),
  ],
  ['complications.tsv', table('code | level | exclusion_group', 'C1 | CC | 1', 'M1 | MCC | 1', 'M2 | MCC | 2', 'H2 | CC | 3')],
  ['exclusions.tsv', table('code | exclusion_group', 'H1 | 1')],
  ['valid_px.tsv', table('code', '09.9')],
]);

const nobody: Case = { sex: undefined, age: undefined, ageDays: undefined, birthWeight: undefined, dx: [], px: [] };

describe('the oracle on a small catalogue', () => {
  const oracle = oracleOf(readTables(small));
  it.each<[string, Partial<Case>, string, string, number]>([
    ['a plain stay', { dx: ['H1'] }, 'BR15', 'none', -1],
    ['no diagnosis at all', {}, '0000', 'none', -1],
    ['a CC of the principal diagnosis’ own exclusion group', { dx: ['H1', 'C1'] }, 'BR15', 'none', -1],
    ['an excluded MCC before one that counts', { dx: ['H1', 'M1', 'M2'] }, 'BR11', 'mcc', 2],
    ['a CC, and the MCC behind it decides', { dx: ['H1', 'H2', 'M2'] }, 'BR11', 'mcc', 2],
    ['only a CC', { dx: ['H1', 'X', 'H2', 'H2'] }, 'BR13', 'cc', 2],
    ['a principal diagnosis that is a complication itself', { dx: ['H2'] }, '0000', 'none', -1],
    ['a principal diagnosis without a group, named twice', { dx: ['H2', 'H2'] }, '0000', 'cc', 1],
    ['two operations of one list', { dx: ['H2'], px: ['01.1', '01.1'] }, 'BJ19', 'none', -1],
    ['one of them only: "and" before "or"', { dx: ['H1'], px: ['01.1'] }, 'BR15', 'none', -1],
    ['the other kind alone', { dx: ['H2'], px: ['02.2'] }, 'BJ19', 'none', -1],
    ['a valid operation where the ambiguous row is off', { dx: ['H1'], px: ['09.9'] }, 'BR15', 'none', -1],
    ['a newborn of 28 days with another illness', { dx: ['H1'], age: 0, ageDays: 28 }, 'PQY', 'none', -1],
    ['29 days', { dx: ['H1'], age: 0, ageDays: 29 }, 'BR15', 'none', -1],
    ['age in days not written: no newborn', { dx: ['H1'], age: 0 }, 'BR15', 'none', -1],
    ['a newborn’s illness; a missing number makes every comparison false', { dx: ['N1'], age: 0 }, 'PU19', 'none', -1],
    ['the same illness at one year enters no MDC', { dx: ['N1'], age: 1 }, '0000', 'none', -1],
  ])('%s', (_, given, drg, severity, decider) => {
    const answer = oracle({ ...nobody, ...given });
    expect([answer.drg, answer.severity, answer.decider]).toEqual([drg, severity, decider]);
  });

  it('binds "and" tighter than "or", and "not" tighter than both', () => {
    expect(parse('true or true and not false or (cc)')).toEqual({
      kind: 'or',
      parts: [
        { kind: 'constant', value: true },
        {
          kind: 'and',
          parts: [
            { kind: 'constant', value: true },
            { kind: 'not', part: { kind: 'constant', value: false } },
          ],
        },
        { kind: 'severity', level: 'cc' },
      ],
    });
  });

  it('disagrees with a grouper that was given other tables', () => {
    const other = new Map(small).set('exclusions.tsv', table('code | exclusion_group', 'H1 | 2'));
    expect(agreementOf({ oracle: small, grouper: other }, { records: 2000, seed: 1 }).differences.length).toBeGreaterThan(0);
    expect(agreementOf({ oracle: small, grouper: small }, { records: 2000, seed: 1 }).differences).toEqual([]);
  });
});
