import { describe, expect, it } from 'vitest';
import { type Question, type QuestionId, questionsOf } from '../../src/stay/questions.ts';
import { chargeCategories, type StayTable } from '../../src/stay/stay-table.ts';
import { dates, fen, fileOf, readingOf, tableOf, type Written, wordsOf } from './checks/written-stays.ts';

const answered = (table: StayTable) => new Map(questionsOf(table).map(question => [question.id, question]));
const answer = (table: StayTable, id: QuestionId): Omit<Question, 'id'> => {
  const { id: _, ...rest } = answered(table).get(id)!;
  return rest;
};
/** `given` of `all` stays as given, the others without it. */
const some = <T>(given: number, all: number, value: T, missing: T): T[] =>
  Array.from({ length: all }, (_, i) => (i < given ? value : missing));

describe('which questions a load answers', () => {
  it('all of them, when it has everything', () => {
    const one = fen(100);
    const stays: Written[] = [{ age: 0, ageDays: 3, weight: 3_000, dx: ['P07.300'], px: ['47.0100'] }];
    const word = wordsOf(['1']);
    const table = tableOf(stays, {
      words: { insurance: word, department: word, doctor: word },
      money: { total: one, fund: one, cash: one, ...Object.fromEntries(chargeCategories.map(field => [field, one])) },
      admitted: dates(1),
      discharged: dates(4),
      settled: dates(5),
      readmitPlanned: Uint8Array.of(0),
      patientKey: word,
      settlementKey: word,
      insurer: { drg: word, weight: word, payment: one },
      files: [fileOf(0, readingOf('amount'))],
    });
    const all = questionsOf(table);
    expect(all.filter(({ answer: given, lacks }) => given !== 'yes' || lacks.length > 0)).toEqual([]);
    expect(all.map(({ stays: n }) => n)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, undefined, 1, 1]);
  });

  it('none but the length of stay of a file with days and diagnoses alone', () => {
    const table = tableOf([{ sex: 0, age: -1 }]);
    expect(questionsOf(table).map(({ id, answer: given, lacks }) => [id, given, ...lacks].join(' '))).toEqual([
      'grouping partly px sex age',
      'age_groups no age',
      'settlement_fee no total',
      'settlement_drg no total patient',
      'margin no total fund patient',
      'split no fund patient',
      'departments no department',
      'doctors no doctor',
      'length yes',
      'trend no discharged',
      'structure no total charges',
      'readmissions no patient_key admitted discharged',
      'monitoring no items',
      'insurer no insurer_drg',
      'reconciliation no stay_id total fund',
    ]);
  });

  // 95 of 100 is enough, 94 is not
  it.each([
    [95, { answer: 'yes', lacks: [], stays: 95 }],
    [94, { answer: 'partly', lacks: ['doctor'], stays: 94 }],
    [0, { answer: 'no', lacks: ['doctor'], stays: 0 }],
  ])('%d of 100 stays that name a doctor', (n, expected) => {
    const table = tableOf(some(100, 100, {}, {}), {
      words: { doctor: wordsOf(some(n, 100, 'D001', '')) },
      money: { total: new Float64Array(100).fill(1) },
      files: [fileOf(0, readingOf('doctor'))],
    });
    expect(answer(table, 'doctors')).toEqual(expected);
  });

  it('partly, when each is there but rarely both', () => {
    // the first 97 have a fund, the last 97 a cash part: 94 have both
    const fund = fen(...some(97, 100, 5, undefined));
    const cash = fen(...some(97, 100, 5, undefined)).reverse();
    const table = tableOf(some(100, 100, {}, {}), { money: { fund, cash }, words: { insurance: wordsOf(some(100, 100, '310', '')) } });
    expect(answer(table, 'split')).toEqual({ answer: 'partly', lacks: ['fund', 'patient'], stays: 94 });
  });

  it('account or cash is a patient part', () => {
    const table = tableOf([{}, {}], { money: { total: fen(2, 2), fund: fen(1, 1), account: fen(1, undefined), cash: fen(undefined, 1) } });
    expect(answer(table, 'margin')).toEqual({ answer: 'yes', lacks: [], stays: 2 });
  });

  it('some charge categories answer partly and name the others', () => {
    const table = tableOf([{}], { money: { total: fen(2), bed: fen(1), western_drug: fen(1) } });
    expect(answer(table, 'structure')).toEqual({
      answer: 'partly',
      lacks: chargeCategories.filter(field => field !== 'bed' && field !== 'western_drug'),
      stays: 1,
    });
  });

  it('a number that was read and not kept is there all the same', () => {
    const table = tableOf([{}], {
      files: [fileOf(0, readingOf('patient_key', 'readmit_planned'))],
      admitted: dates(1),
      discharged: dates(2),
    });
    expect(answer(table, 'readmissions')).toEqual({ answer: 'yes', lacks: [], stays: 1 });
  });

  it('item lines are those of stays', () => {
    const lines = { count: 2, stay: Uint32Array.of(0, 0) };
    const table = { ...tableOf([{}, {}], { admitted: dates(1, 1), discharged: dates(2, 2) }), charges: lines } as unknown as StayTable;
    expect(answer(table, 'monitoring')).toEqual({ answer: 'partly', lacks: ['items'], stays: 1 });
  });
});
