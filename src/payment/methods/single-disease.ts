/** Skeleton. */
import type { SingleDiseasePolicy } from '../../policy/methods/single-disease.ts';
import type { Draft } from '../as-on-bill.ts';
import type { ToPay } from '../settle.ts';

export function paySingleDisease(_toPay: ToPay, _policy: SingleDiseasePolicy, _draft: Draft): void {
  throw new Error('not built');
}
