/** Cells as our own layout writes them: whole fen as yuan with two decimals, days as dates. */
import { moneyFields } from '../stay-table.ts';

const moneyColumns = new Set<string>([...moneyFields, 'insurer_payment', 'amount', 'price']);

export const isMoneyColumn = (name: string): boolean => moneyColumns.has(name);

/** 123 fen are 1.23. */
export function shownFen(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const shownDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
