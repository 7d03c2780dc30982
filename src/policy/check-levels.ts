/**
 * A hospital can only be of a level that something is priced by: a level that is misspelt, or that has no rate and no coefficient, would
 * leave every stay of it without a price. A scenario may take rates away and leave the hospitals.
 */
import type { Leaves } from './leaf.ts';
import { both, didYouMean, mistake } from './mistakes.ts';
import { nearest } from './nearest.ts';
import { freeKeys } from './vocabulary.ts';

export function checkHospitalLevels(leaves: Leaves): void {
  if (!levelsMatter(leaves)) return;
  const priced = pricedLevels(leaves);
  for (const [path, { value, at }] of leaves) {
    if (path !== 'hospital.level' && !path.startsWith('hospital.levels.')) continue;
    if (typeof value !== 'string' || priced.has(value)) continue;
    const text = both(
      `${path} 是“${value}”，这个级别没有费率也没有系数`,
      `${path} is "${value}", a level that has no rate and no coefficient`,
    );
    throw mistake('PARAMETER_UNKNOWN', at, text, didYouMean(nearest(value, priced)!));
  }
}

/** A point is worth the same at every level where no coefficient says otherwise. */
const levelsMatter = (leaves: Leaves): boolean =>
  [...leaves].some(
    ([path, { value }]) =>
      value !== null &&
      (path.startsWith('price.rates.') ||
        path.startsWith('weights.columns.') ||
        path.startsWith('hospital_coefficient.columns.') ||
        (path.startsWith('hospital_coefficient.values.') && leaves.get('hospital_coefficient.from')?.value === 'level')),
  );

/** Under `from: hospital` the coefficients go by hospital id. */
function pricedLevels(leaves: Leaves): ReadonlySet<string> {
  const byHospital = leaves.get('hospital_coefficient.from')?.value === 'hospital';
  const paths = [...leaves].flatMap(([path, { value }]) =>
    value === null || (byHospital && path.startsWith('hospital_coefficient.values.')) ? [] : [path],
  );
  return new Set(paths.flatMap(path => freeKeys(path).flatMap(({ role, key }) => (role === 'level' ? [key] : []))));
}
