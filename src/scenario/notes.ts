/** What a reader of a result must know beside the numbers: illustrative values, stays that fit no price, what does not apply to the data. */

import { yuanText } from '../money.ts';
import { bandIndex, type Settlement, unpricedReasons } from '../payment/settlement.ts';
import { dateText } from '../policy/day.ts';
import type { Leaves } from '../policy/leaf.ts';
import type { Note } from './note.ts';
import { methodsOf, type ResolvedScenario } from './scenario.ts';

export type About = {
  readonly scenario: ResolvedScenario;
  readonly settlement: Settlement;
  readonly ownData: boolean;
  readonly inScope: number;
};

export const notesOf = (about: About): Note[] => [...illustrative(about), ...unmapped(about), ...fundFloor(about), ...notApplicable(about)];

/** Values that nobody read in the region's own text. */
export const isIllustrative = (type: string | undefined): boolean => type === 'restated' || type === 'assumption';

function illustrative({ scenario }: About): Note[] {
  if (methodsOf(scenario).every(method => method === 'ffs')) return [];
  const sourced = sourcedLeaves(scenario.leaves);
  const shown = sourced.filter(({ source }) => isIllustrative(source?.type)).length;
  if (shown === 0) return [];
  return [
    {
      kind: 'illustrative',
      zh: `示意：${sourced.length} 个有来源的数值中 ${shown} 个为转述或假设，并非当地文件原文，结果不能作为结算依据`,
      en: `illustrative: ${shown} of ${sourced.length} sourced values are restated or assumed, not read in the region's own text; not a basis for settlement`,
    },
  ];
}

const sourcedLeaves = (leaves: Leaves) => [...leaves.values()].filter(({ value, source }) => value !== null && source !== undefined);

function unmapped({ settlement }: About): Note[] {
  const reasons = [
    {
      reason: unpricedReasons.indexOf('insurance_unmapped'),
      zh: '险种不在政策的 insurance_map 中',
      en: 'have an insurance type the policy does not map',
    },
    {
      reason: unpricedReasons.indexOf('level_unmapped'),
      zh: '医院级别在政策中没有费率',
      en: 'have a hospital level without a rate in the policy',
    },
  ];
  return reasons.flatMap(({ reason, zh, en }): Note[] => {
    let stays = 0;
    for (let i = 0; i < settlement.count; i++) if (settlement.reason[i] === reason && settlement.band[i] === bandIndex.unpriced) stays += 1;
    return stays === 0 ? [] : [{ kind: 'unmapped', zh: `${stays} 例${zh}，按未定价计`, en: `${stays} stays ${en}; counted as unpriced` }];
  });
}

/** Where the patient and the others already paid more than the payment, the fund pays 0 and takes nothing back: receipts exceed the payment. */
function fundFloor({ settlement }: About): Note[] {
  const { policies, by, band, payment, patient, other } = settlement;
  const stops = policies.map(policy => policy.method !== 'ffs' && policy.fund.method === 'difference');
  let [stays, fen] = [0, 0];
  for (let i = 0; i < settlement.count; i++) {
    if (!stops[by[i]!] || asBilled.has(band[i]!)) continue;
    const above = patient[i]! + other[i]! - payment[i]!;
    if (!(above > 0)) continue;
    stays += 1;
    fen += above;
  }
  if (stays === 0) return [];
  return [
    {
      kind: 'fund_floor',
      zh: `${stays} 例的个人和其他负担已超过支付额，基金支付止于 0、不倒扣：这些病例的收入合计比支付额多 ${yuanText(fen)} 元`,
      en: `in ${stays} stays the patient and others already pay more than the payment and the fund stops at 0, taking nothing back: receipts there exceed the payment by ${yuanText(fen)} yuan`,
    },
  ];
}

const asBilled = new Set([bandIndex.out, bandIndex.ffs, bandIndex.unpriced]);

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
