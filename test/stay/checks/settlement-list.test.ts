import { describe, expect, it } from 'vitest';
import { type CodeFacts, FEMALE, INSURANCE, MALE, wordFacts } from '../../../src/stay/checks/code-facts.ts';
import { checkConflicts } from '../../../src/stay/checks/diagnosis-conflicts.ts';
import { checkDischargeWay } from '../../../src/stay/checks/discharge-way.ts';
import { checkDuplicates } from '../../../src/stay/checks/duplicate-codes.ts';
import { checkNewborns } from '../../../src/stay/checks/newborns.ts';
import { checkPrincipal } from '../../../src/stay/checks/principal.ts';
import { fileOf, notesOf, readingOf, tableOf, type Written, wordsOf } from './written-stays.ts';

const facts: CodeFacts = {
  dx: new Map([
    ['N40.x00', INSURANCE | MALE],
    ['N70.000', INSURANCE | FEMALE],
    ['I10.x00', INSURANCE],
  ]),
  px: new Map(),
};

describe('codes given twice', () => {
  it.each<[string, Written, readonly string[]]>([
    ['no code twice', { dx: ['I10.x00', 'E11.900'], px: ['47.0100'] }, []],
    ['the principal again', { dx: ['I10.x00', 'E11.900', 'I10.x00'] }, ['0 dx dx_duplicate I10.x00']],
    ['two codes twice are one note', { dx: ['I10.x00', 'E11.900', 'E11.900', 'I10.x00'] }, ['0 dx dx_duplicate E11.900']],
    ['a procedure', { px: ['47.0100', '47.0100'] }, ['0 px px_duplicate 47.0100']],
    ['the same code as both', { dx: ['47.0100'], px: ['47.0100'] }, []],
    ['empty places', { dx: ['I10.x00', '', ''] }, []],
    ['what may be a name is not shown', { dx: ['测试人', '测试人'] }, ['0 dx dx_duplicate ***(3)']],
  ])('%s', (_, stay, notes) => {
    expect(notesOf(note => checkDuplicates(tableOf([stay]), note))).toEqual(notes);
  });

  it('in two stays is none', () => {
    const table = tableOf([{ dx: ['I10.x00'] }, { dx: ['I10.x00'] }, { dx: ['I10.x00', 'I10.x00'] }]);
    expect(notesOf(note => checkDuplicates(table, note))).toEqual(['2 dx dx_duplicate I10.x00']);
  });
});

describe('diagnoses that are not of this patient', () => {
  it.each<[string, Written, readonly string[]]>([
    ['a prostate of a man', { sex: 1, dx: ['N40.x00'] }, []],
    ['a prostate of a woman', { sex: 2, dx: ['I10.x00', 'N40.x00'] }, ['0 dx dx_sex_conflict N40.x00']],
    ['an ovary of a woman', { sex: 2, dx: ['N70.000'] }, []],
    ['an ovary of a man', { sex: 1, dx: ['N70.000'] }, ['0 dx dx_sex_conflict N70.000']],
    ['a sex that is missing', { sex: 0, dx: ['N70.000', 'N40.x00'] }, []],
    ['a birth by a man', { sex: 1, age: 30, dx: ['O80.000'] }, ['0 dx dx_sex_conflict O80.000']],
    ['a mother of 9', { sex: 2, age: 9, dx: ['O80.000'] }, ['0 dx dx_age_conflict O80.000']],
    ['a mother of 10', { sex: 2, age: 10, dx: ['O80.000'] }, []],
    ['a mother of 60', { sex: 2, age: 60, dx: ['O80.000'] }, []],
    ['a mother of 61', { sex: 2, age: 61, dx: ['I10.x00', 'O24.400'] }, ['0 dx dx_age_conflict O24.400']],
    ['a mother whose age is missing', { sex: 2, age: -1, dx: ['O80.000'] }, []],
    ['a perinatal principal before the first birthday', { age: 0, dx: ['P22.000'] }, []],
    ['a perinatal principal after it', { age: 1, dx: ['P22.000'] }, ['0 dx dx_age_conflict P22.000']],
    ['a perinatal principal without age', { age: -1, dx: ['P22.000'] }, []],
    ['the last perinatal category', { age: 1, dx: ['P96.900'] }, ['0 dx dx_age_conflict P96.900']],
    ['no perinatal category', { age: 1, dx: ['P97.000'] }, []],
    ['a perinatal condition beside another principal', { age: 20, dx: ['I10.x00', 'P27.100'] }, []],
    ['no diagnosis at all', { age: 1, dx: [] }, []],
  ])('%s', (_, stay, notes) => {
    const table = tableOf([stay]);
    expect(notesOf(note => checkConflicts(table, wordFacts(table, facts), note))).toEqual(notes);
  });
});

