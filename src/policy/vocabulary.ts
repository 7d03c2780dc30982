/**
 * Every parameter a policy has and a scenario may change, by its dotted path; `<level>`, `<insurance>`, `<hospital>` stand for free keys.
 * Names that this version does not carry out yet are known too, so that asking for one is answered plainly instead of paid wrongly.
 */
export type Kind = 'decimal' | 'integer' | 'word' | 'codes' | 'tiers' | 'list' | 'path' | 'text' | 'boolean' | 'digits';

export type Name = {
  readonly path: string;
  readonly kind: Kind;
  /** Allowed units; empty: none is needed. */
  readonly units: readonly string[];
  /** Allowed words of a `word`. */
  readonly words: readonly string[];
  /** Words of those that are carried out; all of them unless said. */
  readonly built: readonly string[];
  /** A number that pays money needs a source. */
  readonly sourced: boolean;
  /** Lowest allowed number; `above` excludes the bound itself. */
  readonly least: { readonly bound: string; readonly above: boolean } | undefined;
  /** Known, but not carried out yet: setting it stops a settlement. */
  readonly later: boolean;
};

const blank = { units: [], words: [], built: [], sourced: false, least: undefined, later: false } as const;
const positive = { bound: '0', above: true };
const notNegative = { bound: '0', above: false };

const money = (path: string, unit: string): Name => ({ ...blank, path, kind: 'decimal', units: [unit], sourced: true, least: positive });
const ratio = (path: string): Name => ({
  ...blank,
  path,
  kind: 'decimal',
  units: ['ratio', 'ratio-of-standard', 'ratio-of-group-mean'],
  sourced: true,
  least: notNegative,
});
const share = (path: string): Name => ({ ...ratio(path), units: ['ratio', 'share-of-stays'] });
const word = (path: string, words: readonly string[], built: readonly string[] = words): Name => ({
  ...blank,
  path,
  kind: 'word',
  words,
  built,
});
const plain = (path: string, kind: Kind): Name => ({ ...blank, path, kind });
const later = (name: Name): Name => ({ ...name, later: true });

export const methods = [
  'ffs',
  'drg_rate',
  'drg_points',
  'dip',
  'per_diem',
  'single_disease',
  'global_budget',
  'capitation',
  'quota',
] as const;
export const builtMethods = ['ffs', 'drg_rate', 'drg_points'] as const;
export const lowFamilies = ['actual_cost', 'points_at_cost', 'points_at_cost_k'] as const;
export const highFamilies = [
  'standard_only',
  'standard_plus_excess',
  'standard_times_1_plus',
  'actual_cost',
  'cost_minus_standard',
  'cost_minus_band',
  'affine',
] as const;
export const benchmarks = ['with_coefficient', 'without_coefficient'] as const;
export const fundMethods = ['difference', 'ratio', 'fund_basis'] as const;

