/** Days of a stay: as the file says; else from its dates, the day out not counted (计入不计出), a stay of one day by the setting same_day. */
import type { FindingRule } from './finding.ts';
import type { OwnColumn } from './own-layout.ts';
import { MISSING, NO_DATE } from './stay-table.ts';

export type Note = (row: number, field: OwnColumn, rule: FindingRule, effect: 'refused' | 'noted') => void;

export type LengthColumns = { readonly admitted: Int32Array; readonly discharged: Int32Array; readonly days: Int32Array };

/** Fills missing days in place. A discharge before the admission refuses the row; days that differ from the dates are kept and noted. */
export function checkLength({ admitted, discharged, days }: LengthColumns, { rows, sameDay, note }: LengthCheck): void {
  for (let row = 0; row < rows; row++) {
    const from = admitted[row]!;
    const to = discharged[row]!;
    if (from === NO_DATE || to === NO_DATE) continue;
    if (to < from) {
      note(row, 'discharged', 'date_order', 'refused');
      continue;
    }
    const between = to === from ? sameDay : to - from;
    if (days[row] === MISSING) days[row] = between;
    else if (days[row] !== between) note(row, 'days', 'days_differ', 'noted');
  }
}

export type LengthCheck = { readonly rows: number; readonly sameDay: 0 | 1; readonly note: Note };
