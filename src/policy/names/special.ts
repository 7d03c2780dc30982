/** 特例单议: how many stays a hospital may file, and what an approved one is paid. */
import { later, type Name, ratio, share, word } from './name.ts';

export const specialNames: readonly Name[] = [
  later(share('special_case.quota')),
  later(word('special_case.outcome', ['uplift', 'actual_cost', 'ffs'])),
  later(ratio('special_case.uplift')),
];
