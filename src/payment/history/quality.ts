/** What a person should know about a calibration before using it: counts of groups, and what is out of the usual. */
import type { Decimal } from '../../money.ts';
import type { Lender, WeightSource } from './borrow.ts';
import { type Calibration, MOST_CV } from './calibrate.ts';

export const cautions = [
  'self_tested',
  'one_hospital',
  'trimmed_much',
  'riv_low',
  'previous_scale',
  'reference_scale',
  'groups_missing',
] as const;
export type Caution = (typeof cautions)[number];

export type Quality = {
  readonly listed: number;
  readonly withCases: number;
  readonly stable: number;
  readonly spreadWide: number;
  readonly weighted: number;
  readonly sources: Readonly<Record<WeightSource, number>>;
  readonly lent: Readonly<Record<Lender, number>>;
  /** Stays left out or pulled in by trimming. */
  readonly trimmed: number;
  readonly cautions: readonly Caution[];
};

/** RIV of a usable grouping: at least 70 %. More than 8 % trimmed is more than DIP allows. A borrowed table within 5 % is on the same scale. */
const lines = { riv: '0.7', trimmed: 0.08, scale: '0.05' };

export function qualityOf(
  found: Calibration,
  { selfTested, hospitals, toScale }: { readonly selfTested: boolean; readonly hospitals: number; readonly toScale: boolean },
): Quality {
  const { groups, used, riv, scale } = found;
  const having = (test: (group: Calibration['groups'][number]) => boolean): number => groups.filter(test).length;
  const trimmed = groups.reduce((sum, { low, high }) => sum + low + high, 0);
  const apart = (of: Decimal | undefined): boolean => of?.minus(1).abs().gt(lines.scale) ?? false;
  const weighted = having(({ weight }) => weight !== undefined);
  const source = (name: WeightSource): number => having(group => group.source === name);
  const lent = (name: Lender): number => having(({ from }) => from === name);
  const told: Readonly<Record<Caution, boolean>> = {
    self_tested: selfTested,
    one_hospital: hospitals < 2,
    trimmed_much: trimmed > used * lines.trimmed,
    riv_low: riv === undefined || riv.lt(lines.riv),
    previous_scale: !toScale && lent('previous') > 0 && apart(scale.previous),
    reference_scale: !toScale && lent('reference') > 0 && apart(scale.reference),
    groups_missing: weighted < groups.length,
  };
  return {
    listed: groups.length,
    withCases: having(({ cases }) => cases > 0),
    stable: having(({ stable }) => stable),
    spreadWide: having(({ cv }) => cv?.gt(MOST_CV) ?? false),
    weighted,
    sources: { computed: source('computed'), borrowed: source('borrowed'), reference: source('reference'), none: source('none') },
    lent: { adrg: lent('adrg'), previous: lent('previous'), reference: lent('reference') },
    trimmed,
    cautions: cautions.filter(caution => told[caution]),
  };
}
