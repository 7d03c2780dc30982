/** Rules that look at the single stay: its length, how it ended, its age, what is taken out of its bill. */
import { later, type Name, plain, ratio } from './name.ts';

export const caseNames: readonly Name[] = [
  ratio('ungrouped.0000.pay_ratio'),
  ratio('ungrouped.QY.pay_ratio'),
  later(plain('exempt', 'list')),
  later(plain('stay_rules', 'list')),
  later(ratio('modifiers.tcm_factor')),
  later(plain('modifiers.child.max_age', 'integer')),
  ratio('modifiers.child.factor'),
  later(ratio('modifiers.day_surgery_ratio')),
];
