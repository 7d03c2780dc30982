/**
 * 儿童、中医优势病组、日间手术: what the standard that is paid is multiplied by. Jiyuan under 17: × 1.1; Yinchuan under 6: × 1.03;
 * Suzhou 中医优势病组: × 1.02. Amounts that go by cost are not multiplied.
 */
import { inSet, type NamedGroup } from '../policy/group-set.ts';
import { placeText } from '../policy/leaf.ts';
import type { DrgPolicy, Sourced } from '../policy/policy.ts';
import { factor } from './money-of-weight.ts';
import type { PriceKey } from './price-keys.ts';
import type { Factor } from './settlement.ts';

export function modifiersFor({ child, daySurgery }: PriceKey, named: NamedGroup, { groupRules }: DrgPolicy): readonly Factor[] {
  const { modifiers } = groupRules;
  const met: Factor[] = [];
  const put = ({ value, leaf }: Sourced, note: string) => met.push(factor(value, placeText(leaf.at), note));
  if (child && modifiers.child) put(modifiers.child.factor, 'modifiers.child');
  if (modifiers.tcm && inSet(modifiers.tcm.groups, named)) put(modifiers.tcm.factor, 'modifiers.tcm_factor');
  if (daySurgery && modifiers.daySurgery) put(modifiers.daySurgery, 'modifiers.day_surgery_ratio');
  return met;
}
