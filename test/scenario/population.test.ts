import { describe, expect, it } from 'vitest';
import { runScenarios } from '../../src/scenario/plan.ts';
import { hospitalOf, type WrittenStay } from '../payment/written-stays.ts';
import { baseline, failure, groupedAs, resolved, toyGroups, weightsA } from './city.ts';

const stay: WrittenStay = {
  hospital: 'H1',
  insurance: '310',
  settled: '2025-06-01',
  days: 10,
  total: '100',
  fund: '60',
  account: '10',
  cash: '30',
};
const stays: readonly WrittenStay[] = [
  stay,
  { ...stay, days: 60 },
  { ...stay, days: 59 },
  { ...stay, days: 2, insurance: '390' },
  { ...stay, settled: '2024-12-31' },
  { ...stay, settled: '2025-12-31' },
  { ...stay, hospital: 'H2' },
  { hospital: 'H1', insurance: '310', days: 10, total: '100', fund: '60', account: '10', cash: '30' },
  { ...stay, days: 3, discharge_way: '2' },
  { ...stay, days: 4, discharge_way: '2' },
  { ...stay, insurance: '999' },
];

function run(text: string, ownData = true, written = stays) {
  const [done] = runScenarios([resolved('a.yaml', { 'a.yaml': baseline + text })], {
    stays: hospitalOf(written),
    ownData,
    groupingOf: () => ({ columns: groupedAs(written.map(() => 'A')), groups: toyGroups }),
    weightsOf: () => weightsA,
  });
  return done!;
}
const rules = (...exclude: string[]) => `population: {data: data/own.csv, exclude: [${exclude.join(', ')}]}\n`;
const period = 'period: {from: 2025-01-01, to: 2025-12-31, by: settled}\n';

describe('who is in a scenario', () => {
  it.each([
    ['', []],
    [rules('{id: long, when: {days_gte: 60}, source: s}'), [{ rule: 'long', stays: 1 }]],
    [rules('{id: long, when: {days_gt: 59}, source: s}'), [{ rule: 'long', stays: 1 }]],
    [rules('{id: long, when: {days_gt: 58}, source: s}'), [{ rule: 'long', stays: 2 }]],
    [rules('{id: short, when: {days_lte: 2}, source: s}'), [{ rule: 'short', stays: 1 }]],
    [rules('{id: short, when: {days_lt: 2}, source: s}'), []],
    [rules('{id: moved, when: {discharge_way: "2", days_lte: 3}, source: s}'), [{ rule: 'moved', stays: 1 }]],
    // a stay that two rules leave out is counted once, under the first
    [
      rules('{id: a, when: {days_gte: 60}, source: s}', '{id: b, when: {days_gte: 59}, source: s}'),
      [
        { rule: 'a', stays: 1 },
        { rule: 'b', stays: 1 },
      ],
    ],
    ['population: {insurance: [resident]}\n', [{ rule: 'insurance', stays: 10 }]],
    ['population: {insurance: [employee, resident]}\n', [{ rule: 'insurance', stays: 1 }]],
    ['view: {region: city, hospitals: [H1]}\n', [{ rule: 'hospitals', stays: 1 }]],
    [
      period,
      [
        { rule: 'no_date', stays: 1 },
        { rule: 'period', stays: 1 },
      ],
    ],
  ])('%s', (text, excluded) => {
    const { input, inScope, excluded: counted } = run(text);
    const out = excluded.reduce((sum, rule) => sum + rule.stays, 0);
    expect({ input, inScope, excluded: counted }).toEqual({ input: 11, inScope: 11 - out, excluded });
  });

  it('goes by the day of settlement or of discharge, the other where one is missing', () => {
    const text = (by: string) => `period: {from: 2025-01-01, to: 2025-01-31, by: ${by}}\n`;
    const days: readonly WrittenStay[] = [
      { ...stay, discharged: '2025-01-31', settled: '2025-02-01' },
      { ...stay, discharged: '2024-12-31', settled: '2025-01-01' },
      { ...stay, discharged: '2025-01-31', settled: '2025-01-31' },
      { discharged: '2025-01-01', total: '100', fund: '60', account: '10', cash: '30' },
    ];
    const inScope = (by: string) => [...run(text(by), true, days).settlement.band].map(band => band !== 0);
    expect([inScope('settled'), inScope('discharged')]).toEqual([
      [false, true, true, true],
      [true, false, true, true],
    ]);
  });

  it('is in every sum or in none', () => {
    const { settlement } = run(rules('{id: long, when: {days_gte: 60}, source: s}'));
    expect([settlement.band[1], settlement.payment[1], settlement.fund[1]]).toEqual([0, 0, 0]);
    expect(settlement.payment.reduce((a, b) => a + b, 0)).toBe(10 * 10_000);
  });

  it('is not filtered by the period of other data, but by the rules', () => {
    const text = `${period}view: {hospitals: [H1]}\n${rules('{id: long, when: {days_gte: 60}, source: s}')}checks: [{id: c, measure: cost, equals: "1", source: statement}]\n`;
    const { excluded, checks, notes } = run(text, false);
    expect({ excluded, checks }).toEqual({ excluded: [{ rule: 'long', stays: 1 }], checks: [] });
    expect(notes.map(note => [note.kind, note.en])).toEqual([
      [
        'not_applicable',
        "not applicable: the period 2025-01-01 to 2025-12-31 belongs to the scenario's own data; stays were not filtered by it",
      ],
      ['not_applicable', "not applicable: the hospitals H1 belong to the scenario's own data; stays were not filtered by them"],
      ['not_applicable', "not applicable: the check c (statement) belongs to the scenario's own data"],
    ]);
  });
});

describe('a population that cannot be meant', () => {
  it.each([
    ['period: {from: 2025-12-31, to: 2025-01-01}\n', 'the period ends before it begins'],
    ['period: {from: 2025-01-01, to: 2025-12-31, by: admitted}\n', 'period.by is settled or discharged, not admitted'],
    [rules('{id: long, when: {days_get: 60}, source: s}'), 'no condition named "days_get"'],
    [rules('{id: long, when: {days_gte: "60"}, source: s}'), '"days_gte" must be a whole number'],
    [rules('{id: moved, when: {discharge_way: 2}, source: s}'), '"discharge_way" must be quoted text'],
    [rules('{id: long, when: {}, source: s}'), 'the rule has no `when`'],
    [rules('{id: long, when: {days_gte: 60}}'), '"source" is missing'],
    [rules('{id: a, when: {days_gte: 60}, source: s}', '{id: a, when: {days_lte: 2}, source: s}'), 'the id of the rule is taken: a'],
    [rules('{id: period, when: {days_gte: 60}, source: s}'), 'the id of the rule is taken: period'],
    ['population: {insurance: employee}\n', '"insurance" must be a list'],
  ])('%s', (text, en) => expect(failure(() => run(text))).toMatchObject({ code: 'SCENARIO_INVALID', at: 'a.yaml:6', en }));

  it('names an insurance that the policy does not know', () => {
    expect(failure(() => run('population: {insurance: [employes]}\n'))).toEqual({
      code: 'PARAMETER_UNKNOWN',
      at: 'a.yaml:6',
      en: 'the policy has no insurance named "employes"',
      hint: 'Did you mean "employee"?',
    });
  });
});
