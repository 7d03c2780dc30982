/**
 * Levels of hospitals that a policy knows. A price for a level that no hospital has would pay nobody and say nothing, so a method refuses
 * it where it is written.
 */
import type { UserError } from '../../errors.ts';
import type { Leaves, Place } from '../leaf.ts';
import { both, didYouMean, mistake } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { freeKeys } from '../vocabulary.ts';

/** Named for hospitals, or priced by another part of the policy. */
export function knownLevels(leaves: Leaves): ReadonlySet<string> {
  const named = [...leaves].flatMap(([path, { value }]) => (isHospitalLevel(path) && typeof value === 'string' ? [value] : []));
  const priced = [...leaves.keys()].filter(path => path.startsWith('price.') || path.startsWith('hospital_coefficient.'));
  return new Set([...named, ...priced.flatMap(path => levelIn(path) ?? [])]);
}

/** Of the leaves below `root`. */
export function refuseUnknownLevels(leaves: Leaves, root: string): void {
  const known = knownLevels(leaves);
  for (const [path, { at, value }] of leaves) {
    const level = path.startsWith(`${root}.`) && value !== null ? levelIn(path) : undefined;
    if (level !== undefined && !known.has(level)) throw unknownLevel(path, level, at, known);
  }
}

export function unknownLevel(path: string, level: string, at: Place, known: ReadonlySet<string>): UserError {
  const near = nearest(level, known);
  const list = both(
    '先在 hospital.level 或 hospital.levels 里写明这个级别。',
    'Name this level in hospital.level or hospital.levels first.',
  );
  const hint = near === undefined ? list : { zh: `${didYouMean(near).zh}${list.zh}`, en: `${didYouMean(near).en} ${list.en}` };
  return mistake(
    'PARAMETER_UNKNOWN',
    at,
    both(`${path}：政策里没有医院级别“${level}”`, `${path}: the policy has no level of hospital "${level}"`),
    hint,
  );
}

const isHospitalLevel = (path: string): boolean => path === 'hospital.level' || path.startsWith('hospital.levels.');
const levelIn = (path: string): string | undefined => freeKeys(path).find(({ role }) => role === 'level')?.key;
