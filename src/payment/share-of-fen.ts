/** amount × part ÷ whole in whole fen, half a fen away from zero. Every number on the way is a whole number that is held exactly. */
export function shareOfFen(amount: number, part: number, whole: number): number {
  const product = amount * part;
  if (!Number.isSafeInteger(product) || product < 0) return shareOfBig(BigInt(amount), BigInt(part), BigInt(whole));
  return quotient(product, whole);
}

/** amount ÷ whole, half away from zero; both held exactly, the amount not negative. */
export function quotient(amount: number, whole: number): number {
  const rest = amount % whole;
  const down = (amount - rest) / whole;
  return 2 * rest >= whole ? down + 1 : down;
}

function shareOfBig(amount: bigint, part: bigint, whole: bigint): number {
  const product = amount * part;
  const magnitude = product < 0n ? -product : product;
  const rounded = Number((2n * magnitude + whole) / (2n * whole));
  return product < 0n ? -rounded || 0 : rounded;
}
