/** The day that decides about a stay: of its settlement or of its discharge, the other one where the file does not give it. */
import { NO_DATE, type StayTable } from './stay-table.ts';

export function dayOfStay({ settled, discharged }: StayTable, row: number, by: 'settled' | 'discharged'): number {
  const [first, second] = by === 'settled' ? [settled, discharged] : [discharged, settled];
  const day = first?.[row] ?? NO_DATE;
  return day === NO_DATE ? (second?.[row] ?? NO_DATE) : day;
}
