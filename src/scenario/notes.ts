/** What a reader of a result must know beside the numbers: illustrative values, stays that fit no price, what does not apply to the data. */

import type { BenchmarkTable } from '../payment/benchmarks.ts';
import { isSelfTest, SELF_TESTED } from '../payment/history/stamp.ts';
import type { Settlement } from '../payment/settlement.ts';
import { illustrativeNotes, settlementNotes, unreadNotes } from '../payment/settlement-notes.ts';
import { dateText } from '../policy/day.ts';
import type { Note } from './note.ts';
import { methodsOf, type ResolvedScenario } from './scenario.ts';

export type About = {
  readonly scenario: ResolvedScenario;
  readonly settlement: Settlement;
  readonly ownData: boolean;
  readonly inScope: number;
};

export const notesOf = (about: About): Note[] => [
  ...(methodsOf(about.scenario).every(method => method === 'ffs')
    ? []
    : [...illustrativeNotes([about.scenario.leaves]), ...unreadNotes([about.scenario.leaves])]),
  ...settlementNotes(about.settlement),
  ...notApplicable(about),
];

/** Means of the very stays that they are to measure: every index is then close to 1 and says nothing. */
export const selfTestNotes = (benchmarks: readonly BenchmarkTable[], files: readonly { readonly sha256: string }[]): Note[] =>
  benchmarks
    .filter(({ stamp }) => isSelfTest(stamp, files))
    .map(({ file }) => ({
      kind: 'self_tested',
      zh: `${SELF_TESTED}：区域均值 ${file} 由被衡量的病例测算，消耗指数不说明问题`,
      en: `self-tested, not for settlement: the regional means ${file} were made from the stays they measure; the indices prove nothing`,
    }));

function notApplicable({ scenario, ownData }: About): Note[] {
  if (ownData) return [];
  const { period, population, checks } = scenario;
  const notes: Note[] = [];
  if (period) {
    const [from, to] = [dateText(period.from), dateText(period.to)];
    notes.push({
      kind: 'not_applicable',
      zh: `不适用：期间 ${from} 至 ${to} 属于情景自带的数据，本次未按期间筛选`,
      en: `not applicable: the period ${from} to ${to} belongs to the scenario's own data; stays were not filtered by it`,
    });
  }
  if (population.hospitals) {
    const hospitals = population.hospitals.join(', ');
    notes.push({
      kind: 'not_applicable',
      zh: `不适用：医院 ${hospitals} 属于情景自带的数据，本次未按医院筛选`,
      en: `not applicable: the hospitals ${hospitals} belong to the scenario's own data; stays were not filtered by them`,
    });
  }
  for (const { id, source } of checks) {
    notes.push({
      kind: 'not_applicable',
      zh: `不适用：核对 ${id}（${source}）属于情景自带的数据`,
      en: `not applicable: the check ${id} (${source}) belongs to the scenario's own data`,
    });
  }
  return notes;
}
