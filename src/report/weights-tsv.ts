/**
 * A calibrated weight table and the regional benchmarks as the project's own tables: tab separated, one group a line, `#` lines above the
 * header that say what the table was made from. Weights have the digits that were asked for; costs are to the fen, days to two digits.
 */
import { Decimal } from '../money.ts';
import type { CalibratedGroup, Calibration } from '../payment/history/calibrate.ts';
import { writtenWeight } from '../payment/history/written.ts';
import { tableCell } from '../payment/table-cell.ts';

export type Written = { readonly stamp: string; readonly digits: number };

export function weightsTsv({ groups }: Calibration, { stamp, digits }: Written): string {
  const weight = (of: Decimal | undefined): string => (of ? writtenWeight(of, digits) : '');
  return table(stamp, [
    [
      'drg',
      'name',
      'weight',
      'weight_source',
      'borrowed_from',
      'computed_weight',
      'previous_weight',
      'flag',
      'cases',
      'kept',
      'cv',
      'avg_cost',
      'avg_los',
    ],
    ...groups.map(group => [
      ...[
        group.drg,
        group.name,
        weight(group.weight),
        group.source,
        group.from ?? '',
        weight(group.computed),
        group.previous?.toFixed() ?? '',
      ],
      ...[flagOf(group), String(group.cases), String(group.kept), group.cv?.toFixed(4, Decimal.ROUND_HALF_UP) ?? ''],
      ...[yuan(group.meanCost), days(group.meanDays)],
    ]),
  ]);
}

/** What `benchmark.table` of a policy reads; only groups that have stays. */
export const benchmarksTsv = ({ groups }: Calibration, stamp: string): string =>
  table(stamp, [
    ['drg', 'mean_cost', 'mean_days', 'cases'],
    ...groups
      .filter(({ kept }) => kept > 0)
      .map(({ drg, meanCost, meanDays, kept }) => [drg, yuan(meanCost), days(meanDays), String(kept)]),
  ]);

/** The words that a policy's `group_flags` look for: a group that borrows has a price, one that stays unstable is paid as the policy says. */
function flagOf({ stable, source }: CalibratedGroup): string {
  if (source === 'none') return '历史空组';
  if (source !== 'computed') return '借用权重';
  return stable ? '稳定' : '不稳定';
}

const table = (stamp: string, rows: readonly (readonly string[])[]): string =>
  stamp + rows.map(cells => `${cells.map(tableCell).join('\t')}\n`).join('');

const yuan = (fen: Decimal | undefined): string => fen?.div(100).toFixed(2, Decimal.ROUND_HALF_UP) ?? '';
const days = (of: Decimal | undefined): string => of?.toFixed(2, Decimal.ROUND_HALF_UP) ?? '';
