/**
 * 床日付费, section 8 of the payment reference: Σ days of a band × what a day of it is paid, at least one day. By a rate in yuan, or by
 * points: mean cost of a day ÷ mean cost of a case × scale × point value.
 */
import type { Leaf, Leaves } from '../leaf.ts';
import { reader } from '../leaf-reader.ts';
import { both, mistake } from '../mistakes.ts';
import type { Paying, Sourced } from '../policy.ts';
import { type DayBand, dayBands } from './day-bands.ts';
import { refuseUnknownLevels } from './known-levels.ts';

export type OwnBands = { readonly path: string; readonly leaf: Leaf; readonly bands: readonly DayBand[] };
/** Level, then insurance. */
type ByPayer = ReadonlyMap<string, ReadonlyMap<string, OwnBands>>;

export type BedDayRule =
  | { readonly kind: 'rate'; readonly of: ByPayer }
  | {
      readonly kind: 'points';
      readonly of: ByPayer;
      readonly scale: Sourced;
      readonly meanCost: Sourced;
      readonly pointValue: ReadonlyMap<string, Sourced>;
      /** Digits the points of a stay are rounded to; undefined: not at all. */
      readonly digits: number | undefined;
    };

export type PerDiemPolicy = Paying & { readonly method: 'per_diem'; readonly bedDays: BedDayRule };

export function perDiemPolicy(leaves: Leaves, paying: Paying): PerDiemPolicy {
  const bedDays = bedDayRule(leaves, paying.id);
  if (!bedDays) throw reader(leaves, paying.id).missing('per_diem.rates.<level>.<insurance>');
  return { ...paying, method: 'per_diem', bedDays };
}

/** What the policy pays for days in bed; undefined where it says nothing about them. */
export function bedDayRule(leaves: Leaves, id: string): BedDayRule | undefined {
  const { keyed, required, sourced, missing, at } = reader(leaves, id);
  const [rates, means] = [byPayer(leaves, id, 'rates'), byPayer(leaves, id, 'means')];
  refuseUnknownLevels(leaves, 'per_diem');
  if (rates.size > 0 && means.size > 0) {
    throw mistake(
      'PARAMETER_INVALID',
      keyed('per_diem.means')[0]!.leaf.at,
      both('per_diem 既有 rates 又有 means', 'per_diem has both rates and means'),
      both('按元写 rates，按点数写 means，二者取一。', 'Write rates for yuan or means for points, not both.'),
    );
  }
  if (rates.size > 0) return { kind: 'rate', of: rates };
  if (means.size === 0) return undefined;
  const pointValue = new Map(keyed('price.point_value').map(({ key, leaf }) => [key, sourced(leaf)]));
  for (const ofLevel of means.values())
    for (const insurance of ofLevel.keys()) if (!pointValue.has(insurance)) throw missing(`price.point_value.${insurance}`);
  const digits = at('rounding.points')?.value;
  return {
    kind: 'points',
    of: means,
    scale: required('price.scale'),
    meanCost: required('price.region_mean_cost'),
    pointValue,
    digits: digits === 'fen' ? 2 : typeof digits === 'number' ? digits : undefined,
  };
}

function byPayer(leaves: Leaves, id: string, part: 'rates' | 'means'): ByPayer {
  const levels = new Map<string, Map<string, OwnBands>>();
  for (const { key, leaf } of reader(leaves, id).keyed(`per_diem.${part}`)) {
    const [level = '', insurance = ''] = key.split('.');
    const path = `per_diem.${part}.${key}`;
    const ofLevel = levels.get(level) ?? new Map<string, OwnBands>();
    levels.set(level, ofLevel.set(insurance, { path, leaf, bands: dayBands(path, leaf, part === 'rates' ? 'rate' : 'mean') }));
  }
  return levels;
}
