/** One settlement of parts that each paid the stays of one slice of the period; their prices follow one another. */
import type { Settlement } from '../payment/settlement.ts';

/** `slice[row]` is the part that paid the row. */
export function joined(parts: readonly Settlement[], slice: Uint8Array): Settlement {
  const { count } = parts[0]!;
  const firstPrice = parts.map((_, s) => parts.slice(0, s).reduce((n, part) => n + part.prices.length, 0));
  const price = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const s = slice[i]!;
    const own = parts[s]!.price[i]!;
    price[i] = own < 0 ? own : own + firstPrice[s]!;
  }
  const bytes = (of: (part: Settlement) => Uint8Array) => Uint8Array.from(slice, (s, i) => of(parts[s]!)[i]!);
  const fen = (of: (part: Settlement) => Float64Array) => Float64Array.from(slice, (s, i) => of(parts[s]!)[i]!);
  return {
    count,
    prices: parts.flatMap(part => part.prices),
    price,
    band: bytes(part => part.band),
    reason: bytes(part => part.reason),
    standard: fen(part => part.standard),
    payment: fen(part => part.payment),
    fund: fen(part => part.fund),
    patient: fen(part => part.patient),
    other: fen(part => part.other),
    margin: fen(part => part.margin),
  };
}
