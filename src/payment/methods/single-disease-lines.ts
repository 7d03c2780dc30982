/** Skeleton. */
import type { SingleDiseasePolicy } from '../../policy/methods/single-disease.ts';
import type { Within } from '../explain.ts';
import type { Line } from '../settlement.ts';

/** The lines of the payment; they sum to it. */
export function singleDiseaseLines(_within: Within, _policy: SingleDiseasePolicy): readonly Line[] {
  throw new Error('not built');
}
