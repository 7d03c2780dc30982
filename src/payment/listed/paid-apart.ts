/** Charges that a listed price leaves out, of every stay; worked out once for each set of categories and items. */

import type { Leaf } from '../../policy/leaf.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { exemptColumn } from '../cases/exempt.ts';
import type { ListedPrice } from './price-table.ts';

/** Fen; NaN where the data do not say. */
export function paidApart(stays: StayTable, leaf: Leaf): (row: number, price: ListedPrice) => number {
  const columns = new Map<string, Float64Array | undefined>();
  return (row, { excluded }) => {
    const { categories, items } = excluded;
    if (categories.length === 0 && items.length === 0) return 0;
    const key = [...categories, ...items].sort().join('|');
    if (!columns.has(key)) columns.set(key, isGiven(stays, excluded) ? exemptColumn(stays, { ...excluded, leaf }) : undefined);
    const column = columns.get(key);
    return column ? column[row]! : Number.NaN;
  };
}

const isGiven = ({ money, charges }: StayTable, { categories, items }: ListedPrice['excluded']): boolean =>
  categories.every(category => money[category] !== undefined) && (items.length === 0 || charges !== undefined);
