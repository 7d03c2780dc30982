import { describe, expect, it } from 'vitest';
import { checkCompleteness } from '../../../src/stay/checks/completeness.ts';
import { dates, fileOf, notesOf, readingOf, tableOf, wordsOf } from './written-stays.ts';

describe('what a stay should say of itself', () => {
  it('is noted stay by stay where the column is there', () => {
    const table = tableOf([{}, { sex: 0, age: -1 }], {
      words: { department: wordsOf(['心内科', '']), discharge_way: wordsOf(['', '1']), insurance: wordsOf(['310', '']) },
      admitted: dates(100, undefined),
      discharged: dates(undefined, 107),
    });
    expect([...notesOf(note => checkCompleteness(table, note))].sort()).toEqual([
      '0 discharge_way discharge_way_missing',
      '0 discharged date_missing',
      '1 admitted date_missing',
      '1 age age_missing',
      '1 department department_missing',
      '1 insurance insurance_missing',
      '1 sex sex_missing',
    ]);
  });

  it('is no finding in any stay of a file that has not the column', () => {
    // the first file gives a sex, the second only names the column, the third has none
    const table = tableOf([{ sex: 2 }, { sex: 0 }, { sex: 0, file: 1 }, { sex: 0, file: 2 }], {
      files: [fileOf(0), fileOf(1, readingOf('sex')), fileOf(2, readingOf('age'))],
    });
    expect(notesOf(note => checkCompleteness(table, note))).toEqual(['1 sex sex_missing', '2 sex sex_missing']);
  });

  it('is nothing in a load without any of it', () => {
    expect(notesOf(note => checkCompleteness(tableOf([{ sex: 0, age: -1 }]), note))).toEqual([]);
  });
});
