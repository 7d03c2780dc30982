/** Which stays of a load a scenario pays for, and by which rule the others are left out: the first that applies, in a fixed order. */
import { conditionTest } from '../payment/condition-test.ts';
import { dayOfStay } from '../stay/day-of-stay.ts';
import { NO_DATE, type StayTable, wordAt } from '../stay/stay-table.ts';
import type { ExcludeRule, Period, ResolvedScenario } from './scenario.ts';

export type InScope = {
  /** 1 in, 0 out. */
  readonly inScope: Uint8Array;
  readonly count: number;
  /** Rules that left somebody out, in the order they are asked. */
  readonly excluded: readonly { readonly rule: string; readonly stays: number }[];
};

/**
 * `ownData`: the scenario runs on the data it was written for. On other data (`--data`) its period and its hospitals do not apply.
 * Order: period, hospitals, insurance, then the rules as written.
 */
export function populationIn(stays: StayTable, scenario: ResolvedScenario, ownData: boolean): InScope {
  const { population, period } = scenario;
  const rules: Test[] = [
    ...(ownData && period ? periodTests(stays, period) : []),
    ...(ownData && population.hospitals ? [oneOf('hospitals', stays, 'hospital', new Set(population.hospitals))] : []),
    ...(population.insurance ? [oneOf('insurance', stays, 'insurance', insuranceCodes(scenario, population.insurance))] : []),
    ...population.exclude.map(rule => ruleTest(stays, rule)),
  ];
  const inScope = new Uint8Array(stays.count).fill(1);
  const out = rules.map(() => 0);
  let count = stays.count;
  for (let i = 0; i < stays.count; i++) {
    const rule = rules.findIndex(({ leavesOut }) => leavesOut(i));
    if (rule < 0) continue;
    inScope[i] = 0;
    out[rule]! += 1;
    count -= 1;
  }
  return { inScope, count, excluded: rules.map(({ id }, r) => ({ rule: id, stays: out[r]! })).filter(rule => rule.stays > 0) };
}

type Test = { readonly id: string; readonly leavesOut: (row: number) => boolean };

const periodTests = (stays: StayTable, { from, to, by }: Period): Test[] => [
  { id: 'no_date', leavesOut: row => dayOfStay(stays, row, by) === NO_DATE },
  {
    id: 'period',
    leavesOut: row => {
      const day = dayOfStay(stays, row, by);
      return day < from || day > to;
    },
  },
];

function oneOf(id: string, stays: StayTable, field: 'hospital' | 'insurance', words: ReadonlySet<string>): Test {
  return { id, leavesOut: row => !words.has(wordAt(stays.words[field], row)) };
}

/** Loaded insurance codes behind the keys of the policy's insurance_map. */
function insuranceCodes({ leaves }: ResolvedScenario, keys: readonly string[]): ReadonlySet<string> {
  return new Set(keys.flatMap(key => (leaves.get(`insurance_map.${key}`)?.value ?? []) as readonly string[]));
}

const ruleTest = (stays: StayTable, { id, when }: ExcludeRule): Test => {
  const tests = when.map(condition => conditionTest(condition, { stays, grouped: undefined }));
  return { id, leavesOut: row => tests.every(test => test(row)) };
};
