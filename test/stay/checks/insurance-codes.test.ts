import { describe, expect, it } from 'vitest';
import { clinicalFiles } from '../../../src/stay/checks/clinical-files.ts';
import { CLINICAL, type CodeFacts, INSURANCE, wordFacts } from '../../../src/stay/checks/code-facts.ts';
import { type CodesWanted, insuranceCodes } from '../../../src/stay/checks/insurance-codes.ts';
import type { StayTable } from '../../../src/stay/stay-table.ts';
import { notesOf, tableOf, type Written } from './written-stays.ts';

const numbered = (letter: string, n: number) => Array.from({ length: n }, (_, i) => `${letter}${String(i + 10)}.000`);
// K and L are codes of one list, B of both
const clinical = numbered('K', 30);
const insurance = numbered('L', 30);
const both = numbered('B', 30);
const facts: CodeFacts = {
  dx: new Map([
    ...clinical.map(code => [code, CLINICAL] as const),
    ...insurance.map(code => [code, INSURANCE] as const),
    ...both.map(code => [code, INSURANCE | CLINICAL] as const),
  ]),
  px: new Map([['00.6500x014', INSURANCE | CLINICAL]]),
};
const maps = {
  dx: new Map([
    ['K10.000', 'L10.000'],
    ['K11.000', 'Z99.900'],
    // the same code means something else in the other list
    ['B10.000', 'L11.000'],
  ]),
  px: new Map([['00.6500x014', '00.6501']]),
};

describe('files coded in the 国临版', () => {
  const evidence = (...stays: readonly Written[]) => {
    const table = tableOf(stays);
    return clinicalFiles(table, wordFacts(table, facts));
  };

  it.each([
    // 18 of 20 are nine in ten
    ['18 of 20', 18, 2, true],
    ['17 of 20', 17, 3, false],
    ['19 of 19: too few', 19, 0, false],
    ['20 of 20', 20, 0, true],
    ['27 of 30', 27, 3, true],
    ['26 of 30', 26, 4, false],
    ['none', 0, 0, false],
  ])('%s', (_, ofClinical, ofInsurance, isClinical) => {
    const codes = [...clinical.slice(0, ofClinical), ...insurance.slice(0, ofInsurance), ...both];
    // each code twice: evidence is of distinct codes
    expect(evidence({ dx: codes }, { dx: codes })).toEqual([{ clinical: ofClinical, insurance: ofInsurance, isClinical }]);
  });

  it('are judged one by one', () => {
    expect(evidence({ dx: clinical, file: 1 }, { dx: insurance }, { dx: both, file: 2 })).toEqual([
      { clinical: 0, insurance: 30, isClinical: false },
      { clinical: 30, insurance: 0, isClinical: true },
      { clinical: 0, insurance: 0, isClinical: false },
    ]);
  });
});

describe('codes as the insurer knows them', () => {
  const lists = ({ dx, px, count }: StayTable) =>
    [dx, px].map(list =>
      Array.from({ length: count }, (_, row) =>
        [...list.codes.subarray(list.offsets[row], list.offsets[row + 1])].map(code => list.words[code]!).join(' '),
      ),
    );
  const insured = (table: StayTable, codes?: CodesWanted['codes']) => {
    let result: ReturnType<typeof insuranceCodes> | undefined;
    const notes = notesOf(note => {
      result = insuranceCodes(table, { facts, maps: () => maps, codes }, note);
    });
    return { ...result!, notes };
  };
  const mixed = tableOf([
    { dx: ['K10.000', 'B11.000', 'K11.000'], px: ['00.6500x014'] },
    { dx: ['B11.000'] },
    { dx: ['B10.000', 'L10.000'], file: 1 },
  ]);

  it('asked for, every file is converted, codes of both lists too', () => {
    const { table, conversions, notes } = insured(mixed, 'clinical');
    expect(lists(table)).toEqual([
      ['L10.000 B11.000 Z99.900', 'B11.000', 'L11.000 L10.000'],
      ['00.6501', '', ''],
    ]);
    expect(conversions).toEqual([
      { file: '1.csv', stays: 1, codes: 3 },
      { file: '2.csv', stays: 1, codes: 1 },
    ]);
    expect(notes).toEqual(['0 dx code_converted K10.000', '2 dx code_converted B10.000', '0 px code_converted 00.6500x014']);
    expect(lists(mixed)[0]![0]).toBe('K10.000 B11.000 K11.000');
  });

  it('on evidence, only the files that have it', () => {
    const table = tableOf([{ dx: ['B10.000', ...clinical] }, { dx: ['B10.000', ...insurance], file: 1 }]);
    const done = insured(table);
    expect(lists(done.table)[0]!.map(codes => codes.slice(0, 23))).toEqual(['L11.000 L10.000 Z99.900', 'B10.000 L10.000 L11.000']);
    expect(done.conversions).toEqual([{ file: '1.csv', stays: 1, codes: 3, evidence: { clinical: 30, insurance: 0 } }]);
  });

  it('without evidence, or where the person says so, the table is the same', () => {
    expect(
      [insured(mixed), insured(tableOf([{ dx: clinical }]), 'insurance')].map(({ conversions, notes }) => [conversions, notes]),
    ).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(insured(mixed).table).toBe(mixed);
  });

  it('the maps are read only for a conversion', () => {
    const never = () => {
      throw new Error('read');
    };
    expect(insuranceCodes(mixed, { facts, maps: never }, () => undefined).table).toBe(mixed);
  });
});
