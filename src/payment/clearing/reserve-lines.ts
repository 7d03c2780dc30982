/** 调剂金 as lines: what was held back, what sharing and the band of the price take from it, and what is left. */
import { type Fen, toFen } from '../../money.ts';
import type { ClearingLine, PriceOfYear } from './clearing.ts';
import { item, sumLine } from './line.ts';
import type { Funded } from './price-of-year.ts';
import type { SharedYear } from './sharing-of-year.ts';

export type ReserveOf = { readonly funded: Funded; readonly price: PriceOfYear | undefined; readonly sharing: SharedYear };

/** None where nothing is held back. Less than 0 left: the reserve does not carry it. */
export function reserveLines({ funded: { budget, pool }, price, sharing }: ReserveOf): readonly ClearingLine[] {
  if (!budget.reserveShare) return [];
  const { excess } = sharing;
  // a band moves the price of the whole bill: p of it is the fund's
  const band = price ? toFen(price.moved.times(pool.share)) : (0 as Fen);
  const left = (pool.reserve - excess - band) as Fen;
  return [
    item({ group: 'reserve', label: 'reserve_held' }, pool.reserve),
    ...(excess === 0 ? [] : [item({ group: 'reserve', label: 'reserve_shared' }, -excess as Fen)]),
    ...(band === 0 ? [] : [item({ group: 'reserve', label: 'reserve_band' }, -band as Fen)]),
    sumLine({ group: 'reserve', label: left < 0 ? 'reserve_short' : 'reserve_left' }, left),
  ];
}
