/** What a reader of a settlement must know beside the numbers: illustrative values, stays that nobody prices, a fund that stopped at 0. */
import { yuanText } from '../money.ts';
import { type Leaves, placeText, type SourceType } from '../policy/leaf.ts';
import { unreadSections } from '../policy/names-read.ts';
import { bandIndex, type Settlement, type UnpricedReason, unpricedReasons } from './settlement.ts';

export type SettlementNote = {
  readonly kind: 'illustrative' | 'unmapped' | 'fund_floor' | 'fund_unknown' | 'unread';
  readonly zh: string;
  readonly en: string;
};

export const settlementNotes = (settlement: Settlement): SettlementNote[] => [
  ...unmapped(settlement),
  ...fundFloor(settlement),
  ...fundUnknown(settlement),
];

/** Values that nobody read in the region's own text. */
export const isIllustrative = (type: SourceType | undefined): boolean => type === 'restated' || type === 'assumption';

/** Over all the policies of a run. */
export function illustrativeNotes(policies: readonly Leaves[]): SettlementNote[] {
  const sourced = policies.flatMap(leaves => [...leaves.values()].filter(({ value, source }) => value !== null && source !== undefined));
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

/** Rules that the policies write and that none of their methods reads, with the first line of each. */
export function unreadNotes(policies: readonly Leaves[]): SettlementNote[] {
  const unread = new Map(
    policies.flatMap(unreadSections).map(({ section, at }) => [`${section}（${placeText(at)}）`, `${section} (${placeText(at)})`]),
  );
  if (unread.size === 0) return [];
  return [
    {
      kind: 'unread',
      zh: `${unread.size} 节规则按现在的付费方式不起作用：${[...unread.keys()].join('、')}`,
      en: `${unread.size} sections of rules do nothing under the payment method: ${[...unread.values()].join(', ')}`,
    },
  ];
}

const mapReasons: readonly { readonly reason: UnpricedReason; readonly zh: string; readonly en: string }[] = [
  { reason: 'insurance_unmapped', zh: '险种不在政策的 insurance_map 中', en: 'have an insurance type the policy does not map' },
  { reason: 'level_unmapped', zh: '医院级别在政策中没有费率', en: 'have a hospital level without a rate in the policy' },
  { reason: 'hospital_unlisted', zh: '医院不在政策的表中', en: 'belong to a hospital that the policy does not list' },
  {
    reason: 'no_policy',
    zh: '参保地或出院日没有对应的政策（见政策的 insured_places 和 effective.from）',
    en: 'have an insured place or a day that no policy given is in force for (insured_places, effective.from)',
  },
];

function unmapped({ count, reason, band }: Settlement): SettlementNote[] {
  return mapReasons.flatMap(({ reason: why, zh, en }): SettlementNote[] => {
    const at = unpricedReasons.indexOf(why);
    let stays = 0;
    for (let i = 0; i < count; i++) if (reason[i] === at && band[i] === bandIndex.unpriced) stays += 1;
    return stays === 0 ? [] : [{ kind: 'unmapped', zh: `${stays} 例${zh}，按未定价计`, en: `${stays} stays ${en}; counted as unpriced` }];
  });
}

/** Where the patient and the others already paid more than the payment, the fund pays 0 and takes nothing back: receipts exceed the payment. */
function fundFloor({ count, policies, by, band, payment, patient, other }: Settlement): SettlementNote[] {
  const stops = policies.map(policy => policy.method !== 'ffs' && policy.fund.method === 'difference');
  let [stays, fen] = [0, 0];
  for (let i = 0; i < count; i++) {
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

/** A recalculation that misses a column of the bill, or whom the benefit file does not know, has no fund's part; it is not 0. */
function fundUnknown({ count, policies, by, band, fund }: Settlement): SettlementNote[] {
  const recalculates = policies.map(policy => policy.method !== 'ffs' && policy.fund.method === 'recalc');
  let stays = 0;
  for (let i = 0; i < count; i++) if (recalculates[by[i]!] && !asBilled.has(band[i]!) && Number.isNaN(fund[i]!)) stays += 1;
  if (stays === 0) return [];
  return [
    {
      kind: 'fund_unknown',
      zh: `${stays} 例的基金支付算不出：待遇重算要有全自费、先行自付、政策范围内、起付线和基金各列，按待遇文件重算还要有患者、险种、级别和就医地；不在基金合计中`,
      en: `the fund's part of ${stays} stays is not known: a recalculation needs own-pay, pre-selfpay, in scope, deductible and fund, by a benefit file also patient, insurance, level and place; they are not in the fund's total`,
    },
  ];
}

const asBilled = new Set([bandIndex.out, bandIndex.ffs, bandIndex.unpriced]);
