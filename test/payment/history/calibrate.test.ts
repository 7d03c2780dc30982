import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/money.ts';
import { type Calibration, calibrate, type Rules } from '../../../src/payment/history/calibrate.ts';
import { structureParts } from '../../../src/payment/history/structure.ts';
import { type Case, digits, historyOf, plainRules, vector } from './vector.ts';

const calibrated = (cases: readonly Case[], rules: Partial<Rules> = {}, codes?: readonly string[]): Calibration =>
  calibrate(historyOf(cases, codes), { ...plainRules, ...rules })!;
const weights = ({ groups }: Calibration, n = 4) => groups.map(({ weight }) => digits(weight, n));
const many = (drg: string, n: number, yuan: number, year?: number): readonly Case[] =>
  Array.from({ length: n }, () => ({ drg, yuan, ...(year === undefined ? {} : { year }) }));

describe('weights of a history', () => {
  it('are the worked vector of the reference', () => {
    const found = calibrated(vector);
    // A 20,000 / 4 = 5,000, B 100,000 / 5 = 20,000, C 30,000 / 3 = 10,000; all 150,000 / 12 = 12,500
    expect(digits(found.meanCost, 2)).toBe('1250000.00');
    expect(weights(found)).toEqual(['0.4000', '1.6000', '0.8000']);
    // in thousands: Σx² 102 + 2,040 + 302 = 2,444; SST 2,444 - 150²/12 = 569; SSW 2 + 40 + 2 = 44; 525 / 569
    expect(digits(found.riv, 4)).toBe('0.9227');
    expect(found.groups.map(({ cv }) => digits(cv, 4))).toEqual(['0.1414', '0.1414', '0.0816']);
    expect(digits(found.cmi, 4)).toBe('1.0000');
  });

  it('with the hospital of the vector give CMI .8000 and cost index 1.0500', () => {
    const [a, b] = calibrated(vector).groups;
    // two A with mean 5,500 and one B of 19,000: (0.4 + 0.4 + 1.6) / 3; (2 x 5,500/5,000 + 19,000/20,000) / 3
    const cmi = a!.weight!.times(2).plus(b!.weight!).div(3);
    const index = new Decimal(550_000).div(a!.meanCost!).times(2).plus(new Decimal(1_900_000).div(b!.meanCost!)).div(3);
    expect([digits(cmi, 4), digits(index, 4)]).toEqual(['0.8000', '1.0500']);
  });

  it('trim both sides alike', () => {
    // ten stays of 1,000 and one of 100,000: Q1 = Q3 = 1,000, so exactly 1,000 is kept
    const cases = [...many('AA11', 10, 1000), ...many('AA11', 1, 100_000), ...many('BB11', 10, 2000)];
    const found = calibrated(cases, { trim: 'iqr' });
    expect(found.groups.map(({ cases: n, kept, low, high }) => [n, kept, low, high])).toEqual([
      [11, 10, 0, 1],
      [10, 10, 0, 0],
    ]);
    // mean of all that is kept: (10 x 1,000 + 10 x 2,000) / 20 = 1,500
    expect([digits(found.meanCost, 0), ...weights(found)]).toEqual(['150000', '0.6667', '1.3333']);
  });

  it('weigh years 1:2:7 over the years a group has, and count what lies outside', () => {
    const cases: readonly Case[] = [
      ...many('AA11', 1, 12_000, 2023),
      ...many('AA11', 3, 12_600, 2024),
      ...many('AA11', 2, 13_000, 2025),
      ...many('BB11', 1, 6000, 2024),
      ...many('BB11', 4, 6000, 2022),
      ...many('BB11', 1, 6000),
    ];
    const found = calibrated(cases, { years: [1, 2, 7] });
    // (12,000 + 2 x 12,600 + 7 x 13,000) / 10 = 12,820; B only 2024: 6,000
    expect(found.groups.map(({ meanCost }) => digits(meanCost, 2))).toEqual(['1282000.00', '600000.00']);
    // all: 12,000; (3 x 12,600 + 6,000) / 4 = 10,950; 13,000 -> (12,000 + 21,900 + 91,000) / 10 = 12,490
    expect(digits(found.meanCost, 2)).toBe('1249000.00');
    expect(found.years).toEqual({ years: [2023, 2024, 2025], shares: [1, 2, 7] });
    expect(found.left).toEqual({ ungrouped: 0, no_cost: 0, zero_cost: 0, no_date: 1, other_year: 4 });
  });

  it('leave out what has no DRG or no cost, and say how many', () => {
    const cases = [
      ...vector,
      { drg: '0000', yuan: 1 },
      { drg: 'AQY', yuan: 1 },
      { drg: 'AA11', yuan: Number.NaN },
      { drg: 'AA11', yuan: 0 },
    ];
    const found = calibrated(cases);
    expect(found.left).toEqual({ ungrouped: 2, no_cost: 1, zero_cost: 1, no_date: 0, other_year: 0 });
    expect([found.read, found.used, found.kept, weights(found)]).toEqual([16, 12, 12, ['0.4000', '1.6000', '0.8000']]);
  });

  it('are none where no stay counts', () => {
    expect(calibrate(historyOf([{ drg: '0000', yuan: 5 }]), plainRules)).toBeUndefined();
  });
});

