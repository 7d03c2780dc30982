/** 特例单议: which stays a hospital may file, how many, and what an approved one is paid. */
import { checkCandidates, specialOutcomes } from '../special-rule.ts';
import { list, type Name, positive, ratio, share, word } from './name.ts';

export const specialNames: readonly Name[] = [
  { ...share('special_case.quota'), least: positive, most: '1' },
  word('special_case.outcome', specialOutcomes),
  { ...ratio('special_case.uplift'), least: positive },
  list('special_case.candidates', checkCandidates),
];
