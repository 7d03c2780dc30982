/** How stays are paid, by which tables, and who is who: method, weights, insurances, levels, rounding. */
import { checkAnswers } from '../known-answers.ts';
import { checkMix } from '../mix-rules.ts';
import { methods } from './methods.ts';
import { decimal, list, type Name, plain, word } from './name.ts';

/** What the numbers of the table of groups are: relative weights, base points (weight × scale), or standards in yuan. */
export const weightUnits = ['weight', 'point', 'yuan'] as const;

export const methodNames: readonly Name[] = [
  word('payment_method', methods),
  list('mix', checkMix),
  plain('insured_places', 'codes'),
  word('basis', ['total_cost', 'fund']),
  plain('weights.table', 'path'),
  word('weights.unit', weightUnits),
  plain('weights.columns.<level>.<insurance>', 'text'),
  // none | ffs | path of a second table
  plain('weights.fallback', 'text'),
  plain('benchmark.table', 'path'),
  plain('insurance_map.<insurance>', 'codes'),
  plain('hospital.level', 'text'),
  plain('hospital.levels.<hospital>', 'text'),
  plain('rounding.standard', 'digits'),
  plain('rounding.points', 'digits'),
  word('rounding.money', ['fen']),
  word('rounding.half', ['away_from_zero']),
  plain('alerts.payable_months.warn', 'integer'),
  plain('alerts.payable_months.alert', 'integer'),
  plain('alerts.budget_deviation', 'list'),
  decimal('alerts.unpriced_max'),
  list('known_answers', checkAnswers),
];