export const names: readonly Name[] = [
  word('payment_method', methods, builtMethods),
  word('basis', ['total_cost', 'fund']),
  plain('weights.table', 'path'),
  word('weights.unit', ['weight', 'point', 'yuan'], ['weight']),
  word('weights.fallback', ['none', 'ffs'], ['none']),
  plain('benchmark.table', 'path'),
  plain('insurance_map.<insurance>', 'codes'),
  plain('hospital.level', 'text'),
  plain('hospital.levels.<hospital>', 'text'),
  word('fund_share.method', [...fundMethods, 'recalc'], fundMethods),
  word('fund_share.patient', ['by_item', 'by_share', 'recalculated'], ['by_item']),
  later(plain('exempt', 'list')),
  plain('rounding.standard', 'digits'),
  plain('rounding.points', 'digits'),
  word('rounding.money', ['fen']),
  word('rounding.half', ['away_from_zero']),
  word('price.mode', ['fixed', 'floating']),
  word('price.rebase', ['none', 'neutral']),
  { ...blank, path: 'price.scale', kind: 'integer', units: ['point/weight'], sourced: true, least: positive },
  money('price.region_mean_cost', 'CNY'),
  money('price.point_value.<insurance>', 'CNY/point'),
  money('price.rates.<level>.<insurance>', 'CNY/weight'),
  word('hospital_coefficient.from', ['level', 'hospital', 'group_level', 'none'], ['level', 'none']),
  { ...ratio('hospital_coefficient.values.<level>'), least: positive },
  later(plain('primary_care_groups.list', 'list')),
  word('primary_care_groups.mode', ['coefficient', 'use_level', 'fixed_rate']),
  ratio('primary_care_groups.value'),
  later(word('group_flags.unstable_pay', ['actual_cost', 'points_at_cost'])),
  later(ratio('group_flags.no_history_pay_ratio')),
  ratio('ungrouped.0000.pay_ratio'),
  ratio('ungrouped.QY.pay_ratio'),
  word('outliers.ratio_benchmark', benchmarks),
  { ...ratio('outliers.low.threshold'), least: positive },
  plain('outliers.low.inclusive', 'boolean'),
  word('outliers.low.pay', lowFamilies),
  later(ratio('outliers.mid_low.threshold')),
  plain('outliers.mid_low.inclusive', 'boolean'),
  word('outliers.mid_low.pay', ['cost_plus_share']),
  ratio('outliers.mid_low.share'),
  { ...blank, path: 'outliers.high.tiers', kind: 'tiers', units: ['ratio', 'ratio-of-standard'], sourced: true },
  plain('outliers.high.inclusive', 'boolean'),
  word('outliers.high.pay', highFamilies),
  word('outliers.high.excess_benchmark', benchmarks),
  ratio('outliers.high.excess_pay_ratio'),
  ratio('outliers.high.affine_base'),
  ratio('outliers.high.band_share'),
  later(share('outliers.high.max_case_share')),
  later(plain('stay_rules', 'list')),
  later(ratio('modifiers.tcm_factor')),
  later(plain('modifiers.child.max_age', 'integer')),
  ratio('modifiers.child.factor'),
  later(ratio('modifiers.day_surgery_ratio')),
  later(share('special_case.quota')),
  later(word('special_case.outcome', ['uplift', 'actual_cost', 'ffs'])),
  later(ratio('special_case.uplift')),
  later(plain('benefit', 'path')),
  { ...money('dip.score_scale', 'point/weight') },
  plain('dip.point_value_band', 'list'),
  ratio('dip.deviation.low'),
  ratio('dip.deviation.high'),
  ratio('dip.deviation.extreme'),
  plain('dip.auxiliary', 'list'),
  plain('dip.history_year_weights', 'list'),
  ratio('settlement.monthly_pay_ratio'),
  ratio('settlement.deposit_ratio'),
  plain('settlement.clearance_deadline', 'text'),
  plain('settlement.sharing', 'list'),
  plain('alerts.payable_months.warn', 'integer'),
  plain('alerts.payable_months.alert', 'integer'),
  plain('alerts.budget_deviation', 'list'),
  { ...blank, path: 'alerts.unpriced_max', kind: 'decimal', least: notNegative },
  plain('known_answers', 'list'),
];

const segments = new Map(names.map(name => [name, name.path.split('.')]));
const isFree = (segment: string | undefined): boolean => segment?.startsWith('<') ?? false;

/** The name a path is an instance of. A free key may be any word without a dot. */
export function nameOf(path: string): Name | undefined {
  const parts = path.split('.');
  return names.find(name => {
    const own = segments.get(name)!;
    return own.length === parts.length && own.every((segment, i) => (isFree(segment) ? parts[i] !== '' : segment === parts[i]));
  });
}

/** A name in so many words, not by a free key: `weights.unit` is one, `insurance_map.unit` is not. */
export const isWritten = (path: string): boolean => names.some(name => name.path === path);

/** A path above known names (`price.rates`): only null may stand there, it removes all below. */
export const isBranch = (path: string): boolean =>
  names.some(name => {
    const own = segments.get(name)!;
    const parts = path.split('.');
    return parts.length < own.length && parts.every((part, i) => isFree(own[i]) || own[i] === part);
  });

/** Known names spelt with the free keys of `path`, for suggestions. */
export const spelledLike = (path: string): readonly string[] => {
  const parts = path.split('.');
  return names.map(name =>
    segments
      .get(name)!
      .map((segment, i) => (isFree(segment) ? (parts[i] ?? segment) : segment))
      .join('.'),
  );
};

export type FreeKey = { readonly role: string; readonly key: string };

/** The free keys of a path with what they stand for: `price.rates.tertiary.employee` has level tertiary and insurance employee. */
export function freeKeys(path: string): readonly FreeKey[] {
  const name = nameOf(path);
  if (!name) return [];
  const parts = path.split('.');
  return segments.get(name)!.flatMap((segment, i) => (isFree(segment) ? [{ role: segment.slice(1, -1), key: parts[i]! }] : []));
}
