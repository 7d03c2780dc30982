import { describe, expect, it } from 'vitest';
import { readStays } from '../../src/files/read-stays.ts';
import { NO_DATE } from '../../src/stay/stay-table.ts';
import { fileOf, load, profiles } from './loading.ts';

const textOf = (dates: readonly string[]) =>
  [
    '结算流水号,险种类型,出院日期,主要诊断编码,医疗费总额,统筹基金支付',
    ...dates.map((date, i) => `K${i},310,${date},I63.900,10.00,7.00`),
    '',
  ].join('\n');

function read(...dates: readonly string[]) {
  const { table, findings } = load(textOf(dates));
  const of = findings.list.filter(({ column, rule }) => column === '出院日期' && rule !== 'date_missing');
  return {
    days: [...(table.discharged ?? [])].map(day => (day === NO_DATE ? 'none' : day)),
    found: of.map(({ row, rule, value }) => `${row} ${rule} ${value}`),
  };
}

describe('dates as the serial numbers of a spreadsheet, in a column that nobody said holds them', () => {
  // 25 569 is 1970-01-01: 45 725 is day 20 156, 2025-03-09; 2025-03-09 is 55 years of 365 days, 14 leap days and 67 days: 20 075 + 14 + 67
  it.each([
    ['all of them', ['45725', '45726', ''], [20_156, 20_157, 'none'], ['2 date_serial 45725']],
    ['the only one', ['45725'], [20_156], ['2 date_serial 45725']],
    ['with a time of day', ['45725.5', '45726.25'], [20_156, 20_157], ['2 date_serial 45725.5']],
    ['two beside dates', ['2025-03-09', '45726', '45727'], [20_156, 20_157, 20_158], ['3 date_serial 45726']],
    ['one beside dates', ['2025-03-09', '45726', '20250309'], [20_156, 'none', 20_156], ['3 date_invalid 45726']],
    [
      'beside other forms of dates',
      ['45725', '45726', '2025年3月9日'],
      ['none', 'none', 20_156],
      ['2 date_invalid 45725', '3 date_invalid 45726'],
    ],
    [
      'beside what is no date',
      ['45725', '45726', '???'],
      ['none', 'none', 'none'],
      ['2 date_invalid 45725', '3 date_invalid 45726', '4 date_invalid ***(3)'],
    ],
    // 36 000 is 1998-07-24, day 10 431; 55 000 is day 29 431
    ['the least and the most', ['36000', '55000'], [10_431, 29_431], ['2 date_serial 36000']],
    ['one below the least', ['35999', '45725'], ['none', 'none'], ['2 date_invalid 35999', '3 date_invalid 45725']],
    ['one above the most', ['55001', '45725'], ['none', 'none'], ['2 date_invalid 55001', '3 date_invalid 45725']],
  ] as const)('%s', (_, dates, days, found) => {
    expect(read(...dates)).toEqual({ days, found });
  });

  it('is said once for each file', () => {
    const options = { profiles };
    const { findings } = readStays(
      [fileOf(textOf(['45725', '45726']), 'a.csv'), fileOf(textOf(['45727']).replace('K0', 'L0'), 'b.csv')],
      options,
    );
    expect(findings.counts.date_serial).toBe(2);
  });

  it('a time of day of single digits is one, and a bad date is shown as it stands', () => {
    expect(read('2025-3-9 8:5:1', '12/03/2025', '8888666', '9/3/25', '571/88/6666')).toEqual({
      days: [20_156, 'none', 'none', 'none', 'none'],
      found: ['3 date_invalid 12/03/2025', '4 date_invalid ***(7)', '5 date_invalid 9/3/25', '6 date_invalid ***(9)'],
    });
  });
});
