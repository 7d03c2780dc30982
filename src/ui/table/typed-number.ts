/**
 * A number as a person types it or a cell shows it, in the units of the column's values: `5万`, `50,000` and `50000元` of an amount
 * in yuan are 5,000,000 fen; `5` and `50000元` of an amount shown in ten-thousands are the same; `12.5` of a share is 0.125.
 */
import { Decimal } from '../../money.ts';
import type { Column } from './sheet.ts';

const FEN_IN_YUAN = 100;
const FEN_IN_WAN = 1_000_000;
const PERCENT = 0.01;

const tails: Readonly<Record<string, number>> = { '': 1, 元: 1, 万: 1e4, 万元: 1e4, 亿: 1e8, 亿元: 1e8 };

/** Undefined: not a number, or not one of this column. */
export function typedNumber(text: string, { unit = 1 }: Pick<Column, 'unit'>): number | undefined {
  const [, sign = '', digits = '', tail = ''] = /^([+-]?)(\d+\.?\d*|\.\d+)(%|[元万亿]{0,2})$/.exec(bare(text)) ?? [];
  if (digits === '') return undefined;
  const factor = tail === '%' ? (unit === PERCENT ? PERCENT : undefined) : factorOf(tail, unit);
  if (factor === undefined) return undefined;
  const number = new Decimal(digits).times(factor).toNumber();
  // + 0: no negative zero
  return (sign === '-' ? -number : number) + 0;
}

/** Whether amounts of the column are money: then a tail names yuan, whatever the column is shown in. */
export const isMoney = ({ unit }: Pick<Column, 'unit'>): boolean => unit === FEN_IN_YUAN || unit === FEN_IN_WAN;

function factorOf(tail: string, unit: number): number | undefined {
  const times = tails[tail];
  if (tail === '' || times === undefined) return tail === '' ? unit : undefined;
  if (isMoney({ unit })) return times * FEN_IN_YUAN;
  return tail.endsWith('元') || unit === PERCENT ? undefined : times * unit;
}

/** Full-width digits, thousands separators, blanks and the true minus sign are the same to a reader. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replace(/[,\s'_]/g, '');

/** `1,370.50` has one decimal that counts. */
export const decimalsTyped = (text: string): number => /\.(\d*?)0*(?:\D*)$/.exec(bare(text))?.[1]?.length ?? 0;
