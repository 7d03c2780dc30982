/** amount × part ÷ whole in whole fen, half a fen away from zero. Every number on the way is a whole number that is held exactly. */
export function shareOfFen(amount: number, part: number, whole: number): number {
  const product = amount * part;
  if (!Number.isSafeInteger(product) || product < 0) return shareOfBig(BigInt(amount), BigInt(part), BigInt(whole));
  return quotient(product, whole);
}

/**
 * amount ÷ whole, half away from zero; both held exactly, the amount not negative. A quotient just below a whole number may come out as
 * that number: then the rest is below zero, by one at most, and says so. (`%` of such numbers takes ten times as long.)
 */
export function quotient(amount: number, whole: number): number {
  const near = Math.floor(amount / whole);
  const rest = amount - near * whole;
  if (rest < 0) return near - (2 * (rest + whole) >= whole ? 0 : 1);
  return 2 * rest >= whole ? near + 1 : near;
}

function shareOfBig(amount: bigint, part: bigint, whole: bigint): number {
  const product = amount * part;
  const magnitude = product < 0n ? -product : product;
  const rounded = Number((2n * magnitude + whole) / (2n * whole));
  return product < 0n ? -rounded || 0 : rounded;
}
