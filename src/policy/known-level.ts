/** A level that a rule names must be one that the policy has: a rule for a level of no hospital would hold for nobody and say nothing. */
import type { Leaves, Place } from './leaf.ts';
import { both, didYouMean, wrong } from './mistakes.ts';
import { nearest } from './nearest.ts';

export function requireLevel(path: string, level: string, { at }: { readonly at: Place }, leaves: Leaves): void {
  const known = levelsOf(leaves);
  if (known.has(level)) return;
  const near = nearest(level, known);
  const hint =
    near === undefined ? both('先在 hospital.levels 里写明级别。', 'Name the levels in hospital.levels first.') : didYouMean(near);
  throw wrong(path, at, both(`用了政策里没有的级别“${level}”`, `names the level "${level}", which the policy does not have`), hint);
}

/** Levels that have a price or a coefficient; where nothing goes by level, those of the hospitals. */
function levelsOf(leaves: Leaves): ReadonlySet<string> {
  const byHospital = leaves.get('hospital_coefficient.from')?.value === 'hospital';
  const priced = [
    'price.rates.',
    'weights.columns.',
    'hospital_coefficient.columns.',
    ...(byHospital ? [] : ['hospital_coefficient.values.']),
  ];
  const written = [...leaves].filter(([, { value }]) => value !== null);
  const ofPrices = written.flatMap(([path]) =>
    priced.flatMap(start => (path.startsWith(start) ? [path.slice(start.length).split('.')[0]!] : [])),
  );
  if (ofPrices.length > 0) return new Set(ofPrices);
  return new Set(written.flatMap(([path, { value }]) => (path.startsWith('hospital.level') && typeof value === 'string' ? [value] : [])));
}
