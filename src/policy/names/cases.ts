/** Rules that look at the single stay: its length, how it ended, its age, what is taken out of its bill. */
import { checkExempt } from '../exempt-rule.ts';
import { checkStayRules } from '../stay-rules.ts';
import { list, type Name, part } from './name.ts';

export const caseNames: readonly Name[] = [
  part('ungrouped.0000.pay_ratio'),
  part('ungrouped.QY.pay_ratio'),
  list('exempt', checkExempt),
  list('stay_rules', checkStayRules),
];
