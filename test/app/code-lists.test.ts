import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clinicalMaps, codeFacts } from '../../src/app/code-lists.ts';
import { CLINICAL, FEMALE, GREY, INSURANCE, MALE } from '../../src/stay/checks/code-facts.ts';

const installation = { root: '.', snapshots: undefined };
const facts = codeFacts(installation);
const count = (codes: ReadonlyMap<string, number>, mark: number) => [...codes.values()].filter(fact => (fact & mark) === mark).length;

// counts as data/catalogue/codes/SOURCE.md states them; 23 procedures of the 国临版 stand twice in its 13 734 rows
describe('the national code lists', () => {
  it('have the codes their source counts', () => {
    expect([INSURANCE, CLINICAL, GREY, MALE, FEMALE].map(mark => count(facts.dx, mark))).toEqual([33_304, 34_713, 2_828, 338, 293]);
    expect([INSURANCE, CLINICAL, GREY, MALE, FEMALE].map(mark => count(facts.px, mark))).toEqual([13_767, 13_711, 2_241, 0, 0]);
  });

  it.each([
    ['dx', 'A00.000', INSURANCE | CLINICAL | GREY],
    ['dx', 'A00.000x001', INSURANCE | CLINICAL],
    ['dx', 'C61.x00', INSURANCE | CLINICAL | MALE],
    ['dx', 'code', undefined],
    ['px', '00.0100', INSURANCE | CLINICAL | GREY],
    ['px', '00.31', CLINICAL],
  ] as const)('%s %s', (list, code, fact) => {
    expect(facts[list].get(code)).toBe(fact);
  });

  it('read line by line they are the same', () => {
    const cells = (table: string) =>
      readFileSync(`data/catalogue/codes/${table}.tsv`, 'utf8')
        .split('\n')
        .slice(1)
        .filter(line => line !== '')
        .map(line => line.split('\t'));
    const clinical = new Set(cells('icd10_gl').map(([code]) => code));
    const expected = cells('icd10').map(([code, , grey, sex]) => [
      code,
      INSURANCE + (clinical.has(code) ? CLINICAL : 0) + (grey === '1' ? GREY : 0) + (sex === 'M' ? MALE : 0) + (sex === 'F' ? FEMALE : 0),
    ]);
    expect([...facts.dx].slice(0, expected.length)).toEqual(expected);
  });

  it('are joined by maps, of which only the changes are kept', () => {
    const { dx, px } = clinicalMaps(installation);
    expect([dx.size, px.size, dx.get('A21.200'), dx.get('A00.000'), px.get('06.3100x002')]).toEqual([
      4_388,
      560,
      'A21.201+J17.0*',
      undefined,
      '06.3102',
    ]);
    expect([...dx.values()].filter(code => !((facts.dx.get(code) ?? 0) & INSURANCE))).toEqual([]);
    expect([...px.values()].filter(code => !((facts.px.get(code) ?? 0) & INSURANCE))).toEqual([]);
  });
});
