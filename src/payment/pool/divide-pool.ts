/**
 * Divides an amount over stays in proportion to their cost: each gets its exact share cut to the fen, and the fen left over go one each to
 * the largest remainders, ties to the earlier row. The shares sum to the amount, always. 100.00 over 1, 1, 1 yuan: 33.34, 33.33, 33.33.
 */

/** Whole fen: the amount, and what each stay weighs in it. Where no stay weighs anything, all weigh the same. */
export function dividePool(amount: number, costs: Float64Array): Float64Array {
  const total = sumOf(costs);
  if (total === 0)
    return costs.length === 0
      ? costs
      : dividePool(
          amount,
          costs.map(() => 1),
        );
  return amount === total ? costs.slice() : shares(amount, costs, total);
}

export const sumOf = (amounts: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) sum += amounts[i]!;
  return sum;
};

function shares(amount: number, costs: Float64Array, total: number): Float64Array {
  const paid = new Float64Array(costs.length);
  const remainders = new Float64Array(costs.length);
  let left = amount;
  for (let i = 0; i < costs.length; i++) {
    const product = amount * costs[i]!;
    if (Number.isSafeInteger(product)) {
      remainders[i] = product % total;
      paid[i] = (product - remainders[i]!) / total;
    } else {
      const exact = BigInt(amount) * BigInt(costs[i]!);
      remainders[i] = Number(exact % BigInt(total));
      paid[i] = Number(exact / BigInt(total));
    }
    left -= paid[i]!;
  }
  for (const i of largest(remainders, left)) paid[i]!++;
  return paid;
}

/** Fewer fen are left than stays: every share lost less than one. */
function largest(remainders: Float64Array, count: number): Uint32Array {
  const order = Uint32Array.from(remainders, (_, i) => i);
  return order.sort((a, b) => remainders[b]! - remainders[a]! || a - b).subarray(0, count);
}