describe('stable and borrowed', () => {
  it('a group is stable from so many cases on, and up to a CV of 1', () => {
    const odd = (drg: string, ...yuan: readonly number[]): readonly Case[] => yuan.map(one => ({ drg, yuan: one }));
    const found = calibrated([
      ...many('AA11', 5, 10),
      ...many('BB11', 6, 10),
      // mean 10, deviations -9.99 x5 and +49.95: variance (5 x 99.8 + 2495) / 6 = 499: CV 2.23
      ...odd('CC11', 0.01, 0.01, 0.01, 0.01, 0.01, 59.95),
    ]);
    expect(found.groups.map(({ stable }) => stable)).toEqual([false, true, false]);
  });

  // CC1 has CC11 (2 stays of 300) and CC13 (10 stays of 100); AA11 is alone in its ADRG, ZZ11 has no stay
  const small = [...many('AA11', 2, 500), ...many('CC11', 2, 300), ...many('CC13', 10, 100)];
  const codes = ['AA11', 'CC11', 'CC13', 'ZZ11'];
  // mean of all: (1,000 + 600 + 1,000) / 14
  const mean = new Decimal(2600).div(14);

  it('from the ADRG where that has more cases than the group itself', () => {
    const { groups } = calibrated(small, { borrow: ['adrg'] }, codes);
    expect(groups.map(({ source, from }) => [source, from])).toEqual([
      ['computed', undefined],
      ['borrowed', 'adrg'],
      ['computed', undefined],
      ['none', undefined],
    ]);
    // (600 + 1,000) / 12 stays, over the mean; the group's own weight stays beside it
    expect(digits(groups[1]!.weight, 20)).toBe(digits(new Decimal(1600).div(12).div(mean), 20));
    expect(digits(groups[1]!.computed, 20)).toBe(digits(new Decimal(300).div(mean), 20));
    expect(groups[3]!.weight).toBeUndefined();
  });

  it('in the order that is named, as the tables have it', () => {
    const previous = new Map([['AA11', new Decimal('2.5')]]);
    const reference = new Map([
      ['AA11', new Decimal('3')],
      ['ZZ11', new Decimal('7.7')],
      ['CC13', new Decimal('0.5')],
    ]);
    const rules = { previous: (drg: string) => previous.get(drg), reference: (drg: string) => reference.get(drg) };
    const { groups, scale } = calibrated(small, { ...rules, borrow: ['previous', 'reference'] }, codes);
    expect(groups.map(({ weight, source, from }) => [digits(weight, 1), source, from])).toEqual([
      ['2.5', 'borrowed', 'previous'],
      ['1.6', 'computed', undefined],
      ['0.5', 'computed', undefined],
      ['7.7', 'reference', 'reference'],
    ]);
    // only CC13 is stable and in the reference: 0.538 of its own against 0.5 there
    expect([digits(scale.reference, 4), scale.previous]).toEqual(['1.0769', undefined]);
    // brought to this scale: 7.7 x 0.53846 / 0.5; the table before has no stable group in common and lends as it stands
    const brought = calibrated(small, { ...rules, borrow: ['previous', 'reference'], toScale: true }, codes).groups;
    expect([digits(brought[0]!.weight, 4), digits(brought[3]!.weight, 4)]).toEqual(['2.5000', '8.2923']);
  });

  it('comes back to a mean of one when asked', () => {
    const found = calibrated(small, { borrow: ['adrg'], normalise: true }, codes);
    expect(digits(found.cmi, 12)).toBe('1.000000000000');
  });
});

it('structure: the level stays, the shape moves', () => {
  // AA11 is all drugs, BB11 all service; drugs x 0.5 and service x 1.5: before .5 and 1.5 (n 1 each), F .25... kept at Σ = 2
  const history = historyOf([
    { drg: 'AA11', yuan: 100 },
    { drg: 'BB11', yuan: 300 },
  ]);
  const partOf = (part: string, row: number) => (part === (row === 0 ? 'drugs' : 'service') ? history.cost[row]! : 0);
  const factors = Object.fromEntries(
    structureParts.map(part => [part, new Decimal(part === 'drugs' ? '0.5' : part === 'service' ? '1.5' : 1)]),
  );
  const rules = { ...plainRules, structure: { factors: factors as never, partOf } };
  const { groups, cmi } = calibrate(history, rules)!;
  // .5 x .5 = .25 and 1.5 x 1.5 = 2.25, sum 2.5, brought back to 2: .2 and 1.8
  expect(groups.map(({ weight }) => digits(weight, 10))).toEqual(['0.2000000000', '1.8000000000']);
  expect(digits(cmi, 10)).toBe('1.0000000000');
});
