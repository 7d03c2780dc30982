/** The period of a ledger row in files: `2025-03`, or which rows beside the months it is; '' where months are put together. */
import { monthText, period } from '../payment/clearing/periods.ts';

export function periodKey(at: number | undefined, year: number): string {
  switch (at) {
    case undefined:
      return '';
    case period.undated:
      return 'undated';
    case period.otherYear:
      return 'other_year';
    case period.elsewhere:
      return 'elsewhere';
    case period.clearing:
      return 'clearing';
    default:
      return monthText(year, at);
  }
}
