/** The words of a benefit file, as dotted paths; `<insurance>`, `<level>`, `<group>` and `<class>` stand for names that the file chooses itself. */

import { list, money, type Name, notNegative, plain, ratio, word } from '../../policy/names/name.ts';
import { nearest } from '../../policy/nearest.ts';
import { checkAmounts, checkBands } from './bands.ts';

/** How a person came to a hospital away from home; `local` is at home. */
export const places = ['local', 'filed', 'referred', 'unfiled'] as const;
export type CarePlace = (typeof places)[number];
/** 居民大病保险 (hifmi) and 职工大额医疗费用补助 (hifob). */
export const beyondFunds = ['serious_illness', 'large_amount'] as const;
/** What they count: the year's in-scope out-of-pocket, or what is in scope beyond the cap of the pool. */
export const beyondBases = ['out_of_pocket', 'above_cap'] as const;

const share = (path: string): Name => ({ ...ratio(path), units: ['ratio'] });
const amount = (path: string): Name => ({ ...money(path, 'CNY'), least: notNegative });

export const benefitNames: readonly Name[] = [
  plain('insurance_map.<insurance>', 'codes'),
  plain('levels.<level>', 'codes'),
  plain('retired', 'codes'),
  ...places.map(place => plain(`places.${place}`, 'codes')),
  list('deductible.<insurance>.<level>', checkAmounts, ['CNY']),
  list('pool.<insurance>.<level>', checkBands, ['ratio']),
  share('retired_bonus.<insurance>'),
  amount('cap.<insurance>'),
  word('beyond.<insurance>.fund', beyondFunds),
  word('beyond.<insurance>.of', beyondBases),
  amount('beyond.<insurance>.from'),
  list('beyond.<insurance>.segments', checkBands, ['ratio']),
  amount('beyond.<insurance>.cap'),
  share('aid.<group>.share'),
  amount('aid.<group>.cap'),
  ...places.slice(1).flatMap(place => [share(`away.${place}.times`), share(`away.${place}.less`)]),
  share('pre_selfpay.<class>'),
];

const isFree = (segment: string): boolean => segment.startsWith('<');
const segmentsOf = new Map(benefitNames.map(name => [name, name.path.split('.')]));

export function benefitName(path: string): Name | undefined {
  const parts = path.split('.');
  return benefitNames.find(name => {
    const own = segmentsOf.get(name)!;
    return own.length === parts.length && own.every((segment, i) => (isFree(segment) ? parts[i] !== '' : segment === parts[i]));
  });
}

/** The known name nearest to a misspelt one, with the free names of the path. */
export function nearestName(path: string): string {
  const parts = path.split('.');
  const spelled = benefitNames.map(name => segmentsOf.get(name)!.map((segment, i) => (isFree(segment) ? (parts[i] ?? segment) : segment)));
  return nearest(
    path,
    spelled.map(segments => segments.join('.')),
  )!;
}