describe('codes that are never the principal diagnosis', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['the last code before the causes', ['U99.000'], []],
    ['an external cause', ['V01.x00'], ['0 dx external_cause_principal V01.x00']],
    ['the last cause', ['Y98.x00'], ['0 dx external_cause_principal Y98.x00']],
    ['the first code after the causes', ['Z00.000'], []],
    ['a cause beside an injury', ['S72.000', 'W01.x00'], []],
    ['a morphology', ['M80000/0'], ['0 dx morphology_principal M80000/0']],
    ['a morphology of four digits', ['M8140/3'], ['0 dx morphology_principal M8140/3']],
    ['osteoporosis', ['M80.000'], []],
    ['a disease of bones with a slash', ['M79000/0'], []],
    ['a neoplasm with its morphology', ['C22.101M81600/3'], []],
    ['an asterisk alone', ['J17.0*'], ['0 dx asterisk_principal J17.0*']],
    ['a dagger with its asterisk', ['A01.000x005+J17.0*'], []],
    ['an asterisk beside its dagger', ['A01.000x005', 'J17.0*'], []],
    ['no diagnosis', [], []],
  ])('%s', (_, dx, notes) => {
    const table = tableOf([{ dx }, { dx: ['I10.x00'] }]);
    expect(notesOf(note => checkPrincipal(table, wordFacts(table, facts), note))).toEqual(notes);
  });
});

describe('newborns', () => {
  const both = { files: [fileOf(0, readingOf('age_days', 'birth_weight_g'))] };

  it.each<[string, Written, readonly string[]]>([
    ['28 days and no weight', { age: 0, ageDays: 28 }, ['0 birth_weight_g newborn_weight_missing']],
    ['29 days and no weight', { age: 0, ageDays: 29 }, []],
    ['the day of birth', { age: 0, ageDays: 0 }, ['0 birth_weight_g newborn_weight_missing']],
    ['a year and days of a newborn', { age: 1, ageDays: 5 }, []],
    ['299 g', { age: 0, ageDays: 5, weight: 299 }, ['0 birth_weight_g newborn_weight_unlikely 299']],
    ['300 g', { age: 0, ageDays: 5, weight: 300 }, []],
    ['8 000 g', { age: 0, ageDays: 5, weight: 8_000 }, []],
    ['8 001 g', { age: 0, ageDays: 5, weight: 8_001 }, ['0 birth_weight_g newborn_weight_unlikely 8001']],
    ['8 001 g at 29 days', { age: 0, ageDays: 29, weight: 8_001 }, []],
    [
      'a perinatal diagnosis without days',
      { age: 0, dx: ['I10.x00', 'P07.300'] },
      ['0 age_days newborn_days_missing', '0 birth_weight_g newborn_weight_missing'],
    ],
    ['a perinatal diagnosis without days and 300 g', { age: 0, weight: 300, dx: ['P07.300'] }, ['0 age_days newborn_days_missing']],
    ['another diagnosis without days', { age: 0, dx: ['J18.900'] }, []],
    ['a perinatal diagnosis of an older child', { age: 1, dx: ['P07.300'] }, []],
  ])('%s', (_, stay, notes) => {
    const table = tableOf([stay], both);
    expect(notesOf(note => checkNewborns(table, wordFacts(table, facts), note))).toEqual(notes);
  });

  it('of a file without these columns lack nothing, as it is said once', () => {
    const table = tableOf([
      { age: 0, dx: ['P07.300'] },
      { age: 0, ageDays: 3, file: 1 },
    ]);
    expect(notesOf(note => checkNewborns(table, wordFacts(table, facts), note))).toEqual([]);
  });
});

it('ways of discharge are 1 to 5 and 9', () => {
  const ways = ['', '0', '1', '2', '3', '4', '5', '6', '8', '9', '10', '医嘱离院'];
  const table = tableOf(
    ways.map(() => ({})),
    { words: { discharge_way: wordsOf(ways) } },
  );
  expect(notesOf(note => checkDischargeWay(table, note))).toEqual([
    '1 discharge_way discharge_way_invalid 0',
    '7 discharge_way discharge_way_invalid 6',
    '8 discharge_way discharge_way_invalid 8',
    '10 discharge_way discharge_way_invalid 10',
    '11 discharge_way discharge_way_invalid ***(4)',
  ]);
  expect(notesOf(note => checkDischargeWay(tableOf([{}]), note))).toEqual([]);
});
