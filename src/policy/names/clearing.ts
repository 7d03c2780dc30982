/** 预付、月结、清算: what is paid monthly, what is kept until the year is cleared, who bears what is over. */
import { checkPointValueBand } from '../point-value-band.ts';
import { checkScoreTiers } from '../score-tiers.ts';
import { checkSharing } from '../sharing-tiers.ts';
import { list, type Name, notNegative, part, plain, word } from './name.ts';

export const clocks = ['discharged', 'settled'] as const;

export const clearingNames: readonly Name[] = [
  part('settlement.monthly_pay_ratio'),
  part('settlement.deposit_ratio'),
  plain('settlement.clearance_deadline', 'text'),
  /** The month of a stay: of its discharge, or of its settlement. */
  word('settlement.month_by', clocks),
  /** By hospital: u = actual ÷ allotted. */
  { ...list('settlement.sharing', checkSharing), sourced: true },
  /** By pool: what hospitals get of a surplus and bear of a deficit; the fund has the rest. */
  part('settlement.pool_sharing.surplus_to_hospitals'),
  part('settlement.pool_sharing.deficit_by_hospitals'),
  { ...list('settlement.score_tiers', checkScoreTiers), sourced: true },
  /** 均衡区间: how far a floating price may move from the budgeted one, `["0.95", "1.05"]`. */
  { ...list('settlement.point_value_band', checkPointValueBand), sourced: true },
  /** Decimals of a floating price, half away from zero. */
  { ...plain('settlement.price_digits', 'integer'), least: notNegative },
];
