/** Both sides of every bound of the auxiliary lists. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ageClass, auxiliaryClasses, cciClass, icuClass, severityClass, tumourClass } from '../../../src/payment/dip/auxiliary-classes.ts';
import { classColumns } from '../../../src/payment/dip/auxiliary-columns.ts';
import { comorbidityIndex, readComorbidities } from '../../../src/payment/dip/comorbidity.ts';
import { readSigns } from '../../../src/payment/dip/signs.ts';
import { staysWith } from './written-catalogue.ts';

const shipped = (file: string): string => readFileSync(`data/dip/${file}`, 'utf8');
const comorbidities = readComorbidities(shipped('cci.tsv'), 'cci.tsv');
const signs = readSigns(shipped('severity.tsv'), 'severity.tsv');

const alive = { dead: false, days: 3, sign: 0 };

describe('classes', () => {
  it.each([
    [0, '0'],
    [1, '1-2'],
    [2, '1-2'],
    [3, '3-4'],
    [4, '3-4'],
    [5, '5+'],
    [24, '5+'],
  ])('an index of %i is %s', (index, name) => {
    expect(auxiliaryClasses.cci[cciClass(index)]).toBe(name);
  });

  it.each([
    [{ ...alive, sign: 2 }, 'heavy'],
    [{ ...alive, sign: 2, days: 2 }, 'light'],
    [{ ...alive, sign: 1 }, 'moderate'],
    [{ ...alive, sign: 1, days: 2 }, 'light'],
    [alive, 'light'],
    [{ ...alive, sign: 2, days: -1 }, 'light'],
    [{ dead: true, days: 2, sign: 0 }, 'dead_early'],
    [{ dead: true, days: 3, sign: 2 }, 'dead'],
    [{ dead: true, days: -1, sign: 0 }, 'dead'],
  ])('severity of %j is %s', (course, name) => {
    expect(auxiliaryClasses.severity[severityClass(course)]).toBe(name);
  });

  it.each([
    // age, age in days, severity (2 is heavy)
    [0, 0, 0, '0-28d'],
    [0, 28, 0, '0-28d'],
    [0, 29, 0, '29d-1y'],
    [-1, 28, 0, '0-28d'],
    [-1, 29, 0, '29d-1y'],
    [0, -1, 0, '29d-1y'],
    [1, -1, 0, '1-6'],
    [6, -1, 0, '1-6'],
    [7, -1, 0, '7-17'],
    [17, -1, 0, '7-17'],
    [18, -1, 2, '18-64'],
    [64, -1, 2, '18-64'],
    [65, -1, 2, '65-69 heavy'],
    [69, -1, 0, '65-69 light'],
    [70, -1, 1, '70-79 moderate'],
    [79, -1, 0, '70-79 light'],
    [80, -1, 4, '80+ dead'],
    [-1, -1, 2, '18-64'],
  ])('age %i, %i days, severity %i: %s', (age, days, severity, name) => {
    expect(auxiliaryClasses.age[ageClass(age, days, severity)]).toBe(name);
  });

  it.each([
    [Number.NaN, '0-1'],
    [24, '0-1'],
    [25, '2-7'],
    [168, '2-7'],
    [169, '8-14'],
    [336, '8-14'],
    [337, '15-30'],
    [720, '15-30'],
    [721, '31+'],
  ])('%d hours in intensive care: %s days', (hours, name) => {
    expect(auxiliaryClasses.icu[icuClass(hours)]).toBe(name);
  });

  const tumour = { malignant: true, severity: 0, metastasis: false, dear: false, mostTreatment: false, mostDrugs: false };
  it.each([
    [{ ...tumour, malignant: false, severity: 4 }, 'none'],
    [{ ...tumour, severity: 3, dear: true, mostDrugs: true }, 'dead'],
    [{ ...tumour, dear: true, mostTreatment: true, mostDrugs: true }, 'dear_treatment'],
    [{ ...tumour, dear: true, mostDrugs: true, metastasis: true }, 'dear_drugs'],
    [{ ...tumour, dear: true, metastasis: true, severity: 2 }, 'metastasis'],
    [{ ...tumour, mostDrugs: true, severity: 2 }, 'failure'],
    [{ ...tumour, severity: 1 }, 'damage'],
    [tumour, 'other'],
  ])('tumour %j is %s', (stay, name) => {
    expect(auxiliaryClasses.tumour[tumourClass(stay)]).toBe(name);
  });
});

describe('the Charlson index of codes', () => {
  const index = (...codes: string[]) =>
    comorbidityIndex(
      codes.reduce((bits, code) => bits | (comorbidities.bitOf(code) ?? 0), 0),
      comorbidities,
    );
  it.each([
    [['Z00.000'], 0],
    [['I25.200'], 1],
    // I25.1 is none of the conditions, I25.2 an old infarction
    [['I25.103'], 0],
    // each condition once
    [['I21.000', 'I21.900x004', 'I22.000'], 1],
    [['E11.900'], 1],
    // with a complication it counts 2 and not 3
    [['E11.900', 'E11.200x021+'], 2],
    [['C34.900', 'C77.900'], 6],
    [['K73.900', 'K76.600'], 3],
    [['B24.x01', 'N18.001', 'I50.900x002'], 9],
  ])('%j is %i', (codes, expected) => {
    expect(index(...codes)).toBe(expected);
  });
});

describe('columns', () => {
  it('look at the other diagnoses, not at the principal one', () => {
    const stays = staysWith([
      { dx: ['N18.001', 'I25.200'], age: 70, days: 5 },
      { dx: ['A41.900', 'J18.900'], age: 70, days: 5 },
      { dx: ['J18.900', 'A41.900'], age: 30, days: 5, icu: 200 },
      { dx: ['C34.900', 'C78.000'], age: 30, days: 5, discharge_way: '5' },
    ]);
    const columns = classColumns(
      { stays, comorbidities, signs, groupMean: () => Number.NaN },
      new Set(['cci', 'severity', 'age', 'icu', 'tumour']),
    );
    const said = (dimension: 'cci' | 'severity' | 'age' | 'icu' | 'tumour') =>
      [...columns[dimension]!].map(c => auxiliaryClasses[dimension][c]);
    expect(said('cci')).toEqual(['1-2', '0', '0', '5+']);
    expect(said('severity')).toEqual(['light', 'moderate', 'heavy', 'dead']);
    expect(said('age')).toEqual(['70-79 light', '70-79 moderate', '18-64', '18-64']);
    expect(said('icu')).toEqual(['0-1', '0-1', '8-14', '0-1']);
    expect(said('tumour')).toEqual(['none', 'none', 'none', 'dead']);
  });

  it('are none where the file has no hours of intensive care, and none that nobody asks for', () => {
    const { icuHours: _, ...stays } = staysWith([{ dx: ['I10.x00'] }]);
    const columns = classColumns({ stays, comorbidities, signs, groupMean: () => 0 }, new Set(['icu']));
    expect(columns).toEqual({ cci: undefined, severity: undefined, tumour: undefined, age: undefined, icu: undefined });
  });

  it('a dear tumour is three times the mean of its group, and half of it treatment or drugs', () => {
    const row = { dx: ['C34.900'], age: 50, days: 9 };
    const stays = staysWith(['30000.00', '29999.99'].map(total => ({ ...row, total })));
    const drugs = { ...stays, money: { ...stays.money, western_drug: Float64Array.from([1_500_000, 2_999_999]) } };
    const { tumour } = classColumns({ stays: drugs, comorbidities, signs, groupMean: () => 1_000_000 }, new Set(['tumour']));
    expect([...tumour!].map(c => auxiliaryClasses.tumour[c])).toEqual(['dear_drugs', 'other']);
  });
});
