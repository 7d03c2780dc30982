/** amount × part ÷ whole in whole fen, half a fen away from zero. Every number on the way is a whole number that is held exactly. */
export function shareOfFen(amount: number, part: number, whole: number): number {
  const product = amount * part;
  if (!Number.isSafeInteger(product) || product < 0) return shareOfBig(BigInt(amount), BigInt(part), BigInt(whole));
  const rest = product % whole;
  const quotient = (product - rest) / whole;
  return 2 * rest >= whole ? quotient + 1 : quotient;
}

function shareOfBig(amount: bigint, part: bigint, whole: bigint): number {
  const product = amount * part;
  const magnitude = product < 0n ? -product : product;
  const rounded = Number((2n * magnitude + whole) / (2n * whole));
  return product < 0n ? -rounded || 0 : rounded;
}
