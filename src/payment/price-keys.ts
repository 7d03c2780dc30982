/**
 * What the price of a stay depends on beside its group, as one small number a stay: level, insurance, and where the policy asks for them
 * the hospital and which modifiers the patient meets. Only what really occurs has a number, so that the table of prices stays small.
 */

import type { DrgPolicy } from '../policy/policy.ts';
import { levelsWithCoefficient } from '../policy/price-rules.ts';
import { MISSING, type StayTable } from '../stay/stay-table.ts';
import { keysAmong, NO_INSURANCE, NO_LEVEL } from './payer-keys.ts';

export type PriceKey = {
  readonly level: string;
  readonly insurance: string;
  /** Where coefficients go by hospital. */
  readonly hospital: string | undefined;
  /** Modifiers that the patient meets. */
  readonly child: boolean;
  readonly daySurgery: boolean;
};

export type PriceKeys = {
  readonly keys: readonly PriceKey[];
  /** Index into `keys`, or NO_INSURANCE, NO_LEVEL, NO_HOSPITAL. */
  readonly of: Uint16Array;
};
/** The hospital has no coefficient. */
export const NO_HOSPITAL = 0xfffd;
export { NO_INSURANCE, NO_LEVEL };

export function priceKeys(stays: StayTable, policy: DrgPolicy): PriceKeys {
  const { levels, insurances, of } = keysAmong(stays, policy, pricedLevels(policy));
  const payers = levels.flatMap(level => insurances.map(insurance => ({ level, insurance })));
  const { coefficients, groupRules } = policy;
  const { child, daySurgery } = groupRules.modifiers;
  const byHospital = coefficients?.by === 'hospital' ? coefficients.values : undefined;
  if (!byHospital && !child && !daySurgery)
    return { keys: payers.map(payer => ({ ...payer, hospital: undefined, child: false, daySurgery: false })), of };
  return asMet(stays, policy, { payers, of });
}

/** undefined: the price does not depend on the level. */
function pricedLevels({ price, coefficients, groupRules, level, levels }: DrgPolicy): readonly string[] | undefined {
  const withK = levelsWithCoefficient(coefficients);
  if (price.kind === 'rate') return [...price.rates.keys()];
  if (price.kind === 'standards' && price.columns) return [...price.columns.keys()].filter(known => withK?.includes(known) ?? true);
  if (withK) return withK;
  const { primaryCare, factors } = groupRules;
  const asked = primaryCare?.levels !== undefined || factors.some(factor => factor.levels !== undefined);
  return asked ? [...new Set([...(level === undefined ? [] : [level]), ...levels.values()])] : undefined;
}

type Payers = { readonly payers: readonly Pick<PriceKey, 'level' | 'insurance'>[]; readonly of: Uint16Array };

/** Numbers in the order in which they are met; NOT_MET stands for a combination that has not occurred yet. */
function asMet(stays: StayTable, policy: DrgPolicy, { payers, of: payerOf }: Payers): PriceKeys {
  const hospitals = policy.coefficients?.by === 'hospital' ? [...policy.coefficients.values.keys()] : [undefined];
  const hospitalOf = hospitalLookup(stays, hospitals);
  const flagsOf = modifierFlags(stays, policy);
  const met = new Uint16Array(hospitals.length * payers.length * 4).fill(NOT_MET);
  const keys: PriceKey[] = [];
  const of = new Uint16Array(stays.count);
  for (let i = 0; i < of.length; i++) {
    const payer = payerOf[i]!;
    if (payer >= NO_LEVEL) {
      of[i] = payer;
      continue;
    }
    const hospital = hospitalOf(i);
    if (hospital < 0) {
      of[i] = NO_HOSPITAL;
      continue;
    }
    const flags = flagsOf(i);
    const at = (hospital * payers.length + payer) * 4 + flags;
    if (met[at] === NOT_MET) {
      met[at] = keys.length;
      keys.push({ ...payers[payer]!, hospital: hospitals[hospital], child: (flags & 1) !== 0, daySurgery: (flags & 2) !== 0 });
    }
    of[i] = met[at]!;
  }
  return { keys, of };
}

const NOT_MET = 0xffff;

/** -1: the hospital of the stay is not listed. */
function hospitalLookup({ words: { hospital } }: StayTable, hospitals: readonly (string | undefined)[]): (row: number) => number {
  if (hospitals[0] === undefined) return () => 0;
  const at = Int32Array.from(hospital?.words ?? [''], word => hospitals.indexOf(word));
  return row => at[hospital ? hospital.codes[row]! : 0]!;
}

/** 1 a child, 2 day surgery, 3 both. An age in days is that of a child; without any age nobody is one. */
function modifierFlags({ age, ageDays, daySurgery }: StayTable, { groupRules }: DrgPolicy): (row: number) => number {
  const { modifiers } = groupRules;
  const oldest = modifiers.child ? modifiers.child.maxAge : -1;
  const byDay = modifiers.daySurgery ? daySurgery : undefined;
  return row => {
    const years = age[row] === MISSING && ageDays[row] !== MISSING ? 0 : age[row]!;
    return (years >= 0 && years <= oldest ? 1 : 0) | (byDay !== undefined && byDay[row] === 1 ? 2 : 0);
  };
}
