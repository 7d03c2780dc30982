/** A high stay beyond the share of high cases: the standard, and how many may stay high: `R 3.2000 > 3 (…); ⌊0.05 × 120⌋ = 6`. */
import type { InBand } from '../band-lines.ts';
import { boundText } from '../bound-text.ts';
import type { Within } from '../explain.ts';
import { bandOf } from '../pay-stay.ts';
import type { Line } from '../settlement.ts';
import { allowedOf, dischargesOf } from './case-share.ts';

/** The lines as they are for a stay that is not high by its ratio. */
export function fallbackLines(lines: readonly Line[], { cost, price, policy }: InBand, within: Within): readonly Line[] {
  const share = policy.high?.maxCaseShare;
  if (!share || bandOf(cost, price, policy) !== 'high') return lines;
  const { stays, row, settlement, part } = within;
  const discharges = dischargesOf(share, { stays, grouping: part.grouping!, me: settlement.by[row]! }, settlement, row);
  const most = `⌊${share.value.toFixed()} × ${discharges}⌋ = ${allowedOf(share, discharges)}`;
  const bound = `${boundText('high', cost, price, policy)}; ${most}`;
  return lines.map(line => ({
    ...line,
    label: line.label === 'standard' ? 'standard_beyond_share' : line.label,
    rule: 'outliers.high.max_case_share',
    bound,
  }));
}
