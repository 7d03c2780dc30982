/** A stay that a method has no price for: it keeps the amounts of its bill and says why. */
import type { Draft } from '../as-on-bill.ts';
import { NO_INSURANCE, NO_LEVEL } from '../payer-keys.ts';
import { bandIndex, type UnpricedReason, unpricedReasons } from '../settlement.ts';

export function leaveUnpriced({ band, reason }: Draft, row: number, why: UnpricedReason): void {
  band[row] = bandIndex.unpriced;
  reason[row] = unpricedReasons.indexOf(why);
}

/** Why a payer key has no price; undefined where it may have one. */
export function keyMissing(key: number): UnpricedReason | undefined {
  if (key === NO_INSURANCE) return 'insurance_unmapped';
  return key === NO_LEVEL ? 'level_unmapped' : undefined;
}
