/** How stays are paid, by which tables, and who is who: method, weights, insurances, levels, rounding. */
import { checkMix } from '../mix-rules.ts';
import { builtMethods, methods } from './methods.ts';
import { decimal, list, type Name, plain, word } from './name.ts';

export const methodNames: readonly Name[] = [
  word('payment_method', methods, builtMethods),
  list('mix', checkMix),
  word('basis', ['total_cost', 'fund']),
  plain('weights.table', 'path'),
  word('weights.unit', ['weight', 'point', 'yuan'], ['weight']),
  word('weights.fallback', ['none', 'ffs'], ['none']),
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
  list('known_answers', undefined),
];
