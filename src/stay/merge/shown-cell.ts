/** Which columns hold whole fen, and are shown as yuan. */
import { moneyFields } from '../stay-table.ts';

const moneyColumns = new Set<string>([...moneyFields, 'insurer_payment', 'amount', 'price']);

export const isMoneyColumn = (name: string): boolean => moneyColumns.has(name);
